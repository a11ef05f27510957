using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class GroupComparisonTests
{
    [Fact]
    public void Groups_are_compared_among_officers_with_the_same_score()
    {
        // The two strata that MantelHaenszelTests works by hand: 3.5. Without strata it would be 75 × 30 / (15 × 40) = 3.75; by
        // the rest alone nothing could be compared, since among equal rests all have the studied question alike.
        var comparison = Compare(Worked()).Single(c => c.Name == "studied");
        comparison.Group.Should().Be("es");
        comparison.Test.OddsRatio.Should().BeApproximately(3.5, 1e-12);
        (comparison.Test.Class, comparison.IsFlagged, comparison.SameWording).Should().Be((DifferenceClass.C, true, true));
    }

    [Fact]
    public void Half_of_the_mark_counts_as_right_and_less_as_wrong() =>
        Compare(Worked(right: 0.5m, wrong: 0.49m)).Single(c => c.Name == "studied").Test.OddsRatio.Should().BeApproximately(3.5, 1e-12);

    [Fact]
    public void Wordings_of_one_name_are_compared_and_said_to_differ()
    {
        var translated = Worked().Select(sitting => sitting.Language == "en" ? sitting : sitting with
        {
            Answers = [.. sitting.Answers.Select(answer => Answer.Given(answer.Question with { Hash = $"es {answer.Question.Hash}" }, answer.Fraction))],
        });
        var comparison = Compare(translated).Single(c => c.Name == "studied");
        comparison.SameWording.Should().BeFalse();
        comparison.Test.OddsRatio.Should().BeApproximately(3.5, 1e-12);
    }

    [Fact]
    public void Of_two_groups_the_smaller_is_compared_with_the_larger_alone() =>
        Compare(Worked()).Select(c => c.Group).Distinct().Should().Equal("es");

    [Fact]
    public void The_group_that_is_smaller_in_the_sample_is_compared_even_where_more_of_it_drew_a_question()
    {
        var english = Enumerable.Range(0, 100).Select(i => Sheets.Sitting(
            $"of another draw {i}", Answer.Given(Sheets.Question("not studied"), 1), Answer.Given(Sheets.Question("other"), 1)));
        var half = Worked().Where((sitting, i) => sitting.Language == "es" || i % 2 == 0);
        Compare([.. half, .. english]).Single(c => c.Name == "studied").Group.Should().Be("es");
    }

    [Fact]
    public void Of_three_groups_each_is_compared_with_the_rest()
    {
        var french = Worked().Where(sitting => sitting.Language == "es").Select(sitting => sitting with { Officer = $"fr {sitting.Officer}", Language = "fr" });
        var comparisons = Compare([.. Worked(), .. french]).Where(c => c.Name == "studied").ToList();
        comparisons.Select(c => (c.Group, c.Test.Focal, c.Test.Reference)).Should().Equal(("en", 90, 140), ("es", 70, 160), ("fr", 70, 160));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 3)]
    public void Fewer_than_thirty_officers_of_a_group_are_not_compared(int spanish, int comparisons)
    {
        var sittings = Worked().GroupBy(sitting => sitting.Language)
            .SelectMany(group => group.Key == "es" ? group.Where((_, i) => i % 2 == 0).Take(spanish) : group);
        Compare(sittings).Should().HaveCount(comparisons);
    }

    [Fact]
    public void Countries_are_compared_like_languages()
    {
        var sittings = Worked().Select(sitting => sitting with { Country = sitting.Language == "es" ? "gt" : "ug", Language = "en" });
        new Sample(sittings).Compare(Grouping.Country).Single(c => c.Name == "studied").Group.Should().Be("gt");
    }

    [Fact]
    public void Chances_are_adjusted_for_how_many_questions_are_compared()
    {
        var comparisons = Compare(Worked()).OrderBy(c => c.Test.P).ToList();
        comparisons.Should().HaveCount(3);
        comparisons[0].AdjustedP.Should().Be(Math.Min(3 * comparisons[0].Test.P, comparisons[1].Test.P));
        comparisons[1].AdjustedP.Should().Be(comparisons[1].Test.P, "the two others are answered alike");
        comparisons[2].AdjustedP.Should().Be(comparisons[2].Test.P);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Fair_questions_are_hardly_ever_flagged_even_when_one_group_is_weaker(double gap)
    {
        var comparisons = Enumerable.Range(1, 5)
            .SelectMany(seed => Compare(new Simulation(seed) { Gap = gap }.Sit(english: 320, spanish: 280)))
            .ToList();
        comparisons.Should().HaveCount(200);
        comparisons.Count(c => c.IsFlagged).Should().BeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_question_that_is_harder_in_one_language_is_flagged(int seed)
    {
        var comparison = Compare(new Simulation(seed) { Gap = 0.5, Unfair = 2 }.Sit(english: 450, spanish: 350)).Single(c => c.Name == "0");
        (comparison.Group, comparison.IsFlagged, comparison.Test.HarderForFocal).Should().Be(("es", true, true));
        comparison.Test.Delta.Should().BeNegative();
    }

    private static IReadOnlyList<GroupComparison> Compare(IEnumerable<Sitting> sittings) => new Sample(sittings).Compare(Grouping.Language);

    /// <summary>Ninety officers in English, seventy in Spanish, in two strata: one and two points of three.</summary>
    private static List<Sitting> Worked(decimal right = 1, decimal wrong = 0) =>
    [
        .. Officers("en", points: 1, right, 30), .. Officers("en", points: 1, wrong, 10), .. Officers("es", points: 1, right, 20), .. Officers("es", points: 1, wrong, 20),
        .. Officers("en", points: 2, right, 45), .. Officers("en", points: 2, wrong, 5), .. Officers("es", points: 2, right, 20), .. Officers("es", points: 2, wrong, 10),
    ];

    /// <param name="points">Of the three questions together; what the studied one does not give, the others give in halves.</param>
    private static IEnumerable<Sitting> Officers(string language, decimal points, decimal mark, int count) =>
        Enumerable.Range(0, count).Select(i => Sheets.Sitting(
            $"{language} {points} {mark} {i}",
            Answer.Given(Sheets.Question("studied"), mark),
            Answer.Given(Sheets.Question("other"), (points - mark) / 2),
            Answer.Given(Sheets.Question("third"), (points - mark) / 2)) with { Language = language });
}
