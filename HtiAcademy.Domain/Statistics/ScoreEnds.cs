namespace HtiAcademy.Domain.Statistics;

/// <summary>Those who did best and worst on the rest of their attempt.</summary>
internal sealed record ScoreEnds(IReadOnlyList<Reply> Upper, IReadOnlyList<Reply> Lower)
{
    // Kelley (1939): where the two ends differ most surely.
    private const decimal Share = 0.27m;

    /// <param name="ranked">Replies with a rest.</param>
    /// <returns>Null with few replies, or when so many share a score that the ends would meet.</returns>
    internal static ScoreEnds? Of(IReadOnlyList<Reply> ranked)
    {
        if (ranked.Count < Sample.LeastForCorrelation) return null;

        var rests = ranked.Select(reply => reply.Rest!.Value).Order().ToList();
        var size = (int)Math.Round(Share * rests.Count, MidpointRounding.AwayFromZero);
        var low = rests[size - 1];
        var high = rests[^size];
        return low >= high
            ? null
            // Whoever shares the last score of an end belongs to it: else chance, or the order of rows, would choose.
            : new([.. ranked.Where(reply => reply.Rest >= high)], [.. ranked.Where(reply => reply.Rest <= low)]);
    }
}
