using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class RemarkTests
{
    private static readonly AskedQuestion Choice = Sheets.Question("choice", options: 3, right: 0);

    [Theory]
    [InlineData(38, Remark.TooEasy)]
    [InlineData(8, Remark.TooHard)]
    public void A_question_that_nearly_all_answer_alike_is_remarked_on(int rightOfForty, Remark remark) =>
        Remarks(Shares(rightOfForty, 40)).Should().Equal(remark);

    [Theory]
    [InlineData(37)]
    [InlineData(9)]
    public void A_question_just_inside_the_bounds_is_not(int rightOfForty) => Remarks(Shares(rightOfForty, 40)).Should().BeEmpty();

    [Fact]
    public void A_small_sample_carries_no_remark()
    {
        Remarks(Shares(29, 29)).Should().BeEmpty();
        Remarks(Shares(30, 30)).Should().Equal(Remark.TooEasy);
    }

    [Fact]
    public void A_question_that_good_and_weak_officers_answer_alike_does_not_discriminate() =>
        Remarks(Chosen(good: [10, 5, 5], weak: [10, 5, 5])).Should().Equal(Remark.DoesNotDiscriminate);

    [Fact]
    public void A_correlation_below_0_that_may_be_chance_is_not_called_negative()
    {
        // r = (9 × 9 - 11 × 11) / 400 = -0.1, and chance alone goes below -1.645 / √39 = -0.263 once in twenty times.
        Remarks(Chosen(good: [9, 6, 5], weak: [11, 4, 5])).Should().Equal(Remark.DoesNotDiscriminate);
    }

    [Fact]
    public void A_question_that_weak_officers_answer_better_discriminates_the_wrong_way()
    {
        // r = (6 × 6 - 14 × 14) / 400 = -0.4. The good chose each distractor seven times: more often than the key.
        Remarks(Chosen(good: [6, 7, 7], weak: [14, 3, 3])).Should().Equal(Remark.NegativeDiscrimination, Remark.WrongKeySuspected);
    }

    [Fact]
    public void A_question_that_tells_good_from_weak_officers_is_not_remarked_on() =>
        Remarks(Chosen(good: [16, 2, 2], weak: [8, 6, 6])).Should().BeEmpty();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_distractor_that_hardly_anyone_chooses_is_dead(int choices, bool dead)
    {
        // 39 or 40 wrong choices, of which one in twenty would be 1.95 or 2.
        var remarks = Remarks(Chosen(good: [31, 9, 0], weak: [10, 29, choices]));
        remarks.Contains(Remark.DeadDistractor).Should().Be(dead);
    }

    [Fact]
    public void With_few_wrong_choices_no_distractor_is_called_dead() =>
        Remarks(Chosen(good: [18, 2, 0], weak: [9, 11, 0])).Should().BeEmpty();

    [Fact]
    public void The_best_choosing_another_option_than_the_key_makes_the_key_suspect() =>
        Remarks(Chosen(good: [2, 16, 2], weak: [7, 6, 7])).Should().Contain(Remark.WrongKeySuspected);

    [Fact]
    public void A_trap_into_which_the_weak_fall_more_than_the_best_is_no_wrong_key() =>
        Remarks(Chosen(good: [9, 10, 1], weak: [4, 14, 2])).Should().NotContain(Remark.WrongKeySuspected);

    private static IReadOnlyList<Remark> Remarks(IEnumerable<Sitting> sittings) => new Sample(sittings).Question("choice").Remarks;

    /// <summary>How often officers with everything else right, and with nothing else right, chose each option; the key is the first.</summary>
    private static IEnumerable<Sitting> Chosen(int[] good, int[] weak) => Choose(good, rest: 1).Concat(Choose(weak, rest: 0));

    private static IEnumerable<Sitting> Choose(int[] counts, decimal rest) =>
        counts.SelectMany((count, option) => Enumerable.Range(0, count).Select(i => Sheets.Sitting(
            $"officer {rest} {option} {i}", Answer.Given(Choice, option == 0 ? 1 : 0, option), Answer.Given(Sheets.Question("rest"), rest))));

    /// <summary>A question by itself, so that nothing but its facility can be remarked on.</summary>
    private static IEnumerable<Sitting> Shares(int right, int asked) =>
        Enumerable.Range(0, asked).Select(i => Sheets.Sitting($"officer {i}", Answer.Given(Sheets.Question("choice"), i < right ? 1 : 0)));
}
