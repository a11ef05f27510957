using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

public sealed class TextPartTests
{
    private static readonly AuthoredFile Module = AuthoredFile.Parse("courses/basics/10-first/module.md")!;

    [Fact]
    public void A_text_is_cut_before_each_section_and_nothing_is_lost()
    {
        const string text = "---\ntitle: A\n---\n\nAbove.\n\n## One {#one}\n\nWords.\n\n### Inside {#inside}\n\nMore.\n\n## Two\n\n```\n## no heading\n```";

        var parts = TextPart.Of(Module, text);

        parts.Select(part => (part.Kind, part.SectionId, part.Heading)).Should().Equal(
            (TextPartKind.FrontMatter, null, null), (TextPartKind.Top, null, null), (TextPartKind.Section, "one", "One"), (TextPartKind.Section, null, "Two"));
        string.Concat(parts.Select(part => part.Text)).Should().Be(text);
        parts[2].Text.Should().StartWith("## One").And.Contain("### Inside");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("No heading.")]
    [InlineData("---\nnot closed: at all\n## A {#a}\n")]
    [InlineData("## A {#a}\n## A {#a}\n## A\n## A")]
    [InlineData("---\n---\n## A {#a}")]
    [InlineData("::: country UG\n\n## In a block {#a}\n\n:::\n\n## Out {#b}\n")]
    public void Whatever_is_written_can_be_put_together_again(string text)
    {
        var parts = TextPart.Of(Module, text);

        string.Concat(parts.Select(part => part.Text)).Should().Be(text);
        parts.Select(part => part.Key).Should().OnlyHaveUniqueItems();
        parts.Should().NotContain(part => part.Text.Length == 0);
    }

    [Fact]
    public void Questions_and_facts_are_one_part()
    {
        const string text = "::one:: Is it so? {T}\n\n## Not a heading\n";

        TextPart.Of(AuthoredFile.Parse("courses/basics/10-first/questions.gift")!, text).Should().ContainSingle().Which.Text.Should().Be(text);
    }
}
