using System.Globalization;
using HtiAcademy.Domain.Reports;

namespace HtiAcademy.Web.Reports;

/// <summary>What a trainer typed of a unit's quarter.</summary>
/// <param name="Texts">Investigations, prosecutions, convictions and victims assisted, as they were typed.</param>
/// <param name="Counts">The same; null where it is no count.</param>
internal sealed record CaseCountsForm(string Unit, Quarter? Quarter, IReadOnlyList<string> Texts, IReadOnlyList<int?> Counts)
{
    public static readonly IReadOnlyList<string> Fields = ["investigations", "prosecutions", "convictions", "victims"];

    /// <param name="current">The quarter of today: later ones have not been.</param>
    public static CaseCountsForm Read(IFormCollection form, Quarter current) => new(
        CaseCounts.Tidy(form["unit"]),
        Domain.Reports.Quarter.TryParse(form["quarter"], out var quarter) && quarter <= current && quarter.Year >= current.Year - 5 ? quarter : null,
        [.. Fields.Select(field => form[field].ToString())],
        [.. Fields.Select(field => int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && CaseCounts.IsCount(count) ? (int?)count : null)]);

    public static CaseCountsForm Of(CaseCounts counts)
    {
        int[] all = [counts.Investigations, counts.Prosecutions, counts.Convictions, counts.VictimsAssisted];
        return new(counts.Unit, counts.Quarter, [.. all.Select(count => count.ToString(CultureInfo.InvariantCulture))], [.. all.Select(count => (int?)count)]);
    }

    public bool IsWhole => CaseCounts.IsUnit(Unit) && Quarter is not null && Counts.All(count => count is not null);
}
