using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

public sealed class TextMergeTests
{
    private const string Common = "---\nreviewed: {}\n---\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n\n## Three {#three}\n\nThird.\n";

    private static readonly AuthoredFile Overlay = AuthoredFile.Parse("courses/basics/10-first/module.en-UG.md")!;

    [Fact]
    public void Who_alone_changed_a_part_is_suggested_and_where_both_did_a_person_chooses()
    {
        var mine = Common.Replace("First.", "Mine, first.").Replace("Second.", "Mine, second.");
        var theirs = Common.Replace("Second.", "Theirs, second.").Replace("Third.", "Theirs, third.");

        var merge = Merge(mine, theirs, Common);

        merge.Parts.Where(part => part.Differs).Select(part => (part.Heading, part.Suggested)).Should().Equal(
            ("One", MergeChoice.Mine), ("Two", null), ("Three", MergeChoice.Theirs));
        merge.Text(part => part.Suggested ?? MergeChoice.Both).Should().Be(
            "---\nreviewed: {}\n---\n\n## One {#one}\n\nMine, first.\n\n## Two {#two}\n\nMine, second.\n\nTheirs, second.\n\n## Three {#three}\n\nTheirs, third.\n");
    }

    [Fact]
    public void Without_knowing_what_both_began_with_nothing_is_suggested()
    {
        var merge = Merge(Common.Replace("First.", "Mine."), Common, null);

        merge.Parts.Where(part => part.Differs).Should().ContainSingle().Which.Suggested.Should().BeNull();
        merge.Text(_ => MergeChoice.Mine).Should().Be(Common.Replace("First.", "Mine."));
        merge.Text(_ => MergeChoice.Theirs).Should().Be(Common);
    }

    [Fact]
    public void A_part_that_only_one_has_is_kept_or_left_out_and_stands_where_it_stood()
    {
        var theirs = Common.Replace("## Two {#two}", "## New {#new after=one}\n\nNew.\n\n## Two {#two}");

        var merge = Merge(Common, theirs, null);

        var part = merge.Parts.Single(p => p.Differs);
        (part.Mine, part.MayKeepBoth).Should().Be((null, false));
        merge.Text(_ => MergeChoice.Theirs).Should().Be(theirs);
        merge.Text(_ => MergeChoice.Mine).Should().Be(Common);
        Merge(theirs, Common, null).Text(_ => MergeChoice.Mine).Should().Be(theirs);
        Merge(theirs, Common, null).Text(_ => MergeChoice.Theirs).Should().Be(Common);
    }

    [Fact]
    public void What_one_left_out_while_the_other_let_it_be_is_left_out()
    {
        var mine = Common.Replace("## Two {#two}\n\nSecond.\n\n", "");

        Merge(mine, Common, Common).Parts.Single(part => part.Differs).Suggested.Should().Be(MergeChoice.Mine);
        Merge(Common, mine, Common).Parts.Single(part => part.Differs).Suggested.Should().Be(MergeChoice.Theirs);
    }

    [Fact]
    public void Who_moved_the_parts_about_keeps_their_order()
    {
        const string moved = "---\nreviewed: {}\n---\n\n## Three {#three}\n\nThird.\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n";

        Merge(Common, moved, Common).Text(_ => MergeChoice.Mine).Should().Be(moved);
        Merge(moved, Common, Common).Text(_ => MergeChoice.Mine).Should().Be(moved);
    }

    [Fact]
    public void Two_front_matters_are_never_put_into_one_file()
    {
        var merge = Merge(Common.Replace("reviewed: {}", "reviewed: { one: 12345678 }"), Common, null);

        var part = merge.Parts.Single(p => p.Differs);
        (part.Kind, part.MayKeepBoth).Should().Be((TextPartKind.FrontMatter, false));
        merge.Text(_ => MergeChoice.Both).Should().Be(Common.Replace("reviewed: {}", "reviewed: { one: 12345678 }"));
    }

    [Fact]
    public void Blank_lines_at_a_parts_end_are_no_difference() =>
        Merge(Common, Common.Replace("First.\n\n", "First.\n\n\n") + "\n\n", null).Parts.Should().OnlyContain(part => !part.Differs);

    private static TextMerge Merge(string mine, string theirs, string? common) =>
        new(TextPart.Of(Overlay, mine), TextPart.Of(Overlay, theirs), common is null ? [] : TextPart.Of(Overlay, common));
}
