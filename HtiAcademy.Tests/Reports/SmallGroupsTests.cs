using HtiAcademy.Domain.Reports;
using static HtiAcademy.Domain.Reports.GroupShown;

namespace HtiAcademy.Tests.Reports;

public sealed class SmallGroupsTests
{
    private const int Largest = 9;

    // What a group may be thought to be that is kept back beside a small one.
    private const int LargestThought = Largest + SmallGroups.Least;

    [Fact]
    public void Large_groups_are_shown() => SmallGroups.Of([5, 6, 40]).Should().Equal(AsItIs, AsItIs, AsItIs);

    [Fact]
    public void Of_one_small_group_the_largest_other_is_kept_back_too() => SmallGroups.Of([12, 3, 7]).Should().Equal(Hidden, Few, AsItIs);

    [Fact]
    public void Several_small_groups_hide_each_other() => SmallGroups.Of([12, 3, 1]).Should().Equal(AsItIs, Few, Few);

    [Fact]
    public void Small_groups_as_large_as_they_can_be_hide_nothing() => SmallGroups.Of([12, 4, 4]).Should().Equal(Hidden, Few, Few);

    [Fact]
    public void When_all_are_so_not_even_the_total_is_told() => SmallGroups.Of([4, 4, 4]).Should().BeNull();

    [Fact]
    public void Whether_nobody_or_somebody_is_in_a_small_group_is_not_told() => SmallGroups.Of([0, 3, 20]).Should().Equal(Few, Few, AsItIs);

    /// <summary>Whoever knows the rule and all that is told thinks of every set of groups that would be told so.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nothing_that_is_told_gives_a_small_group_away(int groups)
    {
        foreach (var alike in Sets(groups).GroupBy(Told))
        {
            var sets = alike.ToList();
            if (sets.TrueForAll(set => set.Max() > Largest))
            {
                continue;
            }

            var shown = SmallGroups.Of(sets[0]);
            for (var group = 0; group < groups; group++)
            {
                if (shown?[group] is null or Few && sets.TrueForAll(set => set[group] == sets[0][group]))
                {
                    sets[0][group].Should().Be(0, "only that a group is empty may come out, but {0} tells {1}", alike.Key, string.Join(' ', sets[0]));
                }
            }
        }
    }

    private static string Told(int[] sizes) => SmallGroups.Of(sizes) is { } shown
        ? $"{string.Join(' ', sizes.Zip(shown, (size, how) => how == AsItIs ? $"{size}" : $"{how}"))} of {sizes.Sum()}"
        : "nothing";

    private static IEnumerable<int[]> Sets(int groups) => groups == 0
        ? [[]]
        : Sets(groups - 1).SelectMany(set => Enumerable.Range(0, LargestThought + 1).Select(size => (int[])[.. set, size]));
}
