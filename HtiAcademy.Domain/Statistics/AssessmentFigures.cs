namespace HtiAcademy.Domain.Statistics;

/// <summary>How officers did at their first attempt at an assessment, in percent.</summary>
public sealed class AssessmentFigures
{
    /// <param name="sittings">At least one, each of another officer.</param>
    internal AssessmentFigures(string assessment, IReadOnlyList<Sitting> sittings)
    {
        var percents = sittings.Select(sitting => (double)sitting.Percent).ToList();
        Assessment = assessment;
        Officers = sittings.Count;
        Mean = percents.Average();
        Deviation = Moments.Deviation(percents);
        Median = Moments.Median(percents);
        PassRate = (double)sittings.Count(sitting => sitting.Passed) / Officers;
        Alpha = Reliability.Alpha(sittings);
    }

    public string Assessment { get; }

    public int Officers { get; }

    public double Mean { get; }

    /// <summary>Of a sample (n − 1); null for one officer alone.</summary>
    public double? Deviation { get; }

    public double Median { get; }

    /// <summary>0 to 1, of first attempts.</summary>
    public double PassRate { get; }

    /// <summary>Cronbach's, at most 1, below 0 when questions contradict each other; null when it cannot be told.</summary>
    public double? Alpha { get; }

    /// <summary>Of one officer's percentage; null without an <see cref="Alpha"/> of at least 0.</summary>
    public double? ErrorOfMeasurement => Alpha >= 0 ? Deviation * Math.Sqrt(1 - Alpha.Value) : null;

    public bool IsSmallSample => Officers < Sample.Small;
}
