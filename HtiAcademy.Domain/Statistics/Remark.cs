namespace HtiAcademy.Domain.Statistics;

/// <summary>What a trainer should look at.</summary>
public enum Remark
{
    TooEasy,
    TooHard,
    DoesNotDiscriminate,

    /// <summary>Takes the place of <see cref="DoesNotDiscriminate"/>.</summary>
    NegativeDiscrimination,
    DeadDistractor,
    WrongKeySuspected,
}

/// <summary>The thresholds have their reasons in docs/statistics.md.</summary>
public static class Remarks
{
    public const double EasyFrom = 0.95;
    public const double HardTo = 0.20;
    public const double DiscriminatesFrom = 0.10;

    /// <summary>Of all wrong choices: a distractor below it is dead.</summary>
    public const double DistractsFrom = 0.05;

    /// <summary>Wrong choices below which no distractor is called dead.</summary>
    public const int LeastWrongChoices = 30;

    // One-sided, 5 %.
    private const double Z = 1.644854;

    internal static IEnumerable<Remark> On(QuestionFigures figures)
    {
        if (figures.IsSmallSample) yield break;

        if (figures.Facility >= EasyFrom) yield return Remark.TooEasy;
        if (figures.Facility <= HardTo) yield return Remark.TooHard;
        if (figures.Discrimination is { } discrimination && discrimination < DiscriminatesFrom)
        {
            yield return discrimination < -Z / Math.Sqrt(figures.Asked - 1) ? Remark.NegativeDiscrimination : Remark.DoesNotDiscriminate;
        }

        if (HasDeadDistractor(figures.Options)) yield return Remark.DeadDistractor;
        if (IsWrongKeySuspected(figures.Options)) yield return Remark.WrongKeySuspected;
    }

    private static bool HasDeadDistractor(IReadOnlyList<OptionFigures> options)
    {
        var wrong = options.Where(option => !option.IsRight).ToList();
        var choices = wrong.Sum(option => option.Count);
        return choices >= LeastWrongChoices && wrong.Exists(option => option.Count < DistractsFrom * choices);
    }

    private static bool IsWrongKeySuspected(IReadOnlyList<OptionFigures> options)
    {
        var right = options.Where(option => option.IsRight).Max(option => option.UpperShare);
        return options.Any(option => !option.IsRight && option.UpperShare > right && option.UpperShare > option.LowerShare);
    }
}
