using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Audit;

namespace HtiAcademy.Web.Audit;

/// <summary>What an administrator typed to find entries.</summary>
/// <param name="Who">A part of a name, user name or address.</param>
/// <param name="From">A day, as is <paramref name="To"/>, which is counted in.</param>
internal sealed record AuditSearch(string? Who, string? What, string? Record, string? From, string? To)
{
    public static AuditSearch Of(IFormCollection form) => new(form["who"], form["what"], form["record"], form["from"], form["to"]);

    /// <param name="zone">In which the days are meant.</param>
    /// <returns>Null when a day is none.</returns>
    public async Task<AuditFilter?> FilterAsync(AcademyDb db, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        if (!TryDay(From, out var from) || !TryDay(To, out var to))
        {
            return null;
        }

        return new(
            string.IsNullOrWhiteSpace(Who) ? null : await AuditNames.FindAsync(db, Who, cancellationToken),
            string.IsNullOrWhiteSpace(What) ? null : What,
            string.IsNullOrWhiteSpace(Record) ? null : Record.Trim(),
            from is { } first ? Midnight(first, zone) : null,
            to is { } last ? Midnight(last.AddDays(1), zone) : null);
    }

    /// <summary>For the log, which keeps no name: that somebody was looked for, not who.</summary>
    public override string ToString() => string.Join(", ", new[] { ("by somebody", Who), ($"what {What}", What), ("of some record", Record), ($"from {From}", From), ($"to {To}", To) }
        .Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => part.Item1));

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        // A day later must exist too.
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) || typed.Year is < 2000 or > 2200)
        {
            return false;
        }

        day = typed;
        return true;
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
