namespace HtiAcademy.Domain.Statistics;

public static class ChiSquare
{
    /// <summary>The chance of at least this much with one degree of freedom, to fifteen places.</summary>
    public static double Tail(double value) => Math.Max(0, 1 - Erf(Math.Sqrt(value / 2)));

    // All terms of this series are positive, so nothing cancels. From 6 on, 1 − erf is below 10⁻¹⁶.
    private static double Erf(double x)
    {
        if (x >= 6) return 1;

        var term = x;
        var sum = x;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
