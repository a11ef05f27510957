using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Tests.Learning;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private readonly Classroom _class = new();

    [Fact]
    public void The_first_step_is_to_read_the_first_module()
    {
        var progress = _class.Progress;

        progress.Next(Now).Should().Be(NextStep.ReadModule);
        progress.NextModule!.Module.Id.Should().Be("what-is-trafficking");
        (progress.StepsDone, progress.StepsInAll).Should().Be((0, 7));
    }

    [Fact]
    public void After_reading_comes_the_quiz_of_the_same_module()
    {
        _class.Enrolment.Read("what-is-trafficking", Now);

        _class.Progress.Next(Now).Should().Be(NextStep.TakeQuiz);
        _class.Enrolment.State.Should().Be(EnrolmentState.Active);
    }

    [Fact]
    public void A_failed_quiz_is_still_the_next_step()
    {
        _class.Enrolment.Read("what-is-trafficking", Now);
        _class.Sit("what-is-trafficking", right: false, Now);

        _class.Progress.Next(Now).Should().Be(NextStep.TakeQuiz);
        _class.Progress.Modules[0].QuizBest.Should().Be(0);
    }

    [Fact]
    public void A_quiz_passed_before_its_module_is_read_does_not_complete_the_module()
    {
        _class.Sit("what-is-trafficking", right: true, Now);

        _class.Progress.Modules[0].Done.Should().BeFalse();
    }

    [Fact]
    public void What_was_passed_stays_passed_when_a_later_attempt_fails()
    {
        _class.Enrolment.Read("what-is-trafficking", Now);
        _class.Sit("what-is-trafficking", right: true, Now);
        _class.Sit("what-is-trafficking", right: false, Now.AddHours(1));

        _class.Progress.Modules[0].Should().Match<ModuleProgress>(m => m.Done && m.QuizBest == 100);
    }

    [Fact]
    public void A_failed_final_waits_as_long_as_the_course_says()
    {
        _class.DoAllModules(Now);
        _class.Sit(Step.Final, right: false, Now);

        _class.Progress.Next(Now.AddHours(11)).Should().Be(NextStep.WaitForFinal);
        _class.Progress.FinalOpensAt.Should().Be(Now.AddHours(12));
        _class.Progress.Next(Now.AddHours(12)).Should().Be(NextStep.TakeFinal);
    }

    [Fact]
    public void After_the_last_attempt_at_the_final_a_trainer_must_help()
    {
        _class.DoAllModules(Now);
        for (var attempt = 0; attempt < _class.Course.Attempts; attempt++)
        {
            _class.Sit(Step.Final, right: false, Now.AddDays(attempt));
        }

        _class.Progress.FinalAttemptsLeft.Should().Be(0);
        _class.Progress.Next(Now.AddYears(1)).Should().Be(NextStep.AskTrainer);
    }

    [Fact]
    public void An_enrolment_completes_when_everything_is_done_and_only_once()
    {
        _class.DoAllModules(Now);
        _class.Enrolment.Complete(_class.Course, "investigator", Now).Should().BeFalse("the final is not passed");

        _class.Sit(Step.Final, right: true, Now);

        _class.Enrolment.Complete(_class.Course, "investigator", Now).Should().BeTrue();
        _class.Enrolment.Complete(_class.Course, "investigator", Now.AddDays(1)).Should().BeFalse();
        _class.Enrolment.CompletedAt.Should().Be(Now);
        _class.Progress.Next(Now).Should().Be(NextStep.Nothing);
    }

    [Fact]
    public void A_quiz_may_be_taken_once_its_module_is_read_and_the_final_when_all_is_done()
    {
        _class.Progress.MayTake("what-is-trafficking", Now).Should().BeFalse();
        _class.Enrolment.Read("what-is-trafficking", Now);
        _class.Progress.MayTake("what-is-trafficking", Now).Should().BeTrue();
        _class.Progress.MayTake("your-law", Now).Should().BeFalse();
        _class.Progress.MayTake("nonsense", Now).Should().BeFalse();
        _class.Progress.MayTake(Step.Final, Now).Should().BeFalse();

        _class.DoAllModules(Now);
        _class.Progress.MayTake(Step.Final, Now).Should().BeTrue();
        _class.Sit(Step.Final, right: true, Now);
        _class.Enrolment.Complete(_class.Course, "investigator", Now);

        _class.Progress.MayTake("what-is-trafficking", Now).Should().BeFalse("the course is completed");
    }

    [Fact]
    public void A_completed_enrolment_takes_no_more_reading()
    {
        _class.DoAllModules(Now);
        _class.Sit(Step.Final, right: true, Now);
        _class.Enrolment.Complete(_class.Course, "investigator", Now);
        var revision = _class.Enrolment.Revision;

        _class.Enrolment.Read("what-is-trafficking", Now.AddDays(1));

        _class.Enrolment.Revision.Should().Be(revision);
    }

    [Fact]
    public void Only_a_submitted_attempt_of_the_same_enrolment_is_recorded()
    {
        var blueprint = Blueprint.ForQuiz(_class.Course.Modules[0], _class.Locale);
        var open = new Attempt(_class.Enrolment, blueprint, _class.Locale, 1, 7, Now);
        var foreign = new Attempt(new Classroom().Enrolment, blueprint, _class.Locale, 1, 7, Now);
        foreign.Submit(_class.Bank, Now);

        _class.Enrolment.Invoking(e => e.Record(open)).Should().Throw<InvalidOperationException>();
        _class.Enrolment.Invoking(e => e.Record(foreign)).Should().Throw<InvalidOperationException>();
    }
}
