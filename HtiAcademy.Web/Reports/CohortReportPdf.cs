using System.Globalization;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>A report on paper.</summary>
public sealed class CohortReportPdf(IStringLocalizer<Words> words)
{
    private const double Margin = 40;

    // In points for each of a column's width, where the table is not as wide as the paper.
    private const double ColumnUnit = 66;

    // What must be left on a page for a table to begin there.
    private const double LeastForTable = 90;

    private static readonly PaperSize Paper = PaperSize.A4.Landscape();
    private static readonly PdfBox Area = new(Margin, Margin, Paper.Width - 2 * Margin, Paper.Height - 2 * Margin - 18);

    private static readonly PdfStyle Wordmark = new(PdfFonts.Bold, 9, PdfPalette.Navy, Tracking: 0.3);
    private static readonly PdfStyle Title = new(PdfFonts.Serif, 20, PdfPalette.Navy, Leading: 1.2);
    private static readonly PdfStyle Heading = new(PdfFonts.Bold, 12, PdfPalette.Navy, Leading: 1.2);
    private static readonly PdfStyle ColumnHeading = new(PdfFonts.Bold, 8.5, PdfPalette.Navy, Leading: 1.2);
    private static readonly PdfStyle Plain = new(PdfFonts.Regular, 9, PdfPalette.Grey);
    private static readonly PdfStyle Small = new(PdfFonts.Regular, 8, PdfPalette.Grey);

    /// <param name="body">In the language that is spoken.</param>
    public byte[] Write(ReportBody body)
    {
        var document = new PdfDocument(body.Title, CultureInfo.CurrentUICulture, words["HTI Academy"], words["Report on a cohort"], body.AsOf);
        var page = document.AddPage(Paper);
        page.Text(PdfTag.P, Wordmark, Area.X, Area.Y + Wordmark.CapHeight, words["Human Trafficking Institute · Academy"]);
        page.Artifact(canvas => canvas.Line(Area.X, Area.Y + 14, Area.Right, Area.Y + 14, 1.5, PdfPalette.Gold));
        var y = page.Paragraph(PdfTag.H1, Title, Area.X, Area.Y + 42, Area.Width, body.Title);
        foreach (var table in body.Tables)
        {
            (page, y) = Draw(document, page, y, table);
        }

        Feet(document, body.Confidence);
        return document.Save();
    }

    private static (PdfPage Page, double Y) Draw(PdfDocument document, PdfPage page, double y, ReportTable table)
    {
        var chart = table.Chart is { Bars.Count: > 0 } bars ? new BarChart(bars) : null;
        if (y + LeastForTable + (chart?.Height ?? 0) > Area.Bottom)
        {
            (page, y) = (document.AddPage(Paper), Area.Y);
        }

        y = page.Paragraph(PdfTag.H2, Heading, Area.X, y + Heading.Size, Area.Width, table.Title) - Heading.Size + 4;
        if (table.Note.Length > 0)
        {
            y = page.Paragraph(PdfTag.P, Plain, Area.X, y + Plain.Size, Area.Width, table.Note) - Plain.Size + 4;
        }

        y = chart?.Draw(page, Area.X, y) ?? y;
        (page, y) = Rows(document, table).Draw(page, y, table.Rows.Select(row => row.Select(cell => cell.Text).ToList()));
        return (page, y + 16);
    }

    private static PdfTable Rows(PdfDocument document, ReportTable table)
    {
        var widths = Widths(table.Columns);
        return new PdfTable(document, Area, [.. table.Columns.Zip(widths, (column, width) => new PdfColumn(column.Heading, width, column.IsNumber ? PdfAlign.Right : PdfAlign.Left))])
        {
            HeadingStyle = ColumnHeading,
            CellStyle = new PdfStyle(PdfFonts.Regular, 8.5, PdfPalette.Ink),
        };
    }

    // No column is narrower than the longest word of its heading; the others share what is left.
    private static List<double> Widths(IReadOnlyList<ReportColumn> columns)
    {
        var unit = Math.Min(ColumnUnit, Area.Width / columns.Sum(column => column.Width));
        var least = columns.Select(column => PdfTable.LeastWidth(ColumnHeading, column.Heading)).ToList();
        var wanted = columns.Select((column, i) => Math.Max(least[i], unit * column.Width)).ToList();
        var tooMuch = wanted.Sum() - Area.Width;
        var toSpare = wanted.Zip(least, (width, narrowest) => width - narrowest).Sum();
        return tooMuch <= 0 || toSpare <= 0 ? wanted : [.. wanted.Select((width, i) => width - (width - least[i]) * Math.Min(1, tooMuch / toSpare))];
    }

    private void Feet(PdfDocument document, string confidence)
    {
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var number = words["Page {0} of {1}", i + 1, document.Pages.Count];
            document.Pages[i].Artifact(canvas =>
            {
                canvas.Text(Small, Area.X, Paper.Height - Margin, confidence);
                canvas.Text(Small, Area.Right, Paper.Height - Margin, number, PdfAlign.Right);
            });
        }
    }
}
