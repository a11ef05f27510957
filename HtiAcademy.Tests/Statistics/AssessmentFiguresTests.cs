using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class AssessmentFiguresTests
{
    private static readonly decimal[][] Five = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]];

    [Fact]
    public void Mean_deviation_and_median_describe_the_percentages()
    {
        // 100 75 50 25 0, each twice: mean and median 50; squares 2 × (2500 + 625 + 0 + 625 + 2500) = 12500; √(12500 / 9) = 37.26780.
        var figures = Figures(Sheets.Table(Five).Times(2));
        (figures.Officers, figures.Mean, figures.Median).Should().Be((10, 50, 50));
        figures.Deviation.Should().BeApproximately(37.26780, 1e-5);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two() =>
        Figures(Sheets.Table([1, 1, 1, 1], [1, 0, 0, 0], [1, 1, 1, 0], [0, 0, 0, 0])).Median.Should().Be(50);

    [Fact]
    public void The_pass_rate_is_of_first_attempts()
    {
        var sittings = Sheets.Table([1], [1], [1], [0]).Select((sitting, i) => sitting with { Passed = i < 3 }).ToList();
        var second = sittings[3] with { Passed = true, SubmittedAt = Sheets.Monday.AddDays(2) };
        Figures([.. sittings, second]).PassRate.Should().Be(0.75);
    }

    [Fact]
    public void Where_all_are_asked_the_same_alpha_is_the_classical_one()
    {
        // Variances of the questions 0.24 + 0.24 + 0.24 + 0.16 = 0.88, of the totals 4 3 2 1 0: 2.
        // 4/3 × (1 - 0.88 / 2) = 0.746667. Error of measurement 37.26780 × √(1 - 0.746667) = 18.75771.
        var figures = Figures(Sheets.Table(Five).Times(2));
        figures.Alpha.Should().BeApproximately(0.746667, 1e-6);
        figures.ErrorOfMeasurement.Should().BeApproximately(18.75771, 1e-5);
    }

    [Fact]
    public void Where_questions_are_drawn_alpha_comes_from_the_pairs_asked_together()
    {
        // Each pair asked of four officers: sums of squares and products around the pair's own means are
        //   a b: 1 and 1, product 1;   b c: 1 and 1, product 0;   a c: 0.75 and 1, product 2 - 3 × 2 / 4 = 0.5.
        // Halved squares 1 + 1 + 0.875 = 2.875, products 1.5, both over 12 - 3 = 9. Two drawn: 2 × 1.5 / (2.875 + 1.5) = 0.685714.
        List<Sitting> sittings =
        [
            .. Pair("a", "b", [1, 1], [1, 1], [0, 0], [0, 0]),
            .. Pair("c", "b", [1, 1], [0, 1], [1, 0], [0, 0]),
            .. Pair("a", "c", [1, 1], [1, 1], [1, 0], [0, 0]),
        ];
        Figures(sittings).Alpha.Should().BeApproximately(0.685714, 1e-6);
    }

    [Fact]
    public void Alpha_of_drawn_questions_comes_close_to_what_is_known_of_them()
    {
        // Half of the officers know 80 %, half 20 %: variance of a question 0.25, covariance 0.09.
        // Ten drawn: 10 × 0.09 / (0.25 + 9 × 0.09) = 0.849.
        var random = new Random(5);
        var sittings = Enumerable.Range(0, 3000).Select(officer =>
        {
            var drawn = Enumerable.Range(0, 30).ToArray();
            random.Shuffle(drawn);
            return Sheets.Sitting($"officer {officer}", [.. drawn.Take(10).Select(q => Answer.Given(Sheets.Question($"q{q}"), random.NextDouble() < (officer % 2 == 0 ? 0.8 : 0.2) ? 1 : 0))]);
        });
        Figures(sittings).Alpha.Should().BeApproximately(0.849, 0.01);
    }

    [Fact]
    public void Questions_that_are_answered_alike_have_an_alpha_of_1()
    {
        Figures(Sheets.Table([1, 1, 1], [0, 0, 0], [0.5m, 0.5m, 0.5m]).Times(5)).Alpha.Should().BeApproximately(1, 1e-12);
        Figures([.. Pair("a", "b", [1, 1], [1, 1], [0, 0], [0, 0], [0, 0]), .. Pair("b", "c", [1, 1], [0, 0], [0, 0], [1, 1], [1, 1])])
            .Alpha.Should().BeApproximately(1, 1e-12);
    }

    [Fact]
    public void Questions_that_contradict_each_other_have_an_alpha_below_0_and_no_error_of_measurement()
    {
        // Products of a pair 1 - 3 × 2 / 5 = -0.2, squares 1.2 each: 2 × -0.2 / (1.2 - 0.2) = -0.4.
        var figures = Figures(Sheets.Table([1, 1], [1, 0], [1, 0], [0, 1], [0, 0]).Times(2));
        figures.Alpha.Should().BeApproximately(-0.4, 1e-12);
        figures.ErrorOfMeasurement.Should().BeNull();
    }

    [Fact]
    public void Nine_officers_are_too_few_for_an_alpha() => Figures(Sheets.Table(Five).Times(2).Take(9)).Alpha.Should().BeNull();

    [Fact]
    public void Pairs_that_hardly_anyone_shares_give_no_alpha() =>
        Figures(Enumerable.Range(0, 40).SelectMany(i => Pair($"a{i}", $"b{i}", [i % 2, i % 2]))).Alpha.Should().BeNull();

    [Fact]
    public void One_question_or_marks_that_are_all_alike_give_no_alpha()
    {
        Figures(Sheets.Table([1], [0]).Times(10)).Alpha.Should().BeNull();
        Figures(Sheets.Table([1, 0, 0.33333m]).Times(20)).Alpha.Should().BeNull();
    }

    [Fact]
    public void One_officer_alone_has_no_deviation() => Figures(Sheets.Table([1, 0])).Deviation.Should().BeNull();

    private static AssessmentFigures Figures(IEnumerable<Sitting> sittings) => new Sample(sittings).Assessments().Single();

    private static IEnumerable<Sitting> Pair(string one, string other, params decimal[][] marks) =>
        marks.Select((mark, i) => Sheets.Sitting(
            $"officer {one} {other} {i}", Answer.Given(Sheets.Question(one), mark[0]), Answer.Given(Sheets.Question(other), mark[1])));
}
