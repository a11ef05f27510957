using System.Globalization;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// A report as it reads, in one language: what the page, the PDF and the CSV show, each in its own form and none with
/// a figure that another lacks.
/// </summary>
/// <param name="Confidence">Who may read it.</param>
public sealed record ReportBody(string Title, string Confidence, DateTimeOffset AsOf, IReadOnlyList<ReportTable> Tables);

/// <param name="Id">The same in every language.</param>
/// <param name="Note">What is to be known before reading on; empty for nothing.</param>
public sealed record ReportTable(
    string Id, string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows, string Note = "", ReportChart? Chart = null);

/// <param name="Width">Beside the other columns of the table.</param>
public sealed record ReportColumn(string Heading, double Width, bool IsNumber = false);

/// <summary>Bars whose numbers stand in the table beside them.</summary>
public sealed record ReportChart(string Title, IReadOnlyList<ReportBar> Bars);

/// <param name="Share">0 to 1 of the longest bar there can be; null for none.</param>
public sealed record ReportBar(string Label, string Value, double? Share);

/// <summary>What stands in one place of a table. Days and times are written as 2026-11-23 09:00, which nobody reads in two ways.</summary>
/// <param name="Text">For people, numbers in the manner of the current culture.</param>
/// <param name="Plain">For spreadsheets and programs, numbers with a point.</param>
public readonly record struct ReportCell(string Text, string Plain, bool IsNumber = false)
{
    /// <summary>For what cannot be told.</summary>
    public static readonly ReportCell Unknown = Of("–");

    public static ReportCell Of(string? text) => new(text ?? "", text ?? "");

    public static ReportCell Of(decimal? number) => number is { } known
        ? new(known.ToString("0.##", CultureInfo.CurrentCulture), known.ToString("0.##", CultureInfo.InvariantCulture), IsNumber: true)
        : Unknown;

    /// <param name="places">After the point.</param>
    public static ReportCell Of(double? number, int places) => Of(number is { } known ? Math.Round((decimal)known, places, MidpointRounding.AwayFromZero) : (decimal?)null);

    /// <param name="share">0 to 1, shown in per cent.</param>
    public static ReportCell Percent(double? share) => Of(100 * share, 0);

    public static ReportCell Of(DateOnly day) => Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static ReportCell Of(DateTimeOffset? local) => Of(local is { } known ? known.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "–");
}
