namespace HtiAcademy.Domain.Statistics;

internal static class Moments
{
    // Marks have five places: what varies less than this varies by rounding alone.
    private const double Nothing = 1e-12;

    /// <summary>Of a sample (n − 1); null for fewer than two values.</summary>
    internal static double? Deviation(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) return null;

        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Pearson's; null when either side does not vary.</summary>
    internal static double? Correlation(IReadOnlyCollection<(double X, double Y)> pairs)
    {
        var meanX = pairs.Average(pair => pair.X);
        var meanY = pairs.Average(pair => pair.Y);
        var xx = pairs.Sum(pair => (pair.X - meanX) * (pair.X - meanX));
        var yy = pairs.Sum(pair => (pair.Y - meanY) * (pair.Y - meanY));
        if (xx < Nothing || yy < Nothing) return null;

        var xy = pairs.Sum(pair => (pair.X - meanX) * (pair.Y - meanY));
        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }
}
