using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public sealed class DrawTests
{
    [Fact]
    public void Every_seed_gives_a_permutation()
    {
        int[] items = [.. Enumerable.Range(0, 12)];
        for (var seed = 0; seed < 500; seed++)
        {
            Draw.Shuffle(items, seed, 3).Should().BeEquivalentTo(items);
        }
    }

    [Fact]
    public void Every_place_is_about_as_likely()
    {
        var counts = new int[4, 4];
        for (var seed = 0; seed < 8000; seed++)
        {
            var shuffled = Draw.Shuffle([0, 1, 2, 3], seed, 0);
            for (var place = 0; place < 4; place++)
            {
                counts[shuffled[place], place]++;
            }
        }

        counts.Cast<int>().Should().OnlyContain(n => n > 1800 && n < 2200, "2000 are expected and the deviation is about 39");
    }

    [Fact]
    public void A_shuffle_is_the_same_for_ever()
    {
        // Pinned: an open attempt must show its options in the same order after an upgrade.
        Draw.Shuffle(["a", "b", "c", "d", "e", "f"], seed: 2026, stream: 11).Should().Equal(PinnedOrder);
    }

    [Fact]
    public void A_draw_takes_evenly_from_every_bank_and_never_more_than_there_is()
    {
        var banks = new[] { Bank("a", 2), Bank("b", 10), Bank("c", 10) };
        for (var seed = 0; seed < 100; seed++)
        {
            var names = Draw.From(banks, 12, seed).Select(q => q.Name[0]).ToList();
            names.Should().HaveCount(12);
            names.Count(n => n == 'a').Should().Be(2);
            names.Count(n => n == 'b').Should().Be(5);
        }

        Draw.From(banks, 100, 1).Should().HaveCount(22);
        Draw.From([], 5, 1).Should().BeEmpty();
    }

    [Theory]
    [InlineData(new[] { 1.0, 1.0, 0.0 }, 66.7)]
    [InlineData(new[] { 1.0, 0.0, 0.0 }, 33.3)]
    [InlineData(new[] { 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 }, 6.3)]
    [InlineData(new double[0], 0)]
    public void A_score_is_rounded_half_away_from_zero_to_one_place(double[] fractions, double percent) =>
        Score.Percent([.. fractions.Select(f => (decimal)f)]).Should().Be((decimal)percent);

    private static readonly string[] PinnedOrder = ["d", "f", "e", "b", "c", "a"];

    private static IReadOnlyList<Question> Bank(string name, int size) =>
        [.. Enumerable.Range(0, size).Select(i => new TrueFalse($"{name}{i}", $"{name}{i}", true))];
}
