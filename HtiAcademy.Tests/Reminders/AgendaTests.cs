using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

/// <summary>What there is to be reminded of on a day, apart from hours and history.</summary>
public class AgendaTests
{
    private static readonly Country Uganda = InventedCountries.Of("UG", "Africa/Kampala");
    private static readonly Country Guatemala = InventedCountries.Of("GT", "America/Guatemala");
    private static readonly Guid Id = Guid.NewGuid();

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", ReminderKind.DueIn7Days)]
    [InlineData("2026-11-27", ReminderKind.DueIn7Days)]
    [InlineData("2026-11-28", ReminderKind.DueIn2Days)]
    [InlineData("2026-11-30", ReminderKind.DueIn2Days)]
    [InlineData("2026-12-01", ReminderKind.Overdue)]
    [InlineData("2027-03-01", ReminderKind.Overdue)]
    public void The_nearer_the_due_date_the_more_urgent_the_reminder(string day, ReminderKind? kind) =>
        On(day, Course() with { State = EnrolmentState.Active, LastActiveAt = At("2026-11-20") }).Should().Be(kind);

    [Theory]
    [InlineData("2026-11-04", null)]
    [InlineData("2026-11-05", ReminderKind.StartsSoon)]
    [InlineData("2026-11-09", ReminderKind.StartsSoon)]
    [InlineData("2026-11-10", null)]
    [InlineData("2026-11-12", null)]
    [InlineData("2026-11-13", ReminderKind.Invitation)]
    public void Who_is_invited_is_told_of_the_start_and_asked_three_days_after_it(string day, ReminderKind? kind) =>
        On(day, Course() with { StartsOn = new(2026, 11, 10), DueOn = new(2026, 12, 31) }).Should().Be(kind);

    [Fact]
    public void Who_was_invited_after_the_start_has_three_days_too()
    {
        var course = Course() with { InvitedAt = At("2026-11-15"), DueOn = new(2026, 12, 31) };
        On("2026-11-17", course).Should().BeNull();
        On("2026-11-18", course).Should().Be(ReminderKind.Invitation);
    }

    [Theory]
    [InlineData("2026-11-18", null)]
    [InlineData("2026-11-19", ReminderKind.Inactive)]
    public void Who_has_begun_is_missed_after_14_days(string day, ReminderKind? kind) => On(day, Begun()).Should().Be(kind);

    [Fact]
    public void A_second_absence_is_another_one()
    {
        var first = Begun().ReminderAt(At("2026-11-25"));
        var second = (Begun() with { LastActiveAt = At("2026-11-26") }).ReminderAt(At("2026-12-15"));
        second!.Value.Kind.Should().Be(first!.Value.Kind);
        second.Should().NotBe(first);
    }

    [Fact]
    public void A_moved_due_date_is_another_one()
    {
        var moved = Course() with { DueOn = new(2026, 12, 1) };
        moved.ReminderAt(At("2026-11-24")).Should().NotBe(Course().ReminderAt(At("2026-11-24")));
    }

    [Fact]
    public void Nobody_is_asked_to_go_on_who_waits_for_others()
    {
        On("2026-11-25", Begun() with { MayGoOn = false }).Should().BeNull();
        On("2026-11-25", Course() with { DueOn = new(2026, 12, 31), MayGoOn = false }).Should().BeNull();
        On("2026-12-31", Begun() with { MayGoOn = false }).Should().Be(ReminderKind.DueIn2Days, "a due date is told all the same");
    }

    [Theory]
    [InlineData(EnrolmentState.Completed)]
    [InlineData(EnrolmentState.Withdrawn)]
    [InlineData(EnrolmentState.Expired)]
    public void A_closed_enrolment_is_no_reason(EnrolmentState state)
    {
        foreach (var day in new[] { "2026-10-30", "2026-11-23", "2026-11-29", "2026-12-15" })
        {
            On(day, Course() with { State = state, LastActiveAt = At("2026-11-01") }).Should().BeNull();
        }
    }

    [Fact]
    public void A_course_that_has_not_started_is_not_called_due() =>
        On("2026-11-26", Course() with { StartsOn = new(2026, 11, 28) }).Should().Be(ReminderKind.StartsSoon);

    [Fact]
    public void A_due_date_is_a_day_in_the_country_of_the_cohort()
    {
        // 22:30 in Guatemala, and tomorrow in Kampala.
        var evening = new DateTimeOffset(2026, 12, 1, 4, 30, 0, TimeSpan.Zero);
        Course().ReminderAt(evening)!.Value.Kind.Should().Be(ReminderKind.Overdue);
        (Course() with { Country = Guatemala }).ReminderAt(evening)!.Value.Kind.Should().Be(ReminderKind.DueIn2Days);
    }

    [Theory]
    [InlineData("2026-09-30", false)]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public void A_certificate_is_a_reason_in_its_last_60_days(string day, bool isReason)
    {
        var certificate = new AgendaCertificate(Id, Uganda, new DateOnly(2026, 11, 30));
        (certificate.ReminderAt(At(day)) == new Reminder(ReminderKind.CertificateExpires, Id, new DateOnly(2026, 11, 30))).Should().Be(isReason);
    }

    [Fact]
    public void Essays_are_a_reason_after_three_days()
    {
        var essays = new AgendaEssays(Id, 4, At("2026-11-20"));
        essays.ReminderAt(Uganda, At("2026-11-23").AddSeconds(-1)).Should().BeNull();
        essays.ReminderAt(Uganda, At("2026-11-23")).Should().Be(new Reminder(ReminderKind.WaitingForMarking, Id, new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public void The_most_urgent_stands_first()
    {
        var agenda = new Agenda(
            Uganda,
            [Begun(), Course() with { DueOn = new(2026, 11, 26) }, Course() with { DueOn = new(2026, 11, 25) }, Course()],
            [new AgendaCertificate(Id, Uganda, new DateOnly(2026, 12, 1))],
            new AgendaEssays(Id, 1, At("2026-11-01")),
            []);
        agenda.RemindersAt(At("2026-11-26")).Select(r => (r.Kind, r.Date.Day)).Should().Equal(
            (ReminderKind.Overdue, 25), (ReminderKind.DueIn2Days, 26), (ReminderKind.DueIn7Days, 30), (ReminderKind.Inactive, 5), (ReminderKind.WaitingForMarking, 1), (ReminderKind.CertificateExpires, 1));
    }

    private static ReminderKind? On(string day, AgendaCourse course) => course.ReminderAt(At(day))?.Kind;

    private static AgendaCourse Course() =>
        new(Id, Uganda, EnrolmentState.Invited, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), At("2026-10-20"), null, MayGoOn: true);

    private static AgendaCourse Begun() => Course() with { State = EnrolmentState.Active, LastActiveAt = At("2026-11-05"), DueOn = new(2026, 12, 31) };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T10:00:00+03:00", null);
}
