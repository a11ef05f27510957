using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Reports;

/// <summary>A chart's bars on paper, one below the other, each with its label before it and its number after it.</summary>
internal sealed class BarChart(ReportChart chart)
{
    private const double Labels = 230;
    private const double Longest = 330;
    private const double Line = 15;

    private static readonly PdfStyle Text = new(PdfFonts.Regular, 8.5, PdfPalette.Ink);

    public double Height => chart.Bars.Count * Line + 8;

    /// <param name="y">Of the top edge.</param>
    /// <returns>Of the bottom edge.</returns>
    public double Draw(PdfPage page, double x, double y)
    {
        page.Figure(chart.Title, new PdfBox(x, y, Labels + Longest + 80, Height), canvas =>
        {
            for (var i = 0; i < chart.Bars.Count; i++)
            {
                Draw(canvas, chart.Bars[i], x, y + i * Line);
            }
        });
        return y + Height;
    }

    private static void Draw(PdfCanvas canvas, ReportBar bar, double x, double top)
    {
        var length = Longest * (bar.Share ?? 0);
        var lines = Text.Wrap(bar.Label, Labels - 8);
        canvas.Text(Text, x, top + 10, lines.Count > 1 ? $"{lines[0].TrimEnd()}…" : lines[0]);
        canvas.Fill(new PdfBox(x + Labels, top + 2, Longest, 10), PdfColor.Hex("#edf1f3"));
        if (length > 0)
        {
            canvas.Fill(new PdfBox(x + Labels, top + 2, length, 10), PdfColor.Hex("#0b4f6c"));
        }

        canvas.Text(Text, x + Labels + Longest + 6, top + 10, bar.Value);
    }
}
