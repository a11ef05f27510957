namespace HtiAcademy.Domain.Content.Reading;

/// <summary>
/// How hard a text is to read, by the formula that is usual in its language. With W words in a sentence and S syllables in a
/// word, both on average:
/// <list type="bullet">
/// <item>English: 0.39 W + 11.8 S − 15.59, the year of school in the United States that can read it (Kincaid, Fishburne, Rogers
/// and Chissom, 1975).</item>
/// <item>Spanish: 206.835 − W − 62.3 S, an ease (Szigriszt Pazos, 1993), on the INFLESZ scale (Barrio Cantalejo and others, 2008).</item>
/// <item>French: 207 − 1.015 W − 73.6 S, an ease (Kandel and Moles, 1958), on the scale of Flesch (1948), whose formula they fitted to French.</item>
/// </list>
/// An ease is 100 for a text that is easy and 0 for one that is hard, and may lie outside; it is not a year of school.
/// </summary>
/// <param name="Band">What the scale calls an ease; null for a grade.</param>
public sealed record Readability(string Formula, double Value, string? Band)
{
    private static readonly (double From, string Name)[] Inflesz = [(80, "very easy"), (65, "fairly easy"), (55, "normal"), (40, "somewhat hard")];

    private static readonly (double From, string Name)[] Flesch =
        [(90, "very easy"), (80, "easy"), (70, "fairly easy"), (60, "normal"), (50, "fairly hard"), (30, "hard")];

    /// <summary>Grows with the difficulty; comparable within one language.</summary>
    internal double Hardness => Band is null ? Value : -Value;

    public override string ToString() => Band is null
        ? FormattableString.Invariant($"{Formula} grade {Value:0.0}")
        : FormattableString.Invariant($"{Formula} ease {Value:0.0}, {Band}");

    internal static Readability Of(Prose prose, string language) => language switch
    {
        "es" => Ease("INFLESZ", 206.835 - prose.WordsInSentence - 62.3 * prose.SyllablesInWord, Inflesz),
        "fr" => Ease("Kandel-Moles", 207 - 1.015 * prose.WordsInSentence - 73.6 * prose.SyllablesInWord, Flesch),
        _ => new Readability("Flesch-Kincaid", 0.39 * prose.WordsInSentence + 11.8 * prose.SyllablesInWord - 15.59, null),
    };

    private static Readability Ease(string formula, double value, (double From, string Name)[] scale) =>
        new(formula, value, scale.FirstOrDefault(band => value >= band.From, (0, "very hard")).Name);
}
