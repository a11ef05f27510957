namespace HtiAcademy.Domain.Questions.Gift;

/// <summary><c>=stem -> choice</c>; without a stem it is a choice that matches nothing.</summary>
internal static class GiftMatching
{
    public static Matching Read(GiftHead head, GiftText answers)
    {
        var pairs = new List<Pair>();
        var choices = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in answers.SplitBefore("="))
        {
            if (ReadPair(head, piece.StartsWith("=") ? piece[1..] : piece) is not var (stem, choice)) continue;
            choices.TryAdd(choice, choices.Count);
            if (stem.Length > 0) pairs.Add(new Pair(stem, choices[choice]));
        }

        if (!head.Findings.HasErrors && pairs.Count < 2)
            head.Findings.Error(head.Start, GiftCodes.TooFewAnswers, "a matching question needs two pairs at least");
        return new Matching(head.Name, head.Text, pairs, [.. choices.Keys]);
    }

    private static (string Stem, string Choice)? ReadPair(GiftHead head, GiftText piece)
    {
        var (stem, after) = piece.Cut("->");
        var choice = after?.ToString().Trim() ?? "";
        if (choice.Length > 0) return (head.Prose.Read(stem).CommonMark, choice);

        head.Findings.Error(piece, GiftCodes.BrokenPair, $"'{piece.ToString().Trim()}' is not a pair: write =stem -> choice");
        return null;
    }
}
