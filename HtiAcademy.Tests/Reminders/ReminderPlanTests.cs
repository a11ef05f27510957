using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

public class ReminderPlanTests
{
    // A Wednesday, 10:00 in Kampala.
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 7, 0, 0, TimeSpan.Zero);
    private static readonly Country Uganda = InventedCountries.Of("UG", "Africa/Kampala");

    private readonly List<SentReminder> _history = [];

    [Theory]
    [InlineData("2026-11-25T07:59:59", false)]
    [InlineData("2026-11-25T08:00:00", true)]
    [InlineData("2026-11-25T16:59:59", true)]
    [InlineData("2026-11-25T17:00:00", false)]
    [InlineData("2026-11-28T12:00:00", false)]
    [InlineData("2026-11-29T12:00:00", false)]
    [InlineData("2027-01-01T12:00:00", false)]
    [InlineData("2026-12-31T12:00:00", true)]
    public void People_are_reached_from_eight_to_five_on_working_days(string local, bool reached)
    {
        var now = DateTimeOffset.Parse(local + "+03:00", null);
        Plan(now, Due(1)).Any().Should().Be(reached);
        Uganda.IsInOffice(now).Should().Be(reached);
    }

    [Fact]
    public void After_the_clocks_change_the_office_opens_at_eight_all_the_same()
    {
        var london = InventedCountries.Of("XA", "Europe/London");
        london.IsInOffice(new DateTimeOffset(2026, 10, 23, 7, 0, 0, TimeSpan.Zero)).Should().BeTrue();
        london.IsInOffice(new DateTimeOffset(2026, 10, 26, 7, 0, 0, TimeSpan.Zero)).Should().BeFalse();
        london.IsInOffice(new DateTimeOffset(2026, 10, 26, 16, 59, 0, TimeSpan.Zero)).Should().BeTrue();
    }

    [Fact]
    public void What_falls_together_comes_in_one_mail()
    {
        Plan(Now, Due(1), Due(5), NotBegun()).Select(r => r.Kind).Should().Equal(ReminderKind.DueIn2Days, ReminderKind.DueIn7Days, ReminderKind.Invitation);
    }

    [Fact]
    public void Nothing_is_sent_twice()
    {
        var course = Due(5);
        Send(Now.AddDays(-20), course.ReminderAt(Now)!.Value);
        Plan(Now, course).Should().BeEmpty();
        Plan(Now, course, Due(5)).Should().ContainSingle("the other course is another reason");
        Plan(Now, course with { DueOn = course.DueOn.AddDays(1) }).Should().ContainSingle("the due date was moved");
    }

    [Fact]
    public void Two_mails_in_seven_days_are_the_most()
    {
        Send(Now.AddDays(-6), Other(), Other(), Other());
        Plan(Now, Due(1)).Should().NotBeEmpty("three in one mail are one mail");
        Send(Now.AddDays(-1), Other());
        Plan(Now, Due(1)).Should().BeEmpty();
        Plan(Now.AddDays(1), Due(1)).Should().NotBeEmpty("the first is seven days ago");
    }

    [Fact]
    public void What_may_be_stopped_leaves_room_for_what_must_arrive()
    {
        Send(Now.AddDays(-6), Other());
        Plan(Now, NotBegun()).Should().BeEmpty();
        Plan(Now, NotBegun(), Due(1)).Should().HaveCount(2, "it comes along");
        Plan(Now.AddDays(1), NotBegun()).Should().ContainSingle();
    }

    [Fact]
    public void A_stopped_kind_is_not_sent_unless_it_cannot_be_stopped()
    {
        var everything = Enum.GetValues<ReminderKind>();
        ReminderPlan.Now(Agenda(everything, Due(1), NotBegun()), [], Now).Select(r => r.Kind).Should().Equal(ReminderKind.DueIn2Days);
    }

    [Fact]
    public void What_a_clock_that_ran_ahead_sent_in_the_future_uses_up_nothing()
    {
        Send(Now.AddDays(2), Other());
        Send(Now.AddDays(3), Other());
        Plan(Now, NotBegun()).Should().ContainSingle();
        Send(Now.AddMinutes(5), Other());
        Plan(Now, NotBegun()).Should().BeEmpty("the clocks of two nodes may differ by that much");
    }

    [Fact]
    public void What_was_sent_in_the_future_is_not_sent_again()
    {
        var course = Due(1);
        Send(Now.AddDays(2), course.ReminderAt(Now)!.Value);
        Plan(Now, course).Should().BeEmpty();
    }

    [Fact]
    public void A_person_stops_and_resumes_what_is_optional()
    {
        var person = new Person("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG");
        person.StopReminders(ReminderKind.Inactive);
        person.StopReminders(ReminderKind.Inactive);
        person.StoppedReminders.Should().Equal(ReminderKind.Inactive);
        person.ResumeReminders(ReminderKind.Inactive);
        person.StoppedReminders.Should().BeEmpty();
        foreach (var kind in ReminderKinds.Obligatory)
        {
            person.Invoking(p => p.StopReminders(kind)).Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public void A_kind_is_offered_or_obligatory() =>
        ReminderKinds.OfferedTo(Roles.Officer | Roles.Trainer).Concat(ReminderKinds.Obligatory).Should().BeEquivalentTo(Enum.GetValues<ReminderKind>());

    private IReadOnlyList<Reminder> Plan(DateTimeOffset now, params AgendaCourse[] courses) => ReminderPlan.Now(Agenda([], courses), _history, now);

    private static Agenda Agenda(ReminderKind[] stopped, params AgendaCourse[] courses) => new(Uganda, courses, [], null, stopped);

    private void Send(DateTimeOffset at, params Reminder[] reminders)
    {
        var mail = Guid.NewGuid();
        _history.AddRange(reminders.Select(reminder => new SentReminder(Guid.Empty, reminder, mail, at)));
    }

    private static Reminder Other() => new(ReminderKind.CertificateExpires, Guid.NewGuid(), new DateOnly(2026, 12, 1));

    private static AgendaCourse Due(int days) => NotBegun() with { DueOn = Uganda.DayOf(Now).AddDays(days) };

    private static AgendaCourse NotBegun() =>
        new(Guid.NewGuid(), Uganda, EnrolmentState.Invited, new DateOnly(2026, 11, 1), new DateOnly(2027, 6, 30), Now.AddDays(-30), null, MayGoOn: true);
}
