using System.Globalization;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>How PDF spells values (ISO 32000-1, 7.3 and 7.9), whatever the current culture.</summary>
internal static class PdfSyntax
{
    /// <summary>Two decimals: a hundredth of a point is finer than any printer.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Numbers(params IEnumerable<double> values) => string.Join(' ', values.Select(Number));

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(Reference));

    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Printable(text)))}>";

    public static string Name(string name) => "/" + string.Concat(Encoding.UTF8.GetBytes(name).Select(part =>
        part is > 0x20 and < 0x7F && !"()<>[]{}/%#".Contains((char)part, StringComparison.Ordinal) ? ((char)part).ToString() : string.Create(CultureInfo.InvariantCulture, $"#{part:X2}")));

    public static string Date(DateTimeOffset time) => $"(D:{time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";

    /// <summary>
    /// Composed characters (a font draws é better than e and an accent); a blank for each control character and each separator of lines, and
    /// the replacement character for what is no character at all, so that nothing typed can break a file.
    /// </summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append((Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? new Rune(' ') : IsNoncharacter(rune) ? Rune.ReplacementChar : rune).ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
