using CsvHelper;

namespace HtiAcademy.Web.Rolls;

/// <summary>One officer as the roll has them, each text without blanks around it; empty where it says nothing.</summary>
/// <param name="Line">Of the file, 1 for its first, as a spreadsheet shows it: a cell of several lines is one row.</param>
/// <param name="IsBroken">Whether its quotation marks do not match, so that nothing in it can be trusted.</param>
public sealed record RollEntry(int Line, string Name, string Mail, string UserName, string Rank, string Agency, string Audience, string Language, bool IsBroken = false);

/// <summary>A roll as it was read.</summary>
/// <param name="Headings">As the first line has them.</param>
/// <param name="Missing">Columns without which nobody can be enrolled: the name, and one of the address and the user name.</param>
public sealed record RollReading(IReadOnlyList<RollEntry> Entries, IReadOnlyList<string> Headings, IReadOnlyList<RollColumn> Missing);

/// <summary>Reads a roll: a line for each officer under a line of headings in any order, between commas, semicolons or tabs.</summary>
public static class RollReader
{
    public const int MostLines = 5000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="text">Decoded, whatever its ends of lines.</param>
    public static RollReading Read(string text)
    {
        var separator = Separators.MaxBy(candidate => HeadingsBy(candidate, text).Count(heading => RollColumns.Find(heading) is not null));
        var headings = HeadingsBy(separator, text);
        var columns = headings.Index().Where(h => RollColumns.Find(h.Item) is not null)
            .DistinctBy(h => RollColumns.Find(h.Item)).ToDictionary(h => RollColumns.Find(h.Item)!.Value, h => h.Index);
        List<RollColumn> missing = [];
        if (!columns.ContainsKey(RollColumn.Name))
        {
            missing.Add(RollColumn.Name);
        }

        if (!columns.ContainsKey(RollColumn.Mail) && !columns.ContainsKey(RollColumn.UserName))
        {
            missing.Add(RollColumn.Mail);
        }

        return new RollReading(missing.Count > 0 ? [] : [.. Entries(text, separator, columns)], headings, missing);
    }

    private static List<string> HeadingsBy(char separator, string text)
    {
        using var csv = Open(text, separator, []);
        return csv.Read() ? Cells(csv) : [];
    }

    private static IEnumerable<RollEntry> Entries(string text, char separator, Dictionary<RollColumn, int> columns)
    {
        var broken = new HashSet<long>();
        using var csv = Open(text, separator, broken);
        // A cell with line breaks is several lines of the file, and one row of the spreadsheet.
        var (breaks, next) = (0, csv.Read() ? LineBreaks(csv) : 0);
        while (csv.Read())
        {
            breaks += next;
            next = LineBreaks(csv);
            var cells = Cells(csv);
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            string Cell(RollColumn column) => columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at] : "";
            yield return new RollEntry(
                (int)csv.LineNumber - breaks, Cell(RollColumn.Name), Cell(RollColumn.Mail), Cell(RollColumn.UserName).ToLowerInvariant(), Cell(RollColumn.Rank),
                Cell(RollColumn.Agency), Cell(RollColumn.Audience), Cell(RollColumn.Language), broken.Contains(csv.LineNumber));
        }
    }

    private static int LineBreaks(CsvReader csv) => Enumerable.Range(0, csv.FieldCount).Sum(i => csv.GetString(i).ReplaceLineEndings("\n").Count(c => c == '\n'));

    // Blanks between words may be line breaks, which a cell of a spreadsheet can have.
    private static List<string> Cells(CsvReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(i => string.Join(' ', csv.GetString(i).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static CsvReader Open(string text, char separator, HashSet<long> broken) => CsvReader.Create(
        new StringReader(text),
        new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record => broken.Add(record.LineNumber),
        });
}
