using System.Collections.Frozen;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Tests.Reminders;

/// <summary>The calendars of the five partner countries, and two that change their clocks. Their holidays are invented.</summary>
public static class InventedCountries
{
    public static IReadOnlyList<Country> All { get; } =
    [
        Of("UG", "Africa/Kampala"),
        Of("KE", "Africa/Nairobi"),
        Of("ZM", "Africa/Lusaka"),
        Of("BZ", "America/Belize"),
        Of("GT", "America/Guatemala"),
        Of("XA", "Europe/London"),
        Of("XB", "Africa/Cairo", DayOfWeek.Friday, DayOfWeek.Saturday),
    ];

    public static Country Of(string code, string zone, params DayOfWeek[] weekend) => new(
        code,
        new LocalText(code),
        ["en"],
        zone,
        "XXX",
        weekend is [] ? [DayOfWeek.Saturday, DayOfWeek.Sunday] : weekend,
        // One every year, and more than a week without a working day.
        [new Holiday(null, 1, 1), .. Enumerable.Range(12, 6).Select(day => new Holiday(2027, 4, day)), .. Enumerable.Range(0, 10).Select(i => new Holiday(2027, 1 + i, 3 + (2 * i) + (code[1] % 5)))],
        FrozenDictionary<string, Fact>.Empty);
}
