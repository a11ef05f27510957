using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public sealed class AttemptTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private readonly Classroom _class = new();

    [Fact]
    public void A_quiz_draws_as_many_questions_as_its_module_says_and_none_twice()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);

        attempt.Questions.Should().HaveCount(_class.Course.Module("what-is-trafficking").Draw);
        attempt.Questions.Select(q => q.Hash).Should().OnlyHaveUniqueItems();
        attempt.Questions.Select(q => q.Position).Should().Equal(Enumerable.Range(1, attempt.Questions.Count));
    }

    [Fact]
    public void The_final_asks_about_every_module()
    {
        var attempt = _class.Begin(Step.Final, Now);

        attempt.Questions.Should().HaveCount(_class.Course.Final.Draw);
        foreach (var module in _class.Course.Modules)
        {
            var own = module.Questions(_class.Locale).Select(q => q.Hash);
            attempt.Questions.Count(q => own.Contains(q.Hash)).Should().BeGreaterThanOrEqualTo(_class.Course.Final.Draw / _class.Course.Modules.Count, module.Id);
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_another()
    {
        var first = _class.Begin(Step.Final, Now, seed: 1).Questions.Select(q => q.Hash).ToList();

        _class.Begin(Step.Final, Now, seed: 1).Questions.Select(q => q.Hash).Should().Equal(first);
        _class.Begin(Step.Final, Now, seed: 2).Questions.Select(q => q.Hash).Should().NotEqual(first);
    }

    [Fact]
    public void A_later_answer_replaces_an_earlier_one_and_nothing_given_keeps_it()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        var (drawn, question) = FirstChoice(attempt);

        attempt.Answer(drawn.Position, question, ["0"], Now);
        attempt.Answer(drawn.Position, question, ["1"], Now.AddMinutes(1)).Should().Be(AnswerOutcome.Saved);
        attempt.Answer(drawn.Position, question, [], Now.AddMinutes(2)).Should().Be(AnswerOutcome.NothingGiven);

        drawn.Response.Should().Be("1");
        drawn.AnsweredAt.Should().Be(Now.AddMinutes(1));
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        var (drawn, question) = FirstChoice(attempt);
        attempt.Answer(drawn.Position, question, ["0"], Now);
        var revision = attempt.Revision;

        attempt.Answer(drawn.Position, question, ["0"], Now.AddMinutes(5)).Should().Be(AnswerOutcome.Saved);

        attempt.Revision.Should().Be(revision);
        drawn.AnsweredAt.Should().Be(Now);
    }

    [Fact]
    public void An_answer_to_another_question_than_the_drawn_one_is_refused()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        var (drawn, question) = FirstChoice(attempt);
        var elsewhere = attempt.Questions.First(q => q != drawn).Position;

        attempt.Answer(elsewhere, question, ["0"], Now).Should().Be(AnswerOutcome.NoSuchQuestion);
        attempt.Answer(99, question, ["0"], Now).Should().Be(AnswerOutcome.NoSuchQuestion);
        attempt.Answer(drawn.Position, null, ["0"], Now).Should().Be(AnswerOutcome.NoSuchQuestion);
    }

    [Fact]
    public void Half_of_the_questions_right_is_fifty_percent_and_not_passed()
    {
        var attempt = _class.Begin(Step.Final, Now);
        foreach (var drawn in attempt.Questions.Take(_class.Course.Final.Draw / 2))
        {
            attempt.Answer(drawn.Position, _class.Bank[drawn.Hash], RightAnswers.To(_class.Bank[drawn.Hash]), Now);
        }

        attempt.Submit(_class.Bank, Now.AddMinutes(20)).Should().BeTrue();

        attempt.Percent.Should().Be(50);
        attempt.Passed.Should().BeFalse();
        attempt.SubmittedAt.Should().Be(Now.AddMinutes(20));
    }

    [Fact]
    public void Submitting_again_does_nothing()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        attempt.Submit(_class.Bank, Now);

        attempt.Submit(_class.Bank, Now.AddHours(1)).Should().BeFalse();

        attempt.SubmittedAt.Should().Be(Now);
    }

    [Fact]
    public void After_its_time_an_attempt_takes_no_answer_and_counts_what_was_saved()
    {
        var attempt = _class.Begin(Step.Final, Now);
        var drawn = attempt.Questions[0];
        var question = _class.Bank[drawn.Hash];
        var end = Now.AddMinutes(_class.Course.Final.Minutes!.Value);
        attempt.Answer(drawn.Position, question, RightAnswers.To(question), end.AddSeconds(-1)).Should().Be(AnswerOutcome.Saved);

        attempt.IsOverdue(end + Attempt.Grace - TimeSpan.FromSeconds(1)).Should().BeFalse("an answer sent in time may still be on its way");
        attempt.Answer(attempt.Questions[1].Position, _class.Bank[attempt.Questions[1].Hash], ["0"], end + Attempt.Grace).Should().Be(AnswerOutcome.Closed);
        attempt.IsOverdue(end + Attempt.Grace).Should().BeTrue();
        attempt.Submit(_class.Bank, end.AddDays(1));

        attempt.SubmittedAt.Should().Be(end, "the time after the end is not the officer's");
        attempt.Questions.Count(q => q.Fraction == 1).Should().Be(1);
    }

    [Fact]
    public void A_clock_that_was_put_back_loses_no_answer()
    {
        var attempt = _class.Begin(Step.Final, Now);
        var drawn = attempt.Questions[0];
        var question = _class.Bank[drawn.Hash];

        attempt.Answer(drawn.Position, question, RightAnswers.To(question), Now.AddHours(-5)).Should().Be(AnswerOutcome.Saved);
        attempt.Submit(_class.Bank, Now.AddHours(-4)).Should().BeTrue();

        attempt.Questions.Count(q => q.Fraction == 1).Should().Be(1);
    }

    [Fact]
    public void A_quiz_has_no_time_limit()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);

        attempt.IsOverdue(Now.AddYears(1)).Should().BeFalse();
    }

    [Fact]
    public void Extra_minutes_are_added_to_a_limit_and_to_nothing_else()
    {
        _class.Enrolment.GrantExtraMinutes(15);

        _class.Begin(Step.Final, Now).EndsAt.Should().Be(Now.AddMinutes(_class.Course.Final.Minutes!.Value + 15));
        _class.Begin("what-is-trafficking", Now).EndsAt.Should().BeNull();
        _class.Enrolment.Invoking(e => e.GrantExtraMinutes(Enrolment.MostExtraMinutes + 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void An_open_attempt_is_given_more_time_and_a_submitted_one_is_not()
    {
        var attempt = _class.Begin(Step.Final, Now);
        var end = attempt.EndsAt!.Value;

        attempt.Extend(TimeSpan.FromMinutes(10));
        attempt.Submit(_class.Bank, Now);
        attempt.Extend(TimeSpan.FromMinutes(10));

        attempt.EndsAt.Should().Be(end.AddMinutes(10));
    }

    [Theory]
    [InlineData(FeedbackPolicy.AtOnce, false, 1, true)]
    [InlineData(FeedbackPolicy.AfterPassing, false, 9, false)]
    [InlineData(FeedbackPolicy.AfterPassing, true, 1, true)]
    [InlineData(FeedbackPolicy.AfterDue, true, 5, false)]
    [InlineData(FeedbackPolicy.AfterDue, false, 6, true)]
    [InlineData(FeedbackPolicy.Never, true, 9, false)]
    public void Answers_are_shown_by_the_assessment_s_policy(FeedbackPolicy policy, bool passed, int day, bool shown)
    {
        new Assessment(1, null, Feedback: policy).ShowsAnswers(passed, new DateOnly(2026, 12, day), dueOn: new DateOnly(2026, 12, 5)).Should().Be(shown);
    }

    private (DrawnQuestion Drawn, Question Question) FirstChoice(Attempt attempt)
    {
        var drawn = attempt.Questions.First(q => _class.Bank[q.Hash] is SingleChoice);
        return (drawn, _class.Bank[drawn.Hash]);
    }
}
