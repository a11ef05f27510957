using System.Text;
using HtiAcademy.Web.Reminders;

namespace HtiAcademy.Tests.Reminders;

public class CalendarFileTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 11, 23, 10, 15, 30, TimeSpan.FromHours(3));

    [Fact]
    public void A_day_is_written_as_calendar_programs_read_it()
    {
        var file = CalendarFile.Write("due/1@academy", new DateOnly(2026, 12, 31), "HTI Academy: due", "Go on", Stamp);

        (file.Name, file.MediaType).Should().Be(("due.ics", "text/calendar; charset=utf-8; method=PUBLISH"));
        Encoding.UTF8.GetString(file.Bytes).Should().Be(string.Join("\r\n",
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HTI Academy//Reminders//EN", "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:due/1@academy", "DTSTAMP:20261123T071530Z",
            "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:HTI Academy: due", "DESCRIPTION:Go on", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
        ]));
    }

    [Fact]
    public void What_has_a_meaning_of_its_own_is_escaped() =>
        Line("one; two, three\\four\r\nfive").Should().Be(@"SUMMARY:one\; two\, three\\four\nfive");

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var summary = string.Concat(Enumerable.Repeat("Año €𝄞 ", 40));
        var file = CalendarFile.Write("uid", new DateOnly(2026, 12, 31), summary, "", Stamp);

        var lines = Encoding.UTF8.GetString(file.Bytes).Split("\r\n");
        lines.Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75).And.NotContain(line => line.Contains('\uFFFD'));
        string.Concat(lines).Replace(" ", "").Should().Contain(summary.Replace(" ", ""));
        Line(summary).Should().Be($"SUMMARY:{summary}");
    }

    private static string Line(string summary) =>
        Encoding.UTF8.GetString(CalendarFile.Write("uid", new DateOnly(2026, 12, 31), summary, "", Stamp).Bytes)
            .Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal));
}
