namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>Writes pairs and lone choices so that the choices are met in their order.</summary>
internal static class GiftPairs
{
    public static IEnumerable<string> Of(Matching matching)
    {
        var met = 0;
        foreach (var pair in matching.Pairs)
        {
            for (; met < pair.Choice; met++) yield return Lone(matching.Choices[met]);
            met = Math.Max(met, pair.Choice + 1);
            yield return $"={GiftSyntax.EscapeArrows(GiftSyntax.Words(pair.Stem))} -> {GiftSyntax.Escape(matching.Choices[pair.Choice])}";
        }

        foreach (var choice in matching.Choices.Skip(met)) yield return Lone(choice);
    }

    private static string Lone(string choice) => $"= -> {GiftSyntax.Escape(choice)}";
}
