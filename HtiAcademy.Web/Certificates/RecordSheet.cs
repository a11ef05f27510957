using System.Globalization;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// The sheet behind a certificate: who learned what, module by module, what was practised under a trainer's eyes, and how
/// the paper is checked. Measures are in points.
/// </summary>
internal sealed class RecordSheet(PdfPage page, CertificateFace face, PdfImage? emblem, IStringLocalizer<Words> words)
{
    private const double Margin = 62;
    private const double LowestLine = 50;
    private const double Gap = 26;

    private static readonly PdfStyle Institute = new(PdfFonts.Bold, 9, PdfPalette.Navy, Tracking: 0.4);
    private static readonly PdfStyle Title = new(PdfFonts.Serif, 22, PdfPalette.Navy);
    private static readonly PdfStyle Label = new(PdfFonts.Regular, 8, PdfPalette.Grey, Tracking: 0.2);
    private static readonly PdfStyle Holder = new(PdfFonts.Serif, 15, PdfPalette.Ink, Leading: 1.2);
    private static readonly PdfStyle Value = new(PdfFonts.Bold, 10.5, PdfPalette.Ink, Leading: 1.2);

    private readonly PdfBox _area = new(Margin, Seal.Y, page.Paper.Width - 2 * Margin, page.Paper.Height - Seal.Y - LowestLine);

    public static PdfBox Seal => new(Margin, 52, 42, 42);

    private double AsideWidth => _area.Width * 0.32;

    public void Draw()
    {
        Head();
        var y = Holding(Seal.Bottom + 26);
        page.Artifact(canvas => canvas.Line(_area.X, y, _area.Right, y, 0.8, PdfPalette.Gold));
        y += 12;
        new ModuleTable(page, new(_area.X, y, _area.Width - AsideWidth - Gap, _area.Bottom - y), words).Draw(face.Modules);
        Aside(new(_area.Right - AsideWidth, y, AsideWidth, _area.Bottom - y));
    }

    private void Head()
    {
        page.Text(PdfTag.P, Institute, Seal.Right + 14, Seal.Y + 3 + Institute.CapHeight, words["Human Trafficking Institute · Academy"]);
        if (emblem is { } mark)
        {
            var box = AcademySeal.Opposite(Seal, mark, _area.Right);
            page.Figure(face.AgencyName ?? words["Agency"], box, canvas => canvas.Image(mark, box));
        }

        page.Text(PdfTag.H2, Title, Seal.Right + 14, Seal.Bottom - 5, words["Record of training"]);
    }

    /// <returns>The y below it.</returns>
    private double Holding(double y)
    {
        var right = _area.Right - AsideWidth;
        var wide = right - Gap - _area.X;
        var afterName = Fact(Holder, words["Name"], face.HolderName, _area.X, y, wide, lines: 2);
        Fact(Value, words["Certificate number"], face.Number, right, y, AsideWidth, lines: 1);
        y = afterName + 6;
        var below = Fact(Value, words["Course"], face.CourseTitle, _area.X, y, wide, lines: 2);
        var (afterVersion, afterHours) = (right + AsideWidth * 0.22, right + AsideWidth * 0.64);
        Fact(Value, words["Version"], face.CourseVersion.ToString(CultureInfo.CurrentCulture), right, y, afterVersion - right - 8, lines: 1);
        Fact(Value, words["Hours of training"], face.Hours.ToString("0.#", CultureInfo.CurrentCulture), afterVersion, y, afterHours - afterVersion - 8, lines: 1);
        Fact(Value, words["Result"], face.ScoreBand, afterHours, y, _area.Right - afterHours, lines: 2);
        return below;
    }

    private double Fact(PdfStyle style, string label, string value, double x, double y, double width, int lines)
    {
        var fitted = style.Fitting(value, width, lines, smallest: 5);
        var small = Label.Fitting(label, width, lines: 1, smallest: 5);
        var broken = fitted.Wrap(value, width);
        page.Mark(page.Section.Add(PdfTag.P), canvas =>
        {
            canvas.Text(small, x, y, $"{label} ");
            canvas.Lines(fitted, x, y + style.LineHeight, width, broken);
        });
        return y + style.LineHeight + broken.Count * fitted.LineHeight + 3;
    }

    private void Aside(PdfBox box)
    {
        var aside = new RecordAside(page, box, words);
        aside.Practised(face.Practised);
        aside.Checking(face);
        aside.Draw();
    }
}
