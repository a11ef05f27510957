using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Reports;

namespace HtiAcademy.Web.Reports;

/// <summary>A report as a file.</summary>
internal static class ReportFile
{
    public const string Pdf = "application/pdf";
    public const string Csv = "text/csv";

    /// <summary>In letters that every file system takes: <c>Kampala-2026-A-2026-11-23.pdf</c>.</summary>
    public static string Name(CohortReport report, string extension)
    {
        var letters = report.CohortName.Normalize(NormalizationForm.FormD).Where(c => !IsAccent(c)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ');
        var words = new string([.. letters]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join('-', words)}-{(report.IsWeekly ? report.Week : DateOnly.FromDateTime(report.MadeAt.UtcDateTime)):yyyy-MM-dd}.{extension}");
    }

    private static bool IsAccent(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
