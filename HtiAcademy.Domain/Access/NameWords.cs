using System.Globalization;
using System.Text;

namespace HtiAcademy.Domain.Access;

/// <summary>The words of a name or of what is typed, whatever their capitals and accents.</summary>
internal static class NameWords
{
    public static IReadOnlySet<string> In(string text) => string
        .Concat(Folded(text).EnumerateRunes().Select(rune => IsOfWord(rune) ? rune.ToString() : " "))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.Ordinal);

    public static string Folded(string text) => string.Concat(
        TypedText.WellFormed(text).Normalize(NormalizationForm.FormKD).ToUpperInvariant().EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)));

    // Some scripts write vowels as marks beside the letter.
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark;
}
