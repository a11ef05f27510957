namespace HtiAcademy.Domain.Questions.Gift;

/// <summary><c>=stem -> choice</c>; without a stem it is a choice that matches nothing.</summary>
internal static class GiftMatching
{
    public static Matching Read(GiftHead head, GiftText answers)
    {
        var pairs = new PairList();
        foreach (var piece in answers.SplitBefore("="))
        {
            if (ReadPair(head, piece.StartsWith("=") ? piece[1..] : piece) is not var (stem, choice)) continue;
            pairs.Add(stem, choice);
        }

        return new Matching(head.Name, head.Text, pairs.Pairs, pairs.Choices);
    }

    private static (string Stem, string Choice)? ReadPair(GiftHead head, GiftText piece)
    {
        var (stem, after) = piece.Cut("->");
        var choice = after?.ToString().Trim() ?? "";
        if (choice.Length > 0) return (head.Prose.Read(stem), choice);

        head.Findings.Error(piece, GiftCodes.BrokenPair, $"'{PlainText.Shorten(piece.ToString(), 40)}' is not a pair: write =stem -> choice");
        return null;
    }
}
