namespace HtiAcademy.Domain.Statistics;

public enum Grouping
{
    Cohort,
    Country,
    Language,
}

/// <summary>The officers of one cohort, country or language.</summary>
public sealed record Slice(string Group, Sample Sample);

/// <summary>
/// The first attempt of each officer at each assessment: later ones have learned from the feedback on it. All figures are
/// estimates and therefore <c>double</c>; marks stay <c>decimal</c>, so that equal scores are equal. Defined in docs/statistics.md.
/// </summary>
public sealed class Sample
{
    /// <summary>Officers below which figures are marked as of a small sample.</summary>
    public const int Small = 30;

    /// <summary>Officers below which no correlation and no reliability is given.</summary>
    public const int LeastForCorrelation = 10;

    private readonly List<Sitting> _sittings;

    /// <param name="sittings">In any order.</param>
    public Sample(IEnumerable<Sitting> sittings)
    {
        // A fixed order makes figures the same to the last digit, whatever order a database answered in.
        _sittings =
        [
            .. sittings.GroupBy(sitting => (sitting.Assessment, sitting.Officer))
                .Select(attempts => attempts.MinBy(sitting => sitting.SubmittedAt)!)
                .OrderBy(sitting => sitting.Assessment, StringComparer.Ordinal)
                .ThenBy(sitting => sitting.Officer, StringComparer.Ordinal),
        ];
    }

    /// <summary>One for each wording in each assessment: a question of the pre-test meets other officers in the final.</summary>
    public IReadOnlyList<QuestionFigures> Questions() =>
    [
        .. Replies.GroupBy(reply => (reply.Sitting.Assessment, reply.Question.Hash))
            .Select(replies => new QuestionFigures(replies.Key.Assessment, [.. replies]))
            .OrderBy(figures => figures.Assessment, StringComparer.Ordinal)
            .ThenBy(figures => figures.Question.Name, StringComparer.Ordinal)
            .ThenBy(figures => figures.Question.Hash, StringComparer.Ordinal),
    ];

    public IReadOnlyList<AssessmentFigures> Assessments() =>
        [.. _sittings.GroupBy(sitting => sitting.Assessment).Select(sittings => new AssessmentFigures(sittings.Key, [.. sittings]))];

    /// <returns>Null when no officer sat first the one and then the other.</returns>
    public Gain? Gain(string before, string after)
    {
        var first = _sittings.Where(sitting => sitting.Assessment == before).ToDictionary(sitting => sitting.Officer);
        var pairs = _sittings
            .Where(sitting => sitting.Assessment == after
                && first.TryGetValue(sitting.Officer, out var earlier) && earlier.SubmittedAt < sitting.SubmittedAt)
            .Select(sitting => new ScorePair((double)first[sitting.Officer].Percent, (double)sitting.Percent))
            .ToList();
        return pairs.Count == 0 ? null : new Gain(pairs);
    }

    public IReadOnlyList<Slice> By(Grouping grouping) =>
    [
        .. _sittings.GroupBy(sitting => sitting.In(grouping))
            .Select(sittings => new Slice(sittings.Key, new Sample(sittings)))
            .OrderBy(slice => slice.Group, StringComparer.Ordinal),
    ];

    /// <summary>Whether officers of one group answer a question differently from the rest at equal ability.</summary>
    /// <returns>What could be compared; a question that too few of a group were asked is not among it.</returns>
    public IReadOnlyList<GroupComparison> Compare(Grouping grouping) => GroupComparison.Of(Replies, grouping);

    private List<Reply> Replies => field ??= [.. _sittings.SelectMany(Reply.Of)];
}

internal static class Groups
{
    internal static string In(this Sitting sitting, Grouping grouping) => grouping switch
    {
        Grouping.Cohort => sitting.Cohort,
        Grouping.Country => sitting.Country,
        Grouping.Language => sitting.Language,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, null),
    };
}
