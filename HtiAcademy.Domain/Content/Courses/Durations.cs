using System.Globalization;
using System.Text.RegularExpressions;
using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>Spans of time as authors write them: <c>12h</c>, <c>2 days</c>, <c>24 months</c>.</summary>
internal static partial class Durations
{
    /// <summary>Minutes, hours or days.</summary>
    public static TimeSpan Wait(YamlMap map, string key)
    {
        var text = map.Text(key);
        TimeSpan? wait = Parse(text) switch
        {
            (var number, "m" or "minute") => TimeSpan.FromMinutes(number),
            (var number, "h" or "hour") => TimeSpan.FromHours(number),
            (var number, "d" or "day") => TimeSpan.FromDays(number),
            _ => null,
        };
        if (wait is null && text.Length > 0)
        {
            map.Refuse(key, $"\"{key}\" must be minutes, hours or days, like 12h.");
        }

        return wait ?? TimeSpan.Zero;
    }

    /// <summary>Months or years, in months; null when the key is left out.</summary>
    public static int? Months(YamlMap map, string key)
    {
        if (map.OptionalText(key) is not { } text)
        {
            return null;
        }

        int? months = Parse(text) switch
        {
            ( > 0 and var number, "month") => number,
            ( > 0 and var number, "year") => number * 12,
            _ => null,
        };
        if (months is null)
        {
            map.Refuse(key, $"\"{key}\" must be months or years, like 24 months.");
        }

        return months;
    }

    /// <returns>The unit in the singular.</returns>
    private static (int Number, string Unit)? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value) : null;
    }

    [GeneratedRegex("^(?<number>[0-9]{1,3}) ?(?<unit>m|h|d|minute|hour|day|month|year)s?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
