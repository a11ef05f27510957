using HtiAcademy.Tests.Reminders;

namespace Bench;

/// <summary>A year of reminders in memory: seven countries, clock changes, holidays, and batches that are cut short.</summary>
internal static class ReminderYearRun
{
    private const int People = 10_000;
    private const int Days = 365;

    public static void Measure(Table table)
    {
        var year = new ReminderYear(People, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Days, seed: 1);
        var meter = new Stretch();
        year.Run();
        table.Add(meter.Read($"A year of reminders to {People} people, by the hour", Days * 24) with { Megabytes = Environment.WorkingSet / 1e6 });
        var tally = year.Tally;
        table.Add(new Row($"  sent {tally.Mails} mails, {tally.Reminders} reminders, digests {tally.Digests}"));
        table.Add(new Row($"  outside hours {tally.OutsideHours}, over the cap {tally.OverCap}, doubles {tally.Doubles}"));
        table.Add(new Row($"  unwanted {year.Unwanted}, missed {year.Missed}, batches cut short {year.CutShort}"));
    }
}
