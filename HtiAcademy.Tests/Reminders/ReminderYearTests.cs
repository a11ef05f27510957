using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

public class ReminderYearTests
{
    [Fact]
    public void Eight_weeks_of_300_people_in_seven_countries_break_no_rule()
    {
        // Clocks change in London on 25 October and in Cairo on 29 October.
        var year = new ReminderYear(300, new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), 56, seed: 6);

        year.Run();

        year.Tally.Should().BeEquivalentTo(new { OutsideHours = 0, OverCap = 0, Doubles = 0 });
        year.Should().BeEquivalentTo(new { Unwanted = 0, Missed = 0 });
        year.Tally.Mails.Should().BeGreaterThan(500);
        year.Tally.Digests.Should().BePositive();
        year.Tally.Kinds.Should().BeEquivalentTo(Enum.GetValues<ReminderKind>(), "every kind comes up");
        year.CutShort.Should().BePositive();
    }
}
