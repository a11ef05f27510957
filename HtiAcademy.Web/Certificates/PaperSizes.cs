using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>How papers are named in addresses and forms.</summary>
internal static class PaperSizes
{
    public const string A4 = "a4";
    public const string Letter = "letter";

    // Everywhere else offices print on A4 (Unicode CLDR, supplemental measurement data).
    private static readonly string[] OfLetter = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

    public static string Tidy(string? text) => string.Equals(text, Letter, StringComparison.OrdinalIgnoreCase) ? Letter : A4;

    public static PaperSize Read(string? text) => Tidy(text) == Letter ? PaperSize.Letter : PaperSize.A4;

    /// <summary>What the offices of a country print on.</summary>
    public static string Of(string country) => OfLetter.Contains(country, StringComparer.Ordinal) ? Letter : A4;

    /// <summary>The usual one of a country first.</summary>
    public static IReadOnlyList<string> For(string country) => Of(country) == Letter ? [Letter, A4] : [A4, Letter];
}
