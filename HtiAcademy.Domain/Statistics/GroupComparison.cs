namespace HtiAcademy.Domain.Statistics;

/// <summary>
/// How officers of one group answer a question beside the rest, at equal ability: with the same score on all that was drawn,
/// the question itself included. The name holds the wordings together: that a translation or a country's own wording is
/// harder than the others is what this finds.
/// </summary>
/// <param name="Group">The focal group; the reference is everyone else.</param>
/// <param name="SameWording">Whether group and rest met the same wordings.</param>
/// <param name="AdjustedP">After Benjamini and Hochberg, over all that was compared with it.</param>
public sealed record GroupComparison(
    string Assessment, string Name, Grouping Grouping, string Group, bool SameWording, MantelHaenszel Test, double AdjustedP)
{
    /// <summary>Officers whom each side must have in the strata that count.</summary>
    public const int LeastPerGroup = 30;

    /// <summary>A mark from here on counts as right.</summary>
    public const decimal RightFrom = 0.5m;

    // Twentieths: each score of up to twenty questions is a stratum of its own.
    private const int Strata = 20;

    public bool IsFlagged => Test.Class != DifferenceClass.A && AdjustedP < MantelHaenszel.Significant;

    internal static IReadOnlyList<GroupComparison> Of(IReadOnlyList<Reply> replies, Grouping grouping)
    {
        var ranked = replies.Where(reply => reply.Rest is not null).ToList();
        var sizes = ranked.CountBy(reply => reply.Sitting.In(grouping)).ToDictionary();
        var compared = ranked.GroupBy(reply => (reply.Sitting.Assessment, reply.Question.Name))
            .SelectMany(question => Compare([.. question], grouping, sizes))
            .OrderBy(comparison => comparison.Test.P)
            .ToList();
        return
        [
            .. Adjust(compared)
                .OrderBy(comparison => comparison.Assessment, StringComparer.Ordinal)
                .ThenBy(comparison => comparison.Name, StringComparer.Ordinal)
                .ThenBy(comparison => comparison.Group, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<GroupComparison> Compare(
        IReadOnlyList<Reply> replies, Grouping grouping, Dictionary<string, int> sizes)
    {
        var groups = replies.GroupBy(reply => reply.Sitting.In(grouping))
            .OrderBy(group => sizes[group.Key]).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        // Of two groups each is the other's rest: one comparison says it all, of the group that is smaller in the whole sample.
        foreach (var group in groups.Count == 2 ? groups.Take(1) : groups)
        {
            var rest = groups.Where(other => other != group).SelectMany(other => other).ToList();
            var test = MantelHaenszel.Of(Stratify(rest, [.. group]));
            if (test is { Reference: >= LeastPerGroup, Focal: >= LeastPerGroup })
            {
                var sitting = replies[0].Sitting;
                var sameWording = Wordings(group).SetEquals(Wordings(rest));
                yield return new(sitting.Assessment, replies[0].Question.Name, grouping, group.Key, sameWording, test, test.P);
            }
        }
    }

    private static IEnumerable<Stratum> Stratify(IEnumerable<Reply> rest, IEnumerable<Reply> group)
    {
        var reference = rest.ToLookup(Level);
        var focal = group.ToLookup(Level);
        return reference.Select(level => new Stratum(
            level.Count(IsRight), level.Count(reply => !IsRight(reply)),
            focal[level.Key].Count(IsRight), focal[level.Key].Count(reply => !IsRight(reply))));
    }

    private static int Level(Reply reply) => (int)Math.Round(reply.Score * Strata, MidpointRounding.AwayFromZero);

    private static bool IsRight(Reply reply) => reply.Mark >= RightFrom;

    private static HashSet<string> Wordings(IEnumerable<Reply> replies) => [.. replies.Select(reply => reply.Question.Hash)];

    /// <param name="compared">The most significant first.</param>
    private static IEnumerable<GroupComparison> Adjust(List<GroupComparison> compared)
    {
        var least = 1.0;
        for (var rank = compared.Count; rank > 0; rank--)
        {
            least = Math.Min(least, compared[rank - 1].Test.P * compared.Count / rank);
            yield return compared[rank - 1] with { AdjustedP = least };
        }
    }
}
