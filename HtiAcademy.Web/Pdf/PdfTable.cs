namespace HtiAcademy.Web.Pdf;

/// <param name="Width">In points, with the space between columns.</param>
public sealed record PdfColumn(string Heading, double Width, PdfAlign Align = PdfAlign.Left);

/// <summary>
/// A table that runs over as many pages as it needs, with its headings on each. Cells wrap; a row is broken only when it
/// is taller than a page.
/// </summary>
/// <param name="area">Where tables may stand on each page after the first: between its top and its bottom.</param>
public sealed class PdfTable(PdfDocument document, PdfBox area, IReadOnlyList<PdfColumn> columns)
{
    private const double Padding = 4;
    private const double RuleThickness = 0.5;

    // Most of what long tables say they say in many rows.
    private readonly Dictionary<(PdfStyle, int, string), List<string>> _wrapped = [];

    public PdfStyle HeadingStyle { get; init; } = new(PdfFonts.Bold, 9, PdfColor.Black);

    public PdfStyle CellStyle { get; init; } = new(PdfFonts.Regular, 9, PdfColor.Black);

    /// <summary>In points: what a column needs so that no word of its heading is broken.</summary>
    public static double LeastWidth(PdfStyle headings, string heading) =>
        heading.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(headings.Width).DefaultIfEmpty(0).Max() + 2 * Padding + 0.5;

    public PdfColor RuleColor { get; init; } = PdfColor.Hex("#d5dce0");

    /// <param name="y">Where the table's top edge stands on the first page.</param>
    /// <param name="rows">One text for each column.</param>
    /// <returns>The page on which the table ended, and the y of its bottom edge there.</returns>
    public (PdfPage Page, double Y) Draw(PdfPage page, double y, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = page.Section.Add(PdfTag.Table);
        var headings = Wrapped(HeadingStyle, [.. columns.Select(column => column.Heading)]);
        var bodyTop = area.Y + Height(HeadingStyle, headings);
        if (bodyTop - area.Y + y + CellStyle.LineHeight + 2 * Padding > area.Bottom)
        {
            (page, y) = (NextPage(page), area.Y);
        }

        y = DrawRow(page, y, HeadingStyle, headings, Cells(table, PdfTag.TH, "/A<</O/Table/Scope/Column>>"));
        var all = rows.ToList();
        foreach (var (number, row) in all.Index())
        {
            var lines = Wrapped(CellStyle, row);
            // The last row does not stand alone on a page of its own.
            if (number == all.Count - 2 && Height(CellStyle, lines) is var height && y + height + Height(CellStyle, Wrapped(CellStyle, all[^1])) > area.Bottom && y > bodyTop + 1)
            {
                page = NextPage(page);
                y = DrawRow(page, area.Y, HeadingStyle, headings, cells: null);
            }

            var cells = Cells(table, PdfTag.TD, "");
            while (lines.Exists(cell => cell.Count > 0))
            {
                var whole = Height(CellStyle, lines);
                if (y + whole > area.Bottom && y > bodyTop + 1)
                {
                    page = NextPage(page);
                    y = DrawRow(page, area.Y, HeadingStyle, headings, cells: null);
                }

                var fitting = Math.Max(1, (int)((area.Bottom - y - 2 * Padding) / CellStyle.LineHeight));
                y = DrawRow(page, y, CellStyle, [.. lines.Select(cell => cell.Take(fitting).ToList())], cells);
                lines = [.. lines.Select(cell => cell.Skip(fitting).ToList())];
            }
        }

        return (page, y);
    }

    private PdfPage NextPage(PdfPage page)
    {
        var next = document.AddPage(page.Paper);
        next.Section = page.Section;
        return next;
    }

    /// <param name="cells">None for headings repeated, which are read aloud once only.</param>
    private double DrawRow(PdfPage page, double top, PdfStyle style, List<List<string>> lines, List<PdfElement>? cells)
    {
        var x = area.X;
        var baseline = top + Padding + style.Size;
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, texts, left) = (columns[i], lines[i], x + Padding);
            Action<PdfCanvas> draw = canvas => canvas.Lines(style, left, baseline, column.Width - 2 * Padding, texts, column.Align);
            if (cells is null)
            {
                page.Artifact(draw);
            }
            else
            {
                page.Mark(cells[i], draw);
            }

            x += column.Width;
        }

        var bottom = top + Height(style, lines);
        page.Artifact(canvas => canvas.Line(area.X, bottom, x, bottom, cells is null || cells[0].Tag == PdfTag.TH ? 2 * RuleThickness : RuleThickness, RuleColor));
        return bottom;
    }

    private List<PdfElement> Cells(PdfElement table, PdfTag tag, string attributes)
    {
        var row = table.Add(PdfTag.TR);
        return [.. columns.Select(_ => row.AddWith(tag, attributes))];
    }

    private List<List<string>> Wrapped(PdfStyle style, IReadOnlyList<string> texts) =>
        [.. columns.Select((_, i) => Wrapped(style, i, texts[i]))];

    private List<string> Wrapped(PdfStyle style, int column, string text) =>
        _wrapped.TryGetValue((style, column, text), out var lines) ? lines
        : _wrapped[(style, column, text)] = [.. style.Wrap(text, columns[column].Width - 2 * Padding)];

    private static double Height(PdfStyle style, IEnumerable<List<string>> lines) => lines.Max(cell => cell.Count) * style.LineHeight + 2 * Padding;
}
