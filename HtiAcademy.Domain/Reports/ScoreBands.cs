namespace HtiAcademy.Domain.Reports;

/// <summary>Officers whose best final lies between two percentages, both counted in.</summary>
/// <param name="To">Up to the next whole number: 59.9 belongs to 50 to 59.</param>
public sealed record BandFigures(int From, int To, int Officers);

public static class ScoreBands
{
    private static readonly (int From, int To)[] Bands = [(0, 49), (50, 59), (60, 69), (70, 79), (80, 89), (90, 100)];

    /// <param name="percents">0 to 100.</param>
    /// <returns>Every band, those without officers too.</returns>
    public static IReadOnlyList<BandFigures> Of(IEnumerable<decimal> percents)
    {
        var scores = percents.ToList();
        return [.. Bands.Select(band => new BandFigures(band.From, band.To, scores.Count(score => score >= band.From && score < band.To + 1)))];
    }
}
