using System.Globalization;
using System.Text;

namespace HtiAcademy.Domain;

/// <summary>Text as it comes from outside, which may hold what is no character at all.</summary>
public static class TypedText
{
    private const int Noncharacter = 0xFFFE;

    /// <summary>With U+FFFD for half characters and noncharacters: normalising throws on those, and anyone can post them.</summary>
    public static string WellFormed(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Select(rune => (rune.Value & Noncharacter) == Noncharacter ? "\uFFFD" : rune.ToString()));

    /// <summary>Whether it is one line that reads as it is kept: nothing that controls, turns the direction, or cannot be seen.</summary>
    public static bool IsLine(string text) => WellFormed(text).EnumerateRunes().All(IsSeen);

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        // The joiners change how the letters of some scripts are written.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => false,
        _ => rune != Rune.ReplacementChar,
    };
}
