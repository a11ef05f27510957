using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

public class AcceptTests
{
    private const string Parent = "---\nid: first\n---\n\nTop.\n\n## A {#a}\n\nText.\n\n## B {#b}\n\nText.\n";

    [Fact]
    public void An_overlay_is_stamped_with_the_hashes_of_the_sections_it_replaces()
    {
        Accept("module.en-UG.md", "---\nreviewed: {}\n---\n\n## B {#b}\n\n## C {#c after=a}\n")
            .Should().Be("---\nreviewed: { b: da0bf06a }\n---\n\n## B {#b}\n\n## C {#c after=a}\n");
    }

    [Fact]
    public void A_translation_is_stamped_with_every_section_and_the_text_above_them()
    {
        Accept("module.es.md", "---\ntitle: Uno\n---\n\n## A {#a}\n").Should().MatchRegex("^---\ntitle: Uno\nreviewed: { top: [0-9a-f]{8}, a: [0-9a-f]{8}, b: da0bf06a }\n---\n\n## A {#a}\n$");
    }

    [Theory]
    [InlineData("---\nremove: [a]\nreviewed:\n  b: 00000000\n\n  a: 00000000\n# why\ntitle: x\n---\n## B {#b}", "---\nremove: [a]\nreviewed: { b: da0bf06a }\n# why\ntitle: x\n---\n## B {#b}")]
    [InlineData("---\nreviewed: { b: 00000000,\n  a: 00000000\n}\n---\n## B {#b}", "---\nreviewed: { b: da0bf06a }\n---\n## B {#b}")]
    [InlineData("---\r\nremove: [a] # gone\r\n---\r\n## B {#b}\r\nx\t \r\n", "---\r\nremove: [a] # gone\r\nreviewed: { b: da0bf06a }\r\n---\r\n## B {#b}\r\nx\t \r\n")]
    [InlineData("## B {#b}\n", "---\nreviewed: { b: da0bf06a }\n---\n## B {#b}\n")]
    [InlineData("\uFEFF---\n---\n## B {#b}\n", "\uFEFF---\nreviewed: { b: da0bf06a }\n---\n## B {#b}\n")]
    [InlineData("\uFEFF## B {#b}\n", "\uFEFF---\nreviewed: { b: da0bf06a }\n---\n## B {#b}\n")]
    [InlineData("---\nreviewed: { b: 00000000 }\n---\n", "---\nreviewed: {}\n---\n")]
    public void Every_other_byte_stays_as_it_was(string overlay, string expected)
    {
        Accept("module.en-UG.md", overlay).Should().Be(expected);
    }

    [Fact]
    public void An_accepted_text_is_stale_again_only_when_its_parent_s_words_change()
    {
        var folder = new SampleContent().WithModule("en-UG", "## V {#victim}\n\nHere.");
        Stale(folder).Should().Equal("victim");

        AcceptIn(folder);
        Stale(folder).Should().BeEmpty();
        Stale(folder.Replace(SampleContent.ModulePath, "\n\nAsk first.", "  \r\n\r\nAsk first. \r\n\r\n")).Should().BeEmpty("white space at the ends of lines is no change");
        Stale(folder.Replace(SampleContent.ModulePath, "in the {{ act.short }}", "elsewhere")).Should().BeEmpty("another section is no concern of this one");
        Stale(folder.Replace(SampleContent.ModulePath, "Ask first.", "Ask first!")).Should().Equal("victim");
    }

    [Fact]
    public void A_stale_section_says_what_it_was_compared_with()
    {
        var folder = new SampleContent().WithModule("en-UG", "---\nreviewed: { victim: 12345678 }\n---\n\n## V {#victim}");

        var stale = folder.Course().StaleSections.Single();

        stale.Should().BeEquivalentTo(new { Path = "courses/basics/10-first/module.en-UG.md", Line = 5, ParentPath = SampleContent.ModulePath, SectionId = "victim", Reviewed = "12345678" });
        stale.Current.Should().MatchRegex("^[0-9a-f]{8}$");
    }

    [Theory]
    [InlineData("c/module.en-UG.md", "c/module.md")]
    [InlineData("c/module.es-GT.md", "c/module.es.md")]
    [InlineData("c/course.es.md", "c/course.md")]
    [InlineData("c/module.md", null)]
    [InlineData("c/notes.txt", null)]
    public void The_parent_of_a_text_stands_beside_it(string path, string? parent)
    {
        Overlay.ParentPath(path, "en").Should().Be(parent);
    }

    [Theory]
    [InlineData("module.md", "Text.")]
    [InlineData("module.en-UG.md", "---\nreviewed: [\n---\n")]
    [InlineData("notes.txt", "")]
    public void What_is_no_readable_overlay_is_refused(string name, string text)
    {
        var accept = () => Accept(name, text);

        accept.Should().Throw<ArgumentException>();
    }

    private static string Accept(string name, string overlay) => Encoding.UTF8.GetString(
        Overlay.Accept(new SourceDocument("c/" + name, Encoding.UTF8.GetBytes(overlay)), new SourceDocument("c/module.md", Encoding.UTF8.GetBytes(Parent))));

    private static void AcceptIn(SampleContent folder)
    {
        var overlay = folder.Documents.Single(document => document.Path.EndsWith("module.en-UG.md", StringComparison.Ordinal));
        var parent = folder.Documents.Single(document => document.Path == SampleContent.ModulePath);
        folder.With(overlay.Path, Overlay.Accept(overlay, parent));
    }

    private static IEnumerable<string> Stale(SampleContent folder) => folder.Course().StaleSections.Select(section => section.SectionId);
}
