using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HtiAcademy.Domain.Content.Countries;

/// <summary>A public holiday.</summary>
/// <param name="Year">Null for one that falls on the same day every year.</param>
public readonly record struct Holiday(int? Year, int Month, int Day)
{
    /// <param name="text">Like <c>01-31</c> or <c>2026-01-31</c>.</param>
    public static bool TryParse(string? text, out Holiday holiday)
    {
        // A leap year, so that the 29th of February may be one every year.
        if (TryRead($"2000-{text}", out var day))
        {
            holiday = new Holiday(null, day.Month, day.Day);
            return true;
        }

        var known = TryRead(text, out day);
        holiday = known ? new Holiday(day.Year, day.Month, day.Day) : default;
        return known;
    }

    public bool FallsOn(DateOnly day) => day.Month == Month && day.Day == Day && (Year is null || Year == day.Year);

    private static bool TryRead([NotNullWhen(true)] string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
