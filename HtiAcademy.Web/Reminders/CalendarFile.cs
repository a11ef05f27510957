using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Web.Reminders;

/// <summary>One day for a calendar program (RFC 5545), to be attached to a mail.</summary>
public static class CalendarFile
{
    private const int MostOctetsInALine = 75;

    /// <param name="uid">The same for the same day of the same thing: a calendar replaces what it has under it.</param>
    /// <param name="stamp">When it was written; the latest wins.</param>
    public static MailAttachment Write(string uid, DateOnly day, string summary, string description, DateTimeOffset stamp)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//HTI Academy//Reminders//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{Escape(uid)}",
            string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{stamp.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
            string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"),
            string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"),
            $"SUMMARY:{Escape(summary)}",
            $"DESCRIPTION:{Escape(description)}",
            // The day keeps nobody from other appointments.
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return new MailAttachment("due.ics", "text/calendar; charset=utf-8; method=PUBLISH", Encoding.UTF8.GetBytes(string.Concat(lines.Select(Fold))));
    }

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);

    // Lines are counted in octets, and no character is cut in two.
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctetsInALine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
