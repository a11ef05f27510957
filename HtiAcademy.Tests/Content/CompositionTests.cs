using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

public class CompositionTests
{
    private const string Base = """
        Above.

        ## A {#a}

        Text a.

        ### A one {#a-one}

        Text a one.

        ## B {#b}

        Text b.
        """;

    [Fact]
    public void A_module_without_an_overlay_is_its_base()
    {
        Outline(new SampleContent().WithModule(Base)).Should().Be("Above. | A | Text a. | A one | Text a one. | B | Text b.");
    }

    [Theory]
    [InlineData("## New a {#a}\n\nNew.", "Above. | New a | New. | B | Text b.")]
    [InlineData("### New one {#a-one}\n\nNew.", "Above. | A | Text a. | New one | New. | B | Text b.")]
    [InlineData("## New b {#b}\nNew.", "Above. | A | Text a. | A one | Text a one. | New b | New.")]
    [InlineData("## C {#c after=a}\n\nNew.", "Above. | A | Text a. | A one | Text a one. | C | New. | B | Text b.")]
    [InlineData("## C {#c after=b}", "Above. | A | Text a. | A one | Text a one. | B | Text b. | C")]
    [InlineData("### C {#c after=a}", "Above. | A | Text a. | A one | Text a one. | C | B | Text b.")]
    [InlineData("## C {#c after=a}\n\n## D {#d after=c}\n\n## E {#e after=a}", "Above. | A | Text a. | A one | Text a one. | C | D | E | B | Text b.")]
    [InlineData("## New a {#a}\n\n### Deep {#deep}\n\nNew.\n\n## C {#c after=a}", "Above. | New a | Deep | New. | C | B | Text b.")]
    public void An_overlay_replaces_and_adds_sections(string overlay, string expected)
    {
        Outline(new SampleContent().WithModule(Base).WithModule("en-UG", overlay)).Should().Be(expected);
    }

    [Theory]
    [InlineData("[a]", "Above. | B | Text b.")]
    [InlineData("[a-one, b]", "Above. | A | Text a.")]
    public void An_overlay_removes_sections(string removed, string expected)
    {
        Outline(new SampleContent().WithModule(Base).WithModule("en-UG", $"---\nremove: {removed}\n---\n")).Should().Be(expected);
    }

    [Fact]
    public void An_overlay_changes_its_own_country_alone()
    {
        var folder = new SampleContent().WithModule(Base).WithModule("en-UG", "## New a {#a}");

        Outline(folder, new Locale("en", "GT")).Should().Contain("Text a.").And.NotContain("New a");
    }

    [Fact]
    public void A_heading_in_a_code_block_begins_no_section()
    {
        var folder = new SampleContent().WithModule("## A {#a}\n\n```\n## B {#b}\n```\n\nStill a.\n").WithModule("en-UG", "## New a {#a}");

        folder.Html(SampleContent.Uganda).Should().Be("""<h2 id="a">New a</h2>""");
    }

    [Theory]
    [InlineData("country UG", "UG", true)]
    [InlineData("country UG", "GT", false)]
    [InlineData("country UG GT", "GT", true)]
    [InlineData("country not UG", "UG", false)]
    [InlineData("country not UG", "GT", true)]
    [InlineData("audience investigator", "UG", true)]
    [InlineData("audience prosecutor", "UG", false)]
    [InlineData("audience not prosecutor", "UG", true)]
    [InlineData("audience prosecutor investigator", "UG", true)]
    public void A_block_is_for_its_readers(string block, string country, bool isShown)
    {
        var folder = new SampleContent().WithModule($"Before.\n::: {block}\nInside.\n:::\nAfter.");

        Outline(folder, new Locale("en", country)).Should().Be(isShown ? "Before. | Inside. | After." : "Before. | After.");
    }

    [Theory]
    [InlineData("::: country UG\n::: note\nInside.\n:::\nBelow.\n:::\nAfter.", "Note | Inside. | Below. | After.")]
    [InlineData("::: country UG\n::: audience investigator\nInside.\n:::\nBelow.\n:::\nAfter.", "Inside. | Below. | After.")]
    [InlineData("::: country UG\n::: audience prosecutor\nInside.\n:::\nBelow.\n:::\nAfter.", "Below. | After.")]
    [InlineData("::: country GT\n::: audience investigator\nInside.\n:::\nBelow.\n:::\nAfter.", "After.")]
    [InlineData("::: note\n::: country GT\nInside.\n:::\nBelow.\n:::\nAfter.", "Note | Below. | After.")]
    [InlineData(":::: country UG\n::: note\nInside.\n:::\n::::\nAfter.", "Note | Inside. | After.")]
    [InlineData("::: country UG\n```\n:::\n```\n:::\nAfter.", "::: | After.")]
    public void Blocks_nest(string body, string expected)
    {
        Outline(new SampleContent().WithModule(body)).Should().Be(expected);
    }

