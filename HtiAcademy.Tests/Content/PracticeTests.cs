using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Content;

public class PracticeTests
{
    private const string Practice = "::: practice\n::one:: One? {T}\n:::";

    [Fact]
    public void A_practice_stands_between_the_texts_around_it()
    {
        Outline(new SampleContent().WithModule($"Above.\n{Practice}\nBelow.")).Should().Be("<p>Above.</p> 1:one <p>Below.</p>");
    }

    [Fact]
    public void Practices_are_numbered_down_the_page()
    {
        Outline(new SampleContent().WithModule($"{Practice}\n\n{Practice}\n\nBetween.\n\n{Practice}")).Should().Be("1:one 2:one <p>Between.</p> 3:one");
    }

    [Fact]
    public void Footnotes_still_come_last()
    {
        var parts = new SampleContent().WithModule($"Text.[^1]\n\n[^1]: Note.\n\n{Practice}\n\nBelow.").Compose(SampleContent.Uganda).Parts;

        parts.Should().HaveCount(2);
        parts[0].Html.Should().NotContain("Note.");
        parts[1].Html.Should().StartWith("<p>Below.</p>").And.Contain("Note.");
    }

    [Theory]
    [InlineData("# no heading {T}", "# no heading")]
    [InlineData("## no section {T}", "## no section")]
    [InlineData("> no quotation {T}", "> no quotation")]
    [InlineData("| a | b {T}", "| a | b")]
    [InlineData("```\nno code {T}", "```\nno code")]
    [InlineData("Two\n---\nlines {T}", "Two\n---\nlines")]
    [InlineData("  \t indented {T}", "indented")]
    [InlineData("// a comment\nasked {T}", "asked")]
    public void Its_lines_are_GIFT_and_not_Markdown(string gift, string text)
    {
        var module = new SampleContent().WithModule($"::: practice\n{gift}\n:::\n\n## After {{#after}}\n").Compose(SampleContent.Uganda);

        module.Parts[0].Practice!.Questions.Single().Text.Should().Be(text);
        module.Sections.Select(section => section.Id).Should().Equal("after");
    }

    [Fact]
    public void Every_kind_but_essays_can_be_asked_with_a_description_beside_it()
    {
        var folder = new SampleContent().WithModule("""
            ::: practice
            A case.

            Single? {=a ~b}

            Multiple? {~%50%a ~%50%b ~%-100%c}

            True? {T}

            Who? {=Martha =%50%Samuel}

            How many? {#3:1}

            Match. {=a -> x =b -> y}
            :::
            """);

        folder.Read().Findings.Should().BeEmpty();
        folder.Compose(SampleContent.Uganda).Parts[0].Practice!.Questions.Select(question => question.GetType()).Should().Equal(
            typeof(Description), typeof(SingleChoice), typeof(MultipleChoice), typeof(TrueFalse), typeof(ShortAnswer), typeof(Numerical), typeof(Matching));
    }

    [Theory]
    [InlineData("UG", "<p>Before.</p> 1:one <p>Inside.</p> <p>After.</p>")]
    [InlineData("GT", "<p>Before.</p> <p>After.</p>")]
    public void A_practice_in_a_country_s_block_reaches_that_country_alone(string country, string expected)
    {
        var folder = new SampleContent().WithModule($"Before.\n\n::: country UG\n{Practice}\nInside.\n:::\n\nAfter.");

        folder.Read().Findings.Should().BeEmpty();
        Outline(folder, new Locale("en", country)).Should().Be(expected);
    }

    [Theory]
    [InlineData(Audiences.Investigator, "1:one <p>After.</p>")]
    [InlineData(Audiences.Prosecutor, "<p>After.</p>")]
    public void A_practice_in_blocks_in_each_other_is_for_the_readers_of_both(string audience, string expected)
    {
        var folder = new SampleContent().WithModule($"::: country UG\n::: audience investigator\n{Practice}\n:::\n:::\nAfter.");

        folder.Read().Findings.Should().BeEmpty();
        Outline(folder, SampleContent.Uganda, audience).Should().Be(expected);
    }

    [Fact]
    public void An_overlay_s_practice_takes_the_place_of_the_base_s()
    {
        var folder = new SampleContent()
            .WithModule($"## A {{#a}}\n\n{Practice}")
            .WithModule("en-UG", "## A {#a}\n\n::: practice\n::here:: Here? {T}\n:::");

        Outline(folder).Should().Be("""<h2 id="a">A</h2> 1:here""");
        Outline(folder, new Locale("en", "GT")).Should().Be("""<h2 id="a">A</h2> 1:one""");
    }

    [Fact]
    public void A_translation_with_as_many_questions_is_not_warned_of()
    {
        var folder = new SampleContent()
            .WithModule("## A {#a}\n\n::: practice\nA case.\n\nOne? {T}\n\nTwo? {T}\n:::\n\n### B\n")
            .WithSpanish("## A {#a}\n\n::: practice\n¿Uno? {T}\n:::\n\n### B\n\n::: practice\n¿Dos? {T}\n:::");

        folder.Read().Findings.Select(finding => finding.Code).Should().Equal(FindingCodes.StaleSection);
    }

    [Fact]
    public void A_changed_practice_makes_its_translation_stale()
    {
        var folder = new SampleContent().WithModule($"## A {{#a}}\n\n{Practice}").WithSpanish($"## A {{#a}}\n\n{Practice}");
        var before = folder.Course().StaleSections.Single().Current;

        folder.Replace(SampleContent.ModulePath, "One?", "Two?").Course().StaleSections.Single().Current.Should().NotBe(before);
    }

    [Fact]
    public void A_question_that_cannot_be_read_is_the_one_mistake_told()
    {
        new SampleContent().WithModule("::: practice\nOne? {~a ~b}\n:::").Read().Findings.Should().ContainSingle();
    }

    [Fact]
    public void A_misspelt_practice_is_told_what_it_may_mean()
    {
        new SampleContent().WithModule("::: practise\nOne?\n:::").Read().Findings.Should().Contain(finding => finding.Message.Contains("Did you mean \"practice\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_practice_counts_with_its_characters()
    {
        new PagePart("<p>x</p>", new Practice(1, "One? {T}")).Characters.Should().Be(16);
        new PagePart("<p>x</p>", null).Characters.Should().Be(8);
    }

    /// <summary>The page's pieces of HTML, and each practice as its number and its questions' names.</summary>
    private static string Outline(SampleContent folder, Locale? locale = null, string? audience = Audiences.Investigator) => string.Join(' ', folder
        .Compose(locale ?? SampleContent.Uganda, audience).Parts
        .SelectMany(part => new[] { part.Html.Trim().ReplaceLineEndings(" "), part.Practice is { } practice ? $"{practice.Number}:{string.Join(',', practice.Questions.Select(question => question.Name))}" : "" })
        .Where(piece => piece.Length > 0));
}
