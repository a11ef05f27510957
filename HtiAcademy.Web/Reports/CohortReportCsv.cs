using HtiAcademy.Web.Shared;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// A report for a spreadsheet: one table after the other, each with a line of its id and title before its headings and an
/// empty line after it.
/// </summary>
public sealed class CohortReportCsv
{
    public byte[] Write(ReportBody body) => CsvFile.Write(body.Tables.SelectMany(Lines));

    private static IEnumerable<IReadOnlyList<CsvCell>> Lines(ReportTable table) =>
    [
        [table.Id, table.Title, table.Note],
        [.. table.Columns.Select(column => CsvCell.OfText(column.Heading))],
        .. table.Rows.Select(row => (IReadOnlyList<CsvCell>)[.. row.Select(cell => cell.IsNumber ? CsvCell.OfNumber(cell.Plain) : CsvCell.OfText(cell.Plain))]),
        [],
    ];
}
