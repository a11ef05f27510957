using System.Collections.Frozen;

namespace HtiAcademy.Domain.Content.Countries;

/// <summary>A partner country as its file describes it.</summary>
/// <param name="Languages">Those in which officers there work, the first being the usual one.</param>
/// <param name="Zone">IANA name of the time zone.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Weekend">Days of the week on which nobody is reminded of anything.</param>
/// <param name="Holidays">Other days of that kind.</param>
public sealed record Country(
    string Code,
    LocalText Names,
    IReadOnlyList<string> Languages,
    string Zone,
    string Currency,
    IReadOnlyList<DayOfWeek> Weekend,
    IReadOnlyList<Holiday> Holidays,
    FrozenDictionary<string, Fact> Facts)
{
    /// <summary>The day that it is there.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(LocalTime(time).DateTime);

    public DateTimeOffset LocalTime(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    public bool IsWorkingDay(DateOnly day) => !Weekend.Contains(day.DayOfWeek) && !Holidays.Any(holiday => holiday.FallsOn(day));

    public string Name(string language) => Names.In(language);

    /// <summary>Whom anybody may call about a victim; null where the country's file names nobody.</summary>
    public Fact? Helpline => Fact("hotline");

    public Fact? Fact(string path) => Facts.GetValueOrDefault(path);
}
