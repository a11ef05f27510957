using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Certificates;

/// <summary>Such as <c>HTI-UG-2026-000123</c>. Reading forgives case, and spaces in place of hyphens.</summary>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Sequence">From 1, without gaps in each country and year.</param>
public readonly partial record struct CertificateNumber(string Country, int Year, int Sequence)
{
    public static bool TryParse(string? text, out CertificateNumber number)
    {
        var match = Written().Match((text ?? "").Trim().ToUpperInvariant());
        number = match.Success ? new CertificateNumber(match.Groups["country"].Value, Digits(match, "year"), Digits(match, "sequence")) : default;
        return match.Success;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HTI-{Country}-{Year:D4}-{Sequence:D6}");

    private static int Digits(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^HTI[- ]?(?<country>[A-Z]{2})[- ]?(?<year>[0-9]{4})[- ]?(?<sequence>[0-9]{6,9})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
