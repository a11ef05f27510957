namespace HtiAcademy.Domain.Statistics;

/// <summary>Officers of equal ability: how many of each group were right and wrong.</summary>
public readonly record struct Stratum(int ReferenceRight, int ReferenceWrong, int FocalRight, int FocalWrong)
{
    public int Reference => ReferenceRight + ReferenceWrong;

    public int Focal => FocalRight + FocalWrong;

    public int Right => ReferenceRight + FocalRight;

    public int Wrong => ReferenceWrong + FocalWrong;

    public double Total => Reference + Focal;

    /// <summary>Of the officers in the reference group who are right, were the groups alike.</summary>
    internal double Expected => Reference * Right / Total;

    internal double Variance => (double)Reference * Focal * Right * Wrong / (Total * Total * (Total - 1));

    internal double ForReference => ReferenceRight * FocalWrong / Total;

    internal double ForFocal => ReferenceWrong * FocalRight / Total;

    internal double Agreeing => (ReferenceRight + FocalWrong) / Total;
}

/// <summary>The classes of the Educational Testing Service.</summary>
public enum DifferenceClass
{
    /// <summary>None to speak of, or it may be chance.</summary>
    A,

    /// <summary>Moderate.</summary>
    B,

    /// <summary>Large.</summary>
    C,
}

/// <summary>The Mantel-Haenszel test of two groups over strata of ability.</summary>
public sealed class MantelHaenszel
{
    public const double Moderate = 1;
    public const double Large = 1.5;
    public const double Significant = 0.05;

    // One-sided, 5 %.
    private const double Z = 1.644854;

    private MantelHaenszel(List<Stratum> strata, double variance)
    {
        Reference = strata.Sum(stratum => stratum.Reference);
        Focal = strata.Sum(stratum => stratum.Focal);

        var excess = strata.Sum(stratum => stratum.ReferenceRight - stratum.Expected);
        HarderForFocal = excess > 0;
        ChiSquare = Math.Pow(Math.Max(0, Math.Abs(excess) - 0.5), 2) / variance;
        P = Statistics.ChiSquare.Tail(ChiSquare);

        var forReference = strata.Sum(stratum => stratum.ForReference);
        var forFocal = strata.Sum(stratum => stratum.ForFocal);
        if (forReference == 0 || forFocal == 0) return;

        OddsRatio = forReference / forFocal;
        StandardError = 2.35 * Math.Sqrt(VarianceOfLogarithm(strata, forReference, forFocal));
    }

    /// <summary>Officers of the strata that count.</summary>
    public int Reference { get; }

    /// <inheritdoc cref="Reference"/>
    public int Focal { get; }

    public bool HarderForFocal { get; }

    /// <summary>One degree of freedom, with continuity correction.</summary>
    public double ChiSquare { get; }

    public double P { get; }

    /// <summary>Above 1 the question is harder for the focal group; null when one group is always right, or always wrong, where the other is not.</summary>
    public double? OddsRatio { get; }

    /// <summary>The odds ratio on the delta scale, below 0 when harder for the focal group.</summary>
    public double? Delta => OddsRatio is { } ratio ? -2.35 * Math.Log(ratio) : null;

    /// <summary>Of <see cref="Delta"/>, after Robins, Breslow and Greenland.</summary>
    public double? StandardError { get; }

    public DifferenceClass Class
    {
        get
        {
            if (P >= Significant) return DifferenceClass.A;
            if (Delta is not { } delta) return DifferenceClass.C;
            if (Math.Abs(delta) < Moderate) return DifferenceClass.A;
            return Math.Abs(delta) >= Large && Math.Abs(delta) - (Z * StandardError) > Moderate ? DifferenceClass.C : DifferenceClass.B;
        }
    }

    /// <param name="strata">Those that hold one group alone do not count.</param>
    /// <returns>Null when nothing can be compared: no stratum has both groups, and both right and wrong answers.</returns>
    public static MantelHaenszel? Of(IEnumerable<Stratum> strata)
    {
        var shared = strata.Where(stratum => stratum is { Reference: > 0, Focal: > 0 }).ToList();
        var variance = shared.Sum(stratum => stratum.Variance);
        return variance > 0 ? new(shared, variance) : null;
    }

    private static double VarianceOfLogarithm(List<Stratum> strata, double forReference, double forFocal) =>
        strata.Sum(stratum =>
        {
            var disagreeing = 1 - stratum.Agreeing;
            return (stratum.Agreeing * stratum.ForReference / (2 * forReference * forReference))
                + (((stratum.Agreeing * stratum.ForFocal) + (disagreeing * stratum.ForReference)) / (2 * forReference * forFocal))
                + (disagreeing * stratum.ForFocal / (2 * forFocal * forFocal));
        });
}
