using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>One answer of a list: <c>%50%text#feedback</c>, without its marker.</summary>
/// <param name="Weight">Null when none is written.</param>
/// <param name="Text">Never empty.</param>
internal sealed partial record GiftAnswer(GiftText Start, Weight? Weight, string Text, string Feedback)
{
    /// <summary>The answers after each <c>=</c>, which are compared with what is typed.</summary>
    public static IReadOnlyList<GiftAnswer> ReadTyped(GiftHead head, GiftText answers) =>
    [
        .. answers.SplitBefore("=")
            .Select(piece => Read(head, piece.StartsWith("=") ? piece[1..] : piece, head.Prose.ReadPlain))
            .OfType<GiftAnswer>(),
    ];

    /// <returns>Null, with a warning, when the answer has no text.</returns>
    public static GiftAnswer? Read(GiftHead head, GiftText piece, Func<GiftText, string> readText, bool mayHaveWeight = true)
    {
        var (answer, feedback) = piece.Trim().Cut("#");
        var (weight, written) = mayHaveWeight ? CutWeight(head, answer) : (null, answer);
        var text = readText(written);
        if (text.Length == 0)
        {
            head.Findings.Warning(piece, GiftCodes.EmptyAnswer, "an answer without text is left out");
            return null;
        }

        if (LikeWeight().Match(written.Trim().ToString()) is { Success: true } like)
            head.Findings.Warning(answer, GiftCodes.WeightReadAsText, $"'{like.Value}' is read as text, not as a weight");
        return new GiftAnswer(answer, weight, text, head.Prose.ReadFeedback(feedback));
    }

    private static (Weight? Weight, GiftText Text) CutWeight(GiftHead head, GiftText answer)
    {
        var written = WrittenWeight().Match(answer.ToString());
        if (!written.Success) return (null, answer);

        var percent = decimal.Parse(written.Groups["percent"].Value, CultureInfo.InvariantCulture);
        return (Questions.Weight.Read(percent, answer.Line, head.Findings), answer[written.Length..]);
    }

    [GeneratedRegex("^%(?<percent>-?[0-9]{1,3}([.][0-9]{0,20})?)%", RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenWeight();

    [GeneratedRegex("^%[^%]{0,9}[0-9][^%]{0,9}%")]
    private static partial Regex LikeWeight();
}
