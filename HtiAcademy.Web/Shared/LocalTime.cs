using System.Globalization;
using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Web.Shared;

/// <summary>Days and times as people in a country read them, in the current culture.</summary>
public static class LocalTime
{
    /// <returns>With the zone named, such as <c>30 November 2026 14:32 (Africa/Kampala)</c>.</returns>
    /// <param name="country">Null for universal time.</param>
    public static string Show(DateTimeOffset time, Country? country)
    {
        var local = country?.LocalTime(time) ?? time.ToUniversalTime();
        return $"{Show(DateOnly.FromDateTime(local.DateTime))} {local.ToString("t", CultureInfo.CurrentCulture)} ({country?.Zone ?? "UTC"})";
    }

    /// <returns>The culture's long date without the day of the week: <c>30 de noviembre de 2026</c>.</returns>
    public static string Show(DateOnly day) => day.ToString(
        CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ','),
        CultureInfo.CurrentCulture);
}
