using System.Globalization;
using CsvHelper;

namespace HtiAcademy.Web.Shared;

/// <summary>
/// The one way in which the academy writes CSV: for spreadsheets, as RFC 4180 wants it. A text that a spreadsheet would run
/// as a formula gets an apostrophe before it.
/// </summary>
public static class CsvFile
{
    public const string MediaType = "text/csv";

    private static readonly CsvWriterOptions Format = new() { WriteByteOrderMark = true };

    /// <param name="lines">Each is filled up to the longest, as every line of such a file has the same number of cells.</param>
    /// <returns>UTF-8 with the byte order mark by which Excel knows it.</returns>
    public static byte[] Write(IEnumerable<IReadOnlyList<CsvCell>> lines)
    {
        var all = lines.ToList();
        var width = all.Max(line => line.Count);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format))
        {
            foreach (var line in all)
            {
                csv.WriteRecord([.. line.Select(cell => cell.Text), .. Enumerable.Repeat("", width - line.Count)]);
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>One cell: a text is made harmless as soon as it becomes one; a number below 0 is one and stays one.</summary>
public readonly record struct CsvCell
{
    private CsvCell(string text) => Text = text;

    public string Text { get => field ?? ""; }

    public static CsvCell OfText(string? text) => new(text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text ?? "");

    /// <param name="plain">As machines write it.</param>
    public static CsvCell OfNumber(string plain) => new(plain);

    public static CsvCell OfNumber(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator CsvCell(string? text) => OfText(text);
}
