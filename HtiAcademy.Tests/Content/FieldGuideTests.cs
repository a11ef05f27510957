using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.FieldGuides;

namespace HtiAcademy.Tests.Content;

public sealed class FieldGuideTests
{
    private const string Text = """
        ## The offence in the {{ act.short }} {#offence}

        A paragraph.

        ::: note
        One act is enough.
        :::

        ::: case
        Ruth is 20.

        ::: warning
        Immunity is {{ immunity }}.
        :::
        :::

        ### Where she sleeps

        ::: country GT
        ::: note
        Call 1546.
        :::
        :::

        ::: discuss
        What would you do?
        :::

        ## Before you go {#victim}

        1. A plain item.

        - [ ] I have asked her age.
        - [x] I know my own.
        """;

    [Fact]
    public void It_holds_the_key_boxes_and_checklists_under_their_headings_and_nothing_else()
    {
        var chapter = Guide(new SampleContent().WithModule(Text), SampleContent.Uganda).Chapters.Should().ContainSingle().Subject;

        (chapter.Number, chapter.Title, chapter.Language).Should().Be((1, "First things", "en"));
        chapter.Sections.Select(section => section.Heading).Should().Equal("The offence in the PTIP Act", "Before you go");
        chapter.Sections[0].Html.Should().Contain("box-note").And.Contain("One act is enough.").And.Contain("box-warning")
            .And.NotContain("A paragraph").And.NotContain("Ruth is 20").And.NotContain("box-case");
        chapter.Sections[1].Html.Should().Contain("☐</span> I have asked her age.").And.Contain("☑</span> I know my own.").And.NotContain("A plain item");
    }

    [Fact]
    public void A_fact_that_counsel_has_not_confirmed_is_the_phrase_in_its_place() =>
        Html(new SampleContent().WithModule(Text), SampleContent.Uganda).Should().Contain("Immunity is to be confirmed – ask your prosecution service.");

    [Fact]
    public void A_country_s_block_stands_there_alone()
    {
        var content = new SampleContent().WithModule(Text);

        Html(content, SampleContent.Uganda).Should().NotContain("1546");
        Html(content, SampleContent.Guatemala).Should().Contain("Call 1546.");
        Guide(content, SampleContent.Guatemala).Chapters[0].Sections.Select(section => section.Heading).Should().Contain("Where she sleeps");
    }

    [Fact]
    public void A_country_s_own_section_takes_the_place_of_the_course_s()
    {
        var content = new SampleContent().WithModule(Text).WithModule("en-UG", "## Here {#offence}\n\n::: warning\nAsk the ODPP.\n:::\n");

        Html(content, SampleContent.Uganda).Should().Contain("Ask the ODPP.").And.NotContain("One act is enough");
        Html(content, new Locale("en", "GT")).Should().Contain("One act is enough").And.NotContain("ODPP");
    }

    [Fact]
    public void A_translation_is_read_where_there_is_one()
    {
        var content = new SampleContent().WithModule(Text)
            .WithSpanish("## El delito {#offence}\n\n::: note\nBasta un acto.\n:::\n\n## Antes de salir {#victim}\n\n- [ ] Pregunté su edad.\n");

        var chapter = Guide(content, SampleContent.Guatemala).Chapters[0];

        (chapter.Title, chapter.Language).Should().Be(("Lo primero", "es"));
        chapter.Sections[0].Html.Should().Contain("Nota").And.Contain("Basta un acto.");
        Guide(content, SampleContent.Uganda).Chapters[0].Language.Should().Be("en");
    }

    [Fact]
    public void Modules_for_others_are_neither_there_nor_counted()
    {
        var content = new SampleContent().WithModule(Text);
        content.With("courses/basics/05-court/module.md", "---\nid: court\ntitle: In court\nminutes: 10\nobjectives: [plead]\ndraw: 1\naudience: [prosecutor]\n---\n\n## Plead {#plead}\n\nStand up.\n")
            .With("courses/basics/05-court/questions.gift", "::stand:: Do you stand? {T}");

        Titles(Audiences.Investigator).Should().Equal((1, "First things"));
        Titles(Audiences.Prosecutor).Should().Equal((1, "In court"), (2, "First things"));
        Titles(null).Should().Equal((1, "In court"), (2, "First things"));
        Guide(content, SampleContent.Uganda, null).Chapters[0].Sections.Should().BeEmpty("a module without boxes is named all the same");

        IEnumerable<(int, string)> Titles(string? audience) => Guide(content, SampleContent.Uganda, audience).Chapters.Select(chapter => (chapter.Number, chapter.Title));
    }

    [Fact]
    public void A_link_that_leads_nowhere_on_paper_is_words()
    {
        var html = Html(new SampleContent().WithModule("""
            ## The offence {#offence}

            ::: note
            See [below](#victim), [this module](first#victim), [the Protocol](https://example.org/protocol) and more.[^more]
            :::

            [^more]: Or less.

            ## The victim {#victim}
            """), SampleContent.Uganda);

        html.Should().Contain("See below, this module, <a href=\"https://example.org/protocol\"").And.Contain("and more.</p>").And.NotContain("Or less");
    }

    private static FieldGuide Guide(SampleContent content, Locale locale, string? audience = Audiences.Investigator) => content.Course().FieldGuide(locale, audience);

    private static string Html(SampleContent content, Locale locale) => string.Concat(Guide(content, locale).Chapters.SelectMany(chapter => chapter.Sections).Select(section => section.Html));
}
