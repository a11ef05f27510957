using CsvHelper;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// A report for a spreadsheet: one table after the other, each with a line of its id and title before its headings and an
/// empty line after it. A text that a spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
public sealed class CohortReportCsv
{
    private static readonly CsvWriterOptions Format = new() { WriteByteOrderMark = true };

    /// <returns>UTF-8 with the byte order mark by which Excel knows it.</returns>
    public byte[] Write(ReportBody body)
    {
        // As RFC 4180 asks, every line has the same number of cells.
        var width = body.Tables.Max(table => Math.Max(3, table.Columns.Count));
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format))
        {
            foreach (var line in body.Tables.SelectMany(Lines))
            {
                csv.WriteRecord([.. line, .. Enumerable.Repeat("", width - line.Count)]);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(ReportTable table) =>
    [
        [table.Id, Harmless(table.Title), Harmless(table.Note)],
        [.. table.Columns.Select(column => Harmless(column.Heading))],
        .. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.IsNumber ? cell.Plain : Harmless(cell.Plain))]),
        [],
    ];

    // A number below 0 is one and stays one.
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
}
