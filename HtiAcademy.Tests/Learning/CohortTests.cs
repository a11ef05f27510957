using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Tests.Learning;

public sealed class CohortTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Start = new(2026, 11, 2);
    private static readonly DateOnly Due = new(2026, 11, 30);
    private static readonly CourseVersion Version = new("foundations", 1, "test", Now, []);
    private readonly Cohort _cohort = In("UG");

    [Fact]
    public void Members_follow_their_cohort_unless_they_have_a_day_of_their_own()
    {
        var (follows, own) = (Member(), Member());
        own.ExtendTo(Due.AddDays(7), _cohort);
        _cohort.Reschedule(Start, Due.AddDays(3));

        follows.Follow(_cohort);
        own.Follow(_cohort);

        (follows.DueOn, own.DueOn).Should().Be((Due.AddDays(3), Due.AddDays(7)));
    }

    [Fact]
    public void The_cohorts_own_day_lets_a_member_follow_again()
    {
        var member = Member();
        member.ExtendTo(Due.AddDays(7), _cohort);

        member.ExtendTo(Due, _cohort);

        member.HasOwnDueDate.Should().BeFalse();
    }

    [Fact]
    public void Who_joins_late_is_due_with_the_others_or_on_a_day_of_their_own()
    {
        Member().DueOn.Should().Be(Due);
        var late = new Enrolment(_cohort, Officer(), Now, Due.AddDays(14));
        (late.DueOn, late.HasOwnDueDate).Should().Be((Due.AddDays(14), true));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3 * 366)]
    public void A_due_day_before_the_start_or_years_after_it_is_refused(int days)
    {
        Member().Invoking(m => m.ExtendTo(Start.AddDays(days), _cohort)).Should().Throw<ArgumentOutOfRangeException>();
        _cohort.Invoking(c => c.Reschedule(Start, Start.AddDays(days))).Should().Throw<ArgumentOutOfRangeException>();
        _cohort.DueOn.Should().Be(Due);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(201)]
    public void A_name_that_is_none_is_refused(object name) =>
        _cohort.Invoking(c => c.Rename(name as string ?? new string('a', (int)name))).Should().Throw<ArgumentException>();

    [Fact]
    public void Who_is_withdrawn_returns_to_where_they_stood()
    {
        var (fresh, begun) = (Member(), Member());
        begun.Read("what-is-trafficking", Now);
        fresh.Withdraw(" Moved ");
        begun.Withdraw("Moved");
        (fresh.State, fresh.Withdrawal, fresh.IsOpen).Should().Be((EnrolmentState.Withdrawn, "Moved", false));

        fresh.Return();
        begun.Return();

        (fresh.State, begun.State, begun.Withdrawal).Should().Be((EnrolmentState.Invited, EnrolmentState.Active, null));
        begun.StepOf("what-is-trafficking")!.ReadAt.Should().Be(Now);
    }

    [Fact]
    public void Nobody_is_withdrawn_without_a_reason_or_twice()
    {
        var member = Member();
        member.Invoking(m => m.Withdraw(" ")).Should().Throw<ArgumentException>();
        member.Invoking(m => m.Withdraw(new string('a', Enrolment.LongestReason + 1))).Should().Throw<ArgumentException>();
        member.Invoking(m => m.Return()).Should().Throw<InvalidOperationException>();
        member.Withdraw("Moved");

        member.Invoking(m => m.Withdraw("Again")).Should().Throw<InvalidOperationException>();
        member.Invoking(m => m.ExtendTo(Due, _cohort)).Should().Throw<InvalidOperationException>();
        member.Invoking(m => m.Transfer(In("UG"))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_officer_moves_with_all_that_is_done_and_is_due_with_the_new_cohort()
    {
        var member = Member();
        member.Read("what-is-trafficking", Now);
        var other = In("UG", Due.AddDays(30));

        member.Transfer(other);

        (member.CohortId, member.DueOn, member.Steps.Count).Should().Be((other.Id, Due.AddDays(30), 1));
    }

    [Fact]
    public void Nobody_moves_to_another_country_or_course()
    {
        Member().Invoking(m => m.Transfer(In("KE"))).Should().Throw<InvalidOperationException>();
        var other = new Cohort("Other", new CourseVersion("basics", 1, "test", Now, []), "UG", null, Start, Due);
        Member().Invoking(m => m.Transfer(other)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_copy_has_the_trainers_who_still_train_there_and_nobody_else()
    {
        var (stays, left) = (Trainer("UG"), Trainer("UG"));
        _cohort.Appoint(stays);
        _cohort.Appoint(left);
        left.TrainIn("KE");

        var copy = _cohort.Copy("Second class", Version, Start.AddDays(60), Due.AddDays(60), [stays, left]);

        copy.Trainers.Select(t => t.PersonId).Should().Equal(stays.Id);
        (copy.Name, copy.Country, copy.CourseId, copy.StartsOn).Should().Be(("Second class", "UG", "foundations", Start.AddDays(60)));
    }

    [Fact]
    public void A_cohort_is_for_an_agency_of_its_country()
    {
        _cohort.Invoking(c => c.BeFor(new Agency("Nairobi", "KE"))).Should().Throw<InvalidOperationException>();
        var agency = new Agency("Kampala", "UG");
        _cohort.BeFor(agency);
        _cohort.AgencyId.Should().Be(agency.Id);
    }

    [Fact]
    public void A_trainer_is_dismissed()
    {
        var trainer = Trainer("UG");
        _cohort.Appoint(trainer);

        _cohort.Dismiss(trainer.Id);

        _cohort.Trainers.Should().BeEmpty();
    }

    private static Cohort In(string country, DateOnly? due = null) => new("A class", Version, country, agency: null, Start, due ?? Due);

    private static Person Officer() => new("Joseph Ssemanda", "officer@example.org", Roles.Officer, "en", "UG");

    private static Person Trainer(string country)
    {
        var trainer = new Person("Grace Nansubuga", "trainer@example.org", Roles.Trainer, "en", country);
        trainer.TrainIn(country);
        return trainer;
    }

    private Enrolment Member() => new(_cohort, Officer(), Now);
}
