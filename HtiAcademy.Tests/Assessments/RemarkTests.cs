using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public class RemarkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly Guid Version = Guid.NewGuid();
    private static readonly TrueFalse[] Bank = [.. Enumerable.Range(1, 5).Select(i => new TrueFalse($"q{i}", $"Statement {i}", Answer: true))];

    private readonly Classroom _classroom = new();

    [Fact]
    public void A_wrong_answer_that_was_right_raises_the_result_and_passes()
    {
        // Three of five right; by the corrected key the first answer is right too: four of five.
        var attempt = Sit(false, false, true, true, true);
        attempt.Remark(Correct(attempt, "q1"), Version, "trainer@example.org", Now).Should().BeTrue();

        (attempt.Percent, attempt.Passed).Should().Be((80m, true));
        var drawn = Drawn(attempt, "q1");
        drawn.Fraction.Should().Be(1);
        drawn.Correction.Should().Be(new KeyCorrection(Version, Bank[0].Hash, Corrected(0).Hash, Raised: true, "trainer@example.org", Now));
        (drawn.Hash, drawn.KeyHash).Should().Be((Bank[0].Hash, Corrected(0).Hash));
    }

    [Fact]
    public void Whoever_answered_by_the_wrong_key_keeps_result_and_pass()
    {
        var attempt = Sit(true, false, true, true, true);
        attempt.Remark(Correct(attempt, "q1"), Version, "trainer@example.org", Now).Should().BeTrue();

        (attempt.Percent, attempt.Passed).Should().Be((80m, true));
        Drawn(attempt, "q1").Fraction.Should().Be(0, "statistics go by the right key");
        Drawn(attempt, "q1").Correction!.Raised.Should().BeFalse();
    }

    [Fact]
    public void Marking_again_twice_changes_nothing_the_second_time()
    {
        var attempt = Sit(false, false, true, true, true);
        attempt.Remark(Correct(attempt, "q1"), Version, "trainer@example.org", Now);
        var (revision, correction) = (attempt.Revision, Drawn(attempt, "q1").Correction);

        attempt.Remark(Correct(attempt, "q1"), Version, "another@example.org", Now.AddDays(1)).Should().BeFalse();

        (attempt.Revision, attempt.Percent).Should().Be((revision, 80m));
        Drawn(attempt, "q1").Correction.Should().Be(correction);
    }

    [Fact]
    public void Several_corrections_at_once_are_weighed_together()
    {
        // One answer gained and one lost: three of five as before.
        var attempt = Sit(false, false, true, true, true);
        attempt.Remark(Correct(attempt, "q1", "q3"), Version, "trainer@example.org", Now);
        attempt.Percent.Should().Be(60);
        Drawn(attempt, "q1").Correction!.Raised.Should().BeFalse("the result as a whole did not rise");
    }

    [Fact]
    public void A_result_that_rose_passes_the_step_and_is_no_activity_of_the_officer()
    {
        var attempt = Sit(false, false, true, true, true);
        _classroom.Enrolment.Record(attempt);
        var active = _classroom.Enrolment.LastActiveAt;
        attempt.Remark(Correct(attempt, "q1"), Version, "trainer@example.org", Now.AddDays(9));

        _classroom.Enrolment.RecordAgain(attempt);

        var step = _classroom.Enrolment.StepOf("quiz")!;
        (step.BestPercent, step.PassedAt, step.Attempts).Should().Be((80m, Now, 1));
        _classroom.Enrolment.LastActiveAt.Should().Be(active);
    }

    [Fact]
    public void A_newer_attempt_goes_on_waiting_to_be_marked()
    {
        var attempt = Sit(false, false, true, true, true);
        _classroom.Enrolment.Record(attempt);
        var essay = new Essay("story", "Describe the case.");
        var newer = new Attempt(_classroom.Enrolment, new Blueprint("quiz", [[essay]], 1, 80, null), _classroom.Locale, number: 2, seed: 1, Now.AddDays(1));
        newer.Answer(1, essay, ["It began at night."], Now.AddDays(1)).Should().Be(AnswerOutcome.Saved);
        newer.Submit(new Dictionary<string, Question> { [essay.Hash] = essay }, Now.AddDays(1));
        _classroom.Enrolment.Await(newer);

        attempt.Remark(Correct(attempt, "q1"), Version, "trainer@example.org", Now.AddDays(2));
        _classroom.Enrolment.RecordAgain(attempt);

        _classroom.Enrolment.StepOf("quiz")!.WaitsSince.Should().Be(Now.AddDays(1));
    }

    [Fact]
    public void An_attempt_that_is_not_marked_cannot_be_marked_again()
    {
        var attempt = Begin();
        attempt.Invoking(a => a.Remark(Correct(attempt, "q1"), Version, "x", Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_attempt_that_was_never_recorded_cannot_be_recorded_again() =>
        _classroom.Enrolment.Invoking(e => e.RecordAgain(Sit(true, true, true, true, true))).Should().Throw<InvalidOperationException>();

    private static TrueFalse Corrected(int index) => Bank[index] with { Answer = false };

    private static DrawnQuestion Drawn(Attempt attempt, string name) => attempt.Questions.Single(q => q.Name == name);

    private static Dictionary<int, Question> Correct(Attempt attempt, params string[] names) => attempt.Questions
        .Where(q => names.Contains(q.Name))
        .ToDictionary(q => q.Position, q => (Question)Corrected(Array.FindIndex(Bank, b => b.Name == q.Name)));

    private Attempt Begin() => new(_classroom.Enrolment, new Blueprint("quiz", [Bank], 5, 80, null), _classroom.Locale, number: 1, seed: 7, Now);

    /// <param name="said">To each of the five statements, which are all true by the first key.</param>
    private Attempt Sit(params bool[] said)
    {
        var attempt = Begin();
        foreach (var drawn in attempt.Questions)
        {
            var index = Array.FindIndex(Bank, b => b.Name == drawn.Name);
            attempt.Answer(drawn.Position, Bank[index], [said[index] ? "true" : "false"], Now);
        }

        attempt.Submit(Bank.ToDictionary(q => q.Hash, q => (Question)q), Now);
        return attempt;
    }
}
