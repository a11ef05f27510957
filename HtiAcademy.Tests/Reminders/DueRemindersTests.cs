using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

public class DueRemindersTests
{
    private static readonly DateOnly Due = new(2026, 11, 30);

    [Theory]
    [InlineData(22, null)]
    [InlineData(23, DueReminder.DueIn7Days)]
    [InlineData(27, DueReminder.DueIn7Days)]
    [InlineData(28, DueReminder.DueIn2Days)]
    [InlineData(30, DueReminder.DueIn2Days)]
    public void The_nearer_the_due_date_the_more_urgent_the_reminder(int dayOfNovember, DueReminder? reminder) =>
        DueReminders.For(Enrolment(), new DateOnly(2026, 11, dayOfNovember)).Should().Be(reminder);

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2027-03-01")]
    public void After_the_due_date_it_is_overdue_for_good(string today) =>
        DueReminders.For(Enrolment(), DateOnly.Parse(today, null)).Should().Be(DueReminder.Overdue);

    [Theory]
    [InlineData("2026-11-23T07:59:59", false)]
    [InlineData("2026-11-23T08:00:00", true)]
    [InlineData("2026-11-23T16:59:59", true)]
    [InlineData("2026-11-23T17:00:00", false)]
    [InlineData("2026-11-27T12:00:00", true)]
    [InlineData("2026-11-28T12:00:00", false)]
    [InlineData("2026-11-29T12:00:00", false)]
    public void Officers_are_reached_from_eight_to_five_on_working_days(string local, bool reached) =>
        DueReminders.MayReach(DateTimeOffset.Parse(local + "-06:00", null), [DayOfWeek.Saturday, DayOfWeek.Sunday]).Should().Be(reached);

    [Fact]
    public void A_key_is_unique_to_the_enrolment_the_kind_and_the_due_date()
    {
        var enrolment = Enrolment();
        string[] keys =
        [
            DueReminders.Key(enrolment, DueReminder.DueIn7Days),
            DueReminders.Key(enrolment, DueReminder.Overdue),
            DueReminders.Key(Enrolment(), DueReminder.DueIn7Days),
            DueReminders.Key(Enrolment(Due.AddDays(7)), DueReminder.DueIn7Days),
        ];
        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.StartsWith("reminder/"));
        DueReminders.Key(enrolment, DueReminder.DueIn7Days).Should().Be(keys[0]);
    }

    private static Enrolment Enrolment(DateOnly? due = null)
    {
        var now = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        var version = new CourseVersion("first-steps", 1, "a test", now, []);
        var cohort = new Cohort("Kampala", version, "UG", agency: null, new DateOnly(2026, 11, 1), due ?? Due);
        return new Enrolment(cohort, new Person("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG"), now);
    }
}