    [Fact]
    public void A_reader_of_every_audience_gets_every_audience_s_text()
    {
        var folder = new SampleContent().WithModule("::: audience prosecutor\nOne.\n:::\n::: audience not prosecutor\nTwo.\n:::");

        folder.Html(SampleContent.Uganda, audience: null).Should().Contain("One.").And.Contain("Two.");
    }

    [Fact]
    public void A_footnote_in_another_country_s_block_is_not_shown()
    {
        var folder = new SampleContent().WithModule("Text.\n\n::: country GT\nThere.[^1]\n\n:::\n\n[^1]: Secret.\n");

        folder.Html(SampleContent.Uganda).Should().Be("<p>Text.</p>");
        folder.Html(new Locale("en", "GT")).Should().Contain("Secret");
    }

    [Theory]
    [InlineData("es", "GT", "es", "Lo primero", "Texto GT.")]
    [InlineData("es", "UG", "es", "Lo primero", "Texto.")]
    [InlineData("en", "GT", "en", "First things", "Text.")]
    [InlineData("fr", "UG", "en", "First things", "Text UG.")]
    [InlineData("en", "UG", "en", "First things", "Text UG.")]
    public void The_text_falls_back_from_locale_to_language_to_the_course_s_language(string language, string country, string used, string title, string text)
    {
        var module = new SampleContent()
            .WithModule("## A {#a}\n\nText.")
            .WithModule("en-UG", "## A {#a}\n\nText UG.")
            .WithSpanish("## A {#a}\n\nTexto.")
            .WithModule("es-GT", "## A {#a}\n\nTexto GT.")
            .Compose(new Locale(language, country));

        module.Language.Should().Be(used);
        module.Title.Should().Be(title);
        module.Html.Should().Contain($"<p>{text}</p>");
    }

    [Fact]
    public void Facts_come_from_the_reader_s_country_in_the_language_of_the_text()
    {
        var folder = new SampleContent().WithModule("{{ act.short }}").WithSpanish("{{act.short}}");

        folder.Html(SampleContent.Uganda).Should().Be("<p>PTIP Act</p>");
        folder.Html(SampleContent.Guatemala).Should().Be("<p>Código Penal</p>");
        folder.Html(new Locale("en", "GT")).Should().Be("<p>Penal Code</p>");
    }

    [Fact]
    public void An_unverified_fact_is_shown_as_a_phrase_in_the_language_of_the_text()
    {
        var folder = new SampleContent().WithModule("{{ immunity }}").WithSpanish("{{ immunity }}");

        folder.Html(SampleContent.Uganda).Should().Be("<p>to be confirmed – ask your prosecution service</p>");
        folder.Html(SampleContent.Guatemala).Should().Be("<p>por confirmar; consulte a su fiscalía</p>");
    }

    [Fact]
    public void A_fact_is_text_and_never_markup()
    {
        var folder = new SampleContent()
            .Replace("countries/UG.yml", "PTIP Act", """ '<b>x</b> [y](https://z.example) **w** {{ hotline }}' """.Trim())
            .WithModule("{{ act.short }}");

        folder.Html(SampleContent.Uganda).Should().Be("<p>&lt;b&gt;x&lt;/b&gt; [y](https://z.example) **w** {{ hotline }}</p>");
    }

    [Fact]
    public void A_fact_in_code_stays_as_written()
    {
        new SampleContent().WithModule("`{{ hotline }}` {{ hotline }}").Html(SampleContent.Uganda).Should().Be("<p><code>{{ hotline }}</code> 116</p>");
    }

    [Fact]
    public void The_sections_are_listed_with_their_titles_as_plain_text()
    {
        var module = new SampleContent().WithModule("## The *{{ act.short }}* & you {#act}\n\n### Inside {#inside}\n\n## `x` {#x}").Compose(SampleContent.Uganda);

        module.Sections.Should().Equal(new SectionLink("act", "The PTIP Act & you", 2), new SectionLink("x", "x", 2));
    }

    [Fact]
    public void The_welcome_is_tailored_like_a_module()
    {
        var course = new SampleContent()
            .Replace(SampleContent.CoursePath, "Welcome.", "Welcome to the {{ act.short }}.\n\n::: country GT\nHola.\n:::\n\n## Plan {#plan}\n\nOne.\n")
            .With("courses/basics/course.en-UG.md", "## Plan {#plan}\n\nTwo.")
            .Course();

        course.Welcome(SampleContent.Uganda, null).ReplaceLineEndings("\n").Should()
            .Be("<p>Welcome to the PTIP Act.</p>\n<h2 id=\"plan\">Plan</h2>\n<p>Two.</p>\n");
    }

    /// <summary>The text of each block of the page, in order.</summary>
    private static string Outline(SampleContent folder, Locale? locale = null)
    {
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(folder.Html(locale ?? SampleContent.Uganda));
        return string.Join(" | ", html.QuerySelectorAll("h2, h3, p, pre").Select(element => element.TextContent.Trim()));
    }
}
