using System.Globalization;
using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Reports;

namespace HtiAcademy.Web.Reports;

/// <summary>A report as a file.</summary>
internal static class ReportFile
{
    public const string Pdf = "application/pdf";
    public const string Csv = "text/csv";

    /// <summary>
    /// In letters that every file system takes: <c>Kampala-2026-A-trainers-2026-11-23.pdf</c>. What is for trainers and what is
    /// for an agency must not be taken for each other.
    /// </summary>
    public static string Name(CohortReport report, string extension) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Slug(report.CohortName)}-{Slug(report.AgencyName ?? report.For)}-{(report.IsWeekly ? report.Week : DateOnly.FromDateTime(report.MadeAt.UtcDateTime)):yyyy-MM-dd}.{extension}");

    private static string Slug(string name)
    {
        var letters = TypedText.WellFormed(name).Normalize(NormalizationForm.FormD).Where(c => !IsAccent(c)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ');
        return string.Join('-', new string([.. letters]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsAccent(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
