using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>How papers are named in addresses and forms.</summary>
internal static class PaperSizes
{
    public const string A4 = "a4";
    public const string Letter = "letter";

    public static string Tidy(string? text) => string.Equals(text, Letter, StringComparison.OrdinalIgnoreCase) ? Letter : A4;

    public static PaperSize Read(string? text) => Tidy(text) == Letter ? PaperSize.Letter : PaperSize.A4;
}
