using System.Globalization;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>What a trainer typed into the points of each criterion.</summary>
/// <param name="Values">In the guide's order; null where nothing, or nothing acceptable, was typed.</param>
/// <param name="Refused">Places, from 0, where something was typed that is not from 0 to the criterion's points in halves.</param>
public sealed record EssayPoints(IReadOnlyList<decimal?> Values, IReadOnlyList<int> Refused)
{
    /// <summary>Whether every criterion has its points.</summary>
    public bool IsWhole => Values.All(value => value is not null);

    /// <param name="typed">One text for each criterion, with a point or a comma; missing ones count as empty.</param>
    public static EssayPoints Read(IReadOnlyList<string> typed, EssayGuide guide)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(guide);
        var texts = guide.Criteria.Select((_, i) => typed.ElementAtOrDefault(i)?.Trim() ?? "").ToList();
        var values = texts.Zip(guide.Criteria, Read).ToList();
        return new EssayPoints(values, [.. Enumerable.Range(0, texts.Count).Where(i => texts[i].Length > 0 && values[i] is null)]);
    }

    private static decimal? Read(string text, Criterion criterion) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            && points <= criterion.Points && points * 2 % 1 == 0
            ? points
            : null;
}
