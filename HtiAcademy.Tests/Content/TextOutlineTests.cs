using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;

namespace HtiAcademy.Tests.Content;

public sealed class TextOutlineTests
{
    private const string Body = "Before.\n\n## The offence {#offence}\n\nA.\n\n### Means {#means}\n\nB.\n\n## The victim {#victim}\n\nC.\n\n## Money {#money}\n\nD.\n";

    [Fact]
    public void Each_section_says_where_its_words_come_from()
    {
        var content = new SampleContent().WithModule(Body)
            .WithModule("en-UG", "---\nremove: [money]\n---\n### Means here {#means}\n\nX.\n\n## Kampala {#kampala after=offence}\n\nY.\n\n## V {#victim}\n\nZ.\n");

        Sections(content, SampleContent.Uganda).Should().Equal(
            (null, SectionOrigin.Base),
            ("The offence", SectionOrigin.Base),
            ("Means here", SectionOrigin.Replaced),
            ("Kampala", SectionOrigin.Added),
            ("V", SectionOrigin.Replaced),
            ("Money", SectionOrigin.Removed));
    }

    [Fact]
    public void A_translation_s_sections_are_translated()
    {
        var content = new SampleContent().WithSpanish("\n## El delito {#offence}\n\nA.\n\n## La víctima {#victim}\n\nB.\n");

        Sections(content, SampleContent.Guatemala).Should().Equal(("El delito", SectionOrigin.Translated), ("La víctima", SectionOrigin.Translated));
    }

    [Fact]
    public void A_stale_section_stands_beside_its_parent_s_words()
    {
        var content = new SampleContent().WithModule("en-UG", "---\nreviewed: { victim: 12345678 }\n---\n\n## V {#victim}\n\nHere.\n");

        var comparison = content.Course().Outline("first", SampleContent.Uganda)!.Sections.SelectMany(section => section.Comparisons).Single();

        comparison.Should().BeEquivalentTo(new { IsTranslation = false, ParentLanguage = "en", Own = "## V {#victim}\n\nHere.", Parent = "## The victim {#victim}\n\nAsk first." });
    }

    [Fact]
    public void A_section_that_a_country_replaces_in_a_translation_may_have_two_comparisons()
    {
        var content = new SampleContent()
            .WithSpanish("\n## El delito {#offence}\n\nA.\n\n## La víctima {#victim}\n\nB.\n")
            .WithModule("es-GT", "## V {#victim}\n\nAquí.");

        var sections = content.Course().Outline("first", SampleContent.Guatemala)!.Sections;

        sections.Select(section => section.Comparisons.Count).Should().Equal(1, 2);
        sections[1].Comparisons.Select(comparison => (comparison.IsTranslation, comparison.ParentLanguage)).Should().Equal((false, "es"), (true, "en"));
    }

    [Fact]
    public void Text_above_the_sections_that_a_translation_lacks_is_to_be_looked_at_too()
    {
        var content = new SampleContent().WithModule("Before.\n\n## A {#a}\n\nText.\n").WithSpanish("\n## A {#a}\n\nTexto.\n");

        var top = content.Course().Outline("first", SampleContent.Guatemala)!.Sections[0];

        top.Comparisons.Single().Should().BeEquivalentTo(new { Own = "", Parent = "Before." });
    }

    [Theory]
    [InlineData("first", "fr", "UG")]
    [InlineData("first", "en", "KE")]
    [InlineData("second", "en", "UG")]
    public void A_text_that_nobody_reads_there_has_no_outline(string textId, string language, string country)
    {
        new SampleContent().Course().Outline(textId, new Locale(language, country)).Should().BeNull();
    }

    [Fact]
    public void An_earlier_wording_is_found_by_its_hash()
    {
        var content = new SampleContent().WithModule("en-UG", "## V {#victim}\n\nHere.");
        var hash = content.Course().StaleSections.Single().Current;
        var module = content.Documents.Single(document => document.Path == SampleContent.ModulePath);

        Wording.ByHash(module)[hash].Should().Be("## The victim {#victim}\n\nAsk first.");
        Wording.ByHash(module).Should().NotContainKey("00000000");
        Wording.ByHash(new SourceDocument(SampleContent.ModulePath, new byte[] { 0xFF })).Should().BeEmpty();
    }

    private static IEnumerable<(string? Heading, SectionOrigin Origin)> Sections(SampleContent content, Locale locale) =>
        content.Course().Outline("first", locale)!.Sections.Select(section => (section.Heading, section.Origin));
}
