using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class QuestionFiguresTests
{
    private static readonly AskedQuestion Choice = Sheets.Question("choice", options: 4, right: 1);

    // q1 = 1 1 1 0 0, the rest (q2 to q4) in points = 3 2 1 1 0.
    private static readonly List<Sitting> Five = Sheets.Table([1, 1, 1, 1], [1, 1, 1, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]);

    [Fact]
    public void Facility_is_the_mean_mark()
    {
        // (1 + 0.5 + 0.25 + 0) / 4 = 1.75 / 4 = 0.4375.
        // Deviations 0.5625 0.0625 -0.1875 -0.4375; squares 0.31640625 + 0.00390625 + 0.03515625 + 0.19140625 = 0.546875.
        // Deviation √(0.546875 / 3) = 0.4269563; standard error 0.4269563 / √4 = 0.2134781.
        var figures = new Sample(Sheets.Table([1], [0.5m], [0.25m], [0])).Question("q1");
        figures.Asked.Should().Be(4);
        figures.Facility.Should().Be(0.4375);
        figures.StandardError.Should().BeApproximately(0.2134781, 1e-7);
    }

    [Fact]
    public void A_question_left_out_counts_nothing_and_is_counted()
    {
        var figures = new Sample([Sheets.Sitting("Nakato", Answer.LeftOut(Choice)), Sheets.Sitting("Okello", Answer.Given(Choice, 1, 1))]).Question("choice");
        (figures.Asked, figures.LeftOut, figures.Facility).Should().Be((2, 1, 0.5));
        figures.Options.Select(option => option.Count).Should().Equal(0, 1, 0, 0);
    }

    // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_Wilsons(int right, int asked, double from, double to)
    {
        var marks = Enumerable.Range(0, asked).Select(officer => new[] { officer < right ? 1m : 0m });
        var interval = new Sample(Sheets.Table([.. marks])).Question("q1").Interval;
        interval.From.Should().BeApproximately(from, 0.00005);
        interval.To.Should().BeApproximately(to, 0.00005);
    }

    [Fact]
    public void Discrimination_correlates_the_mark_with_the_rest()
    {
        // q1 less its mean 0.6: 0.4 0.4 0.4 -0.6 -0.6; the rest less its mean 1.4: 1.6 0.6 -0.4 -0.4 -1.4.
        // Products 0.64 + 0.24 - 0.16 + 0.24 + 0.84 = 1.8; squares 1.2 and 5.2; 1.8 / √(1.2 × 5.2) = 1.8 / √6.24 = 0.720577.
        new Sample(Five.Times(2)).Question("q1").Discrimination.Should().BeApproximately(0.720577, 1e-6);
    }

    [Fact]
    public void Questions_that_not_everyone_drew_are_set_against_the_rest_that_each_drew()
    {
        // The four who are right on q1 have 1, 1, 1/2, 1/2 of the rest, the other six 1/2 or 0, from draws of two or three.
        // q1 less 0.4: four of 0.6, six of -0.4. Rests sum to 3 + 1.5 = 4.5, mean 0.45: less it 0.55 0.55 0.05 0.05, three of 0.05, three of -0.45.
        // Products 0.6 × 1.2 - 0.4 × (0.15 - 1.35) = 0.72 + 0.48 = 1.2; squares 4 × 0.36 + 6 × 0.16 = 2.4
        // and 2 × 0.3025 + 5 × 0.0025 + 3 × 0.2025 = 1.225; 1.2 / √(2.4 × 1.225) = 1.2 / √2.94 = 0.699854.
        (decimal Mark, decimal[] Others)[] rows =
        [
            (1, [1]), (1, [1, 1]), (1, [1, 0]), (1, [0, 1]),
            (0, [1, 0]), (0, [0, 1]), (0, [1, 0]), (0, [0]), (0, [0, 0]), (0, [0]),
        ];
        var sittings = rows.Select((row, i) => Sheets.Sitting(
            $"officer {i}",
            [Answer.Given(Sheets.Question("q1"), row.Mark), .. row.Others.Select((mark, j) => Answer.Given(Sheets.Question($"other {i} {j}"), mark))]));

        new Sample(sittings).Question("q1").Discrimination.Should().BeApproximately(0.699854, 1e-6);
    }

    [Fact]
    public void A_question_that_all_answer_alike_has_no_discrimination() =>
        new Sample(Five.Select(s => s with { Answers = [Answer.Given(Choice, 0.33333m, 0), .. s.Answers] }).Times(4))
            .Question("choice").Discrimination.Should().BeNull();

    [Fact]
    public void Rests_that_are_all_alike_give_no_discrimination_and_no_ends()
    {
        var figures = new Sample(Enumerable.Range(0, 20).Select(i => Sheets.Sitting(
            $"officer {i}", Answer.Given(Choice, i % 2, i % 2), Answer.Given(Sheets.Question("same"), 1)))).Question("choice");
        figures.Discrimination.Should().BeNull();
        figures.Options.Should().OnlyContain(option => option.UpperShare == null && option.LowerShare == null);
    }

    [Fact]
    public void A_question_drawn_alone_has_no_discrimination() =>
        new Sample(Sheets.Table([1], [0]).Times(20)).Question("q1").Discrimination.Should().BeNull();

    [Fact]
    public void Nine_officers_are_too_few_for_discrimination()
    {
        new Sample(Five.Times(2).Take(9)).Question("q1").Discrimination.Should().BeNull();
        new Sample(Five.Times(2)).Question("q1").Discrimination.Should().NotBeNull();
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Below_thirty_officers_a_sample_is_small(int officers, bool small)
    {
        var sample = new Sample(Sheets.Table([1, 0]).Times(officers));
        sample.Question("q1").IsSmallSample.Should().Be(small);
        sample.Assessments().Single().IsSmallSample.Should().Be(small);
    }

    [Fact]
    public void One_officer_alone_has_a_facility_and_no_error()
    {
        var figures = new Sample(Sheets.Table([0.5m])).Question("q1");
        figures.Facility.Should().Be(0.5);
        figures.StandardError.Should().BeNull();
        figures.Remarks.Should().BeEmpty();
    }

    [Fact]
    public void Options_are_counted_among_all_and_among_the_best_and_worst()
    {
        // Eleven officers, with rest 0, 0.1 … 1: 27 % of 11 is 2.97, so three at either end.
        // Worst three chose 0 0 2, best three 1 1 3; of all eleven 2 chose option 0, 6 option 1, 2 option 2 and 1 option 3.
        int[] chosen = [0, 0, 2, 2, 1, 1, 1, 1, 1, 1, 3];
        var options = new Sample(chosen.Select((option, i) => Ranked(i, option))).Question("choice").Options;
        options.Select(option => (option.Index, option.IsRight, option.Count)).Should()
            .Equal((0, false, 2), (1, true, 6), (2, false, 2), (3, false, 1));
        options.Select(option => option.UpperShare).Should().Equal(0, 2 / 3.0, 0, 1 / 3.0);
        options.Select(option => option.LowerShare).Should().Equal(2 / 3.0, 0, 1 / 3.0, 0);
        options.Select(option => option.Share).Should().Equal(2 / 11.0, 6 / 11.0, 2 / 11.0, 1 / 11.0);
    }

    [Fact]
    public void Who_shares_the_last_score_of_an_end_belongs_to_it()
    {
        // Ten officers: 27 % is 3 of them. The third lowest has 0.2, as have the fourth and fifth: the lower end is five.
        int[] rests = [0, 1, 2, 2, 2, 6, 7, 8, 9, 10];
        int[] chosen = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        var options = new Sample(rests.Select((rest, i) => Ranked(rest, chosen[i]) with { Officer = $"officer {i}" })).Question("choice").Options;
        options[0].LowerShare.Should().Be(4 / 5.0);
        options[1].LowerShare.Should().Be(1 / 5.0);
        options[1].UpperShare.Should().Be(1);
    }

    [Fact]
    public void An_option_given_twice_counts_once_and_one_that_is_not_offered_never()
    {
        var options = new Sample([Sheets.Sitting("Nakato", Answer.Given(Choice, 0, 2, 2, 9, -1))]).Question("choice").Options;
        options.Select(option => option.Count).Should().Equal(0, 0, 1, 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Figures_stay_within_their_bounds_whatever_is_answered(int seed)
    {
        var random = new Random(seed);
        var sittings = Enumerable.Range(0, 120).Select(officer => Sheets.Sitting(
            $"officer {officer}",
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(q => Answer.Given(Sheets.Question($"q{random.Next(6)} {q}", 3, 0), random.Next(-2, 7) / 5m, random.Next(-1, 4)))]));
        foreach (var figures in new Sample(sittings).Questions())
        {
            figures.Facility.Should().BeInRange(figures.Interval.From, figures.Interval.To);
            figures.Interval.From.Should().BeGreaterThanOrEqualTo(0);
            figures.Interval.To.Should().BeLessThanOrEqualTo(1);
            (figures.Discrimination ?? 0).Should().BeInRange(-1, 1);
            figures.Options.Sum(option => option.Share).Should().BeLessThanOrEqualTo(1 + 1e-12);
        }
    }

    /// <summary>An officer with so many of ten other questions right.</summary>
    private static Sitting Ranked(int rest, int option) => Sheets.Sitting(
        $"officer with {rest}",
        [
            Answer.Given(Choice, option == 1 ? 1 : 0, option),
            .. Enumerable.Range(0, 10).Select(i => Answer.Given(Sheets.Question($"other {i}"), i < rest ? 1 : 0)),
        ]);
}
