using System.Globalization;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// The modules of a course in a box of a sheet: one column where they are few, two or three beside each other and smaller
/// type where they are many. To someone who hears it, it is one table.
/// </summary>
internal sealed class ModuleTable(PdfPage page, PdfBox box, IStringLocalizer<Words> words)
{
    private const double Gap = 16;

    // From what reads best to what holds a hundred modules.
    private static readonly (int Columns, double Size)[] Settings =
        [(1, 9.5), (1, 9), (1, 8.5), (2, 8.5), (2, 8), (2, 7.5), (2, 7), (2, 6.5), (2, 6), (2, 5.5), (3, 5.5), (3, 5), (3, 4.5), (3, 4), (3, 3.5), (3, 3)];

    private int _columns;
    private PdfStyle _cell = new(PdfFonts.Regular, 0, PdfPalette.Ink, Leading: 1.25);

    private PdfStyle Heading => _cell with { Font = PdfFonts.Bold, Color = PdfPalette.Navy };

    private double Padding => _cell.Size * 0.32;

    private double MinutesWidth => Heading.Width(words["Minutes"]) + 6;

    private double Width => (box.Width - (_columns - 1) * Gap) / _columns;

    public void Draw(IReadOnlyList<PrintedModule> modules)
    {
        foreach (var (columns, size) in Settings)
        {
            (_columns, _cell) = (columns, _cell with { Size = size });
            if (Blocks(modules).All(block => Height(Heading, words["Module"]) + block.Sum(module => Height(_cell, module.Title)) <= box.Height))
            {
                break;
            }
        }

        var table = page.Section.Add(PdfTag.Table);
        var x = box.X;
        foreach (var block in Blocks(modules))
        {
            var y = DrawHeadings(x == box.X ? table : null, x);
            foreach (var module in block)
            {
                y = DrawRow(table, x, y, module);
            }

            x += Width + Gap;
        }
    }

    private IEnumerable<PrintedModule[]> Blocks(IReadOnlyList<PrintedModule> modules) => modules.Chunk((modules.Count + _columns - 1) / _columns);

    private double Height(PdfStyle style, string text) => style.Wrap(text, Width - MinutesWidth).Count * style.LineHeight + 2 * Padding;

    /// <param name="table">None where the headings are repeated: they are read aloud once only.</param>
    private double DrawHeadings(PdfElement? table, double x)
    {
        var y = box.Y + Padding + Heading.Size;
        Action<PdfCanvas> title = canvas => canvas.Text(Heading, x, y, $"{words["Module"]} ");
        Action<PdfCanvas> minutes = canvas => canvas.Text(Heading, x + Width, y, words["Minutes"], PdfAlign.Right);
        if (table is null)
        {
            page.Artifact(canvas => (title + minutes)(canvas));
        }
        else
        {
            const string OfColumn = "/A<</O/Table/Scope/Column>>";
            var row = table.Add(PdfTag.TR);
            page.Mark(row.AddWith(PdfTag.TH, OfColumn), title);
            page.Mark(row.AddWith(PdfTag.TH, OfColumn), minutes);
        }

        var bottom = box.Y + Height(Heading, words["Module"]);
        page.Artifact(canvas => canvas.Line(x, bottom, x + Width, bottom, 0.8, PdfPalette.Navy));
        return bottom;
    }

    private double DrawRow(PdfElement table, double x, double top, PrintedModule module)
    {
        var (row, y) = (table.Add(PdfTag.TR), top + Padding + _cell.Size);
        page.Mark(row.Add(PdfTag.TD), canvas => canvas.Lines(_cell, x, y, Width - MinutesWidth, _cell.Wrap($"{module.Title} ", Width - MinutesWidth)));
        page.Mark(row.Add(PdfTag.TD), canvas => canvas.Text(_cell, x + Width, y, module.Minutes.ToString(CultureInfo.CurrentCulture), PdfAlign.Right));
        var bottom = top + Height(_cell, module.Title);
        page.Artifact(canvas => canvas.Line(x, bottom, x + Width, bottom, 0.4, PdfPalette.Mist));
        return bottom;
    }
}
