using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>One answer of a list: <c>%50%text#feedback</c>, without its marker.</summary>
/// <param name="Weight">Null when none is written.</param>
internal sealed partial record GiftAnswer(GiftText Start, Weight? Weight, GiftWords Text, string Feedback)
{
    // Moodle takes a written weight for the nearest it offers when they differ by less than this.
    private const decimal Tolerance = 0.001m;

    public static IReadOnlyList<GiftAnswer> ReadAll(GiftHead head, GiftText answers) =>
        [.. answers.SplitBefore("=").Select(piece => Read(head, piece.StartsWith("=") ? piece[1..] : piece)).OfType<GiftAnswer>()];

    /// <returns>Null, with a warning, when the answer has no text.</returns>
    public static GiftAnswer? Read(GiftHead head, GiftText piece, bool mayHaveWeight = true)
    {
        var (answer, feedback) = piece.Trim().Cut("#");
        var (weight, written) = mayHaveWeight ? CutWeight(head, answer) : (null, answer);
        var text = head.Prose.Read(written);
        if (text.Plain.Length == 0)
        {
            head.Findings.Warning(piece, GiftCodes.EmptyAnswer, "an answer without text is left out");
            return null;
        }

        if (LikeWeight().IsMatch(text.Plain))
            head.Findings.Warning(answer, GiftCodes.WeightReadAsText, $"the percent signs of '{text.Plain}' are read as text, not as a weight");
        return new GiftAnswer(answer, weight, text, head.Prose.ReadFeedback(feedback));
    }

    private static (Weight? Weight, GiftText Text) CutWeight(GiftHead head, GiftText answer)
    {
        var written = WrittenWeight().Match(answer.ToString());
        if (!written.Success) return (null, answer);

        var percent = decimal.Parse(written.Groups["percent"].Value, CultureInfo.InvariantCulture);
        var weight = Questions.Weight.Nearest(percent);
        if (Math.Abs(weight.Percent - percent) >= Tolerance)
            head.Findings.Error(answer, GiftCodes.UnknownWeight, $"{written.Value} is not a weight that Moodle knows; the nearest is %{weight}%");
        return (weight, answer[written.Length..]);
    }

    [GeneratedRegex("^%(?<percent>-?[0-9]{1,3}([.][0-9]{0,20})?)%", RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenWeight();

    [GeneratedRegex("^%[^%]{0,9}[0-9][^%]{0,9}%")]
    private static partial Regex LikeWeight();
}
