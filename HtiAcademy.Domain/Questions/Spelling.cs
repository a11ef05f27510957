using System.Text;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions;

/// <param name="Text">Plain text; <c>*</c> stands for any characters, <c>\*</c> for a star.</param>
public sealed partial record Spelling(string Text, Weight Weight, string Feedback = "")
{
    /// <summary>Upper and lower case, white space and the ways Unicode has of writing one character make no difference.</summary>
    public bool Accepts(string given)
    {
        var pieces = Star().Split(Fold(Text)).Select(piece => Regex.Escape(WithPlainStars(piece)));
        return Regex.IsMatch(Fold(given), $"^{string.Join(".*", pieces)}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public string ToCommonMark() => PlainText.ToCommonMark(WithPlainStars(Text));

    private static string Fold(string text) =>
        string.Join(' ', TypedText.WellFormed(text).Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpperInvariant();

    private static string WithPlainStars(string text) => text.Replace(@"\*", "*", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\*+")]
    private static partial Regex Star();
}
