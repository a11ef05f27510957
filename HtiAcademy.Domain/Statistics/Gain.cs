namespace HtiAcademy.Domain.Statistics;

/// <summary>One officer's percentages.</summary>
internal readonly record struct ScorePair(double Before, double After)
{
    internal double? Gain => Before < 100 ? (After - Before) / (100 - Before) : null;
}

/// <summary>How much of what officers lacked before a course they had after it.</summary>
public sealed class Gain
{
    internal Gain(IReadOnlyCollection<ScorePair> pairs)
    {
        Officers = pairs.Count;
        Before = pairs.Average(pair => pair.Before);
        After = pairs.Average(pair => pair.After);
        Hake = new ScorePair(Before, After).Gain;
        MeanOfOfficers = pairs.Average(pair => pair.Gain);
    }

    /// <summary>Those who sat both; nobody else counts in any figure here.</summary>
    public int Officers { get; }

    /// <summary>Mean percentage.</summary>
    public double Before { get; }

    /// <inheritdoc cref="Before"/>
    public double After { get; }

    /// <summary>Of the class's means: at most 1, below 0 for a loss; null when all had 100 before.</summary>
    public double? Hake { get; }

    /// <summary>The mean of each officer's own, without those who had 100 before; null when all had.</summary>
    public double? MeanOfOfficers { get; }

    public bool IsSmallSample => Officers < Sample.Small;
}
