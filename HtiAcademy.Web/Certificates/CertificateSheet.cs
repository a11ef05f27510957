using System.Globalization;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// The composition of one certificate: the wordmark above, the statement in the middle, and below it the trainers'
/// signatures beside the means of checking it. Measures are in points.
/// </summary>
internal sealed partial class CertificateSheet(PdfPage page, CertificateFace face, IStringLocalizer<Words> words)
{
    private const double Margin = 62;
    private const double FootHeight = 146;
    private const double CheckWidth = 172;
    private const double CodeSize = 28 * 72 / 25.4;
    private const double QuietZone = 9;

    private static readonly PdfColor Navy = PdfColor.Hex("#0a3547");
    private static readonly PdfColor Gold = PdfColor.Hex("#e0a030");
    private static readonly PdfColor Ink = PdfColor.Hex("#1d252b");
    private static readonly PdfColor Grey = PdfColor.Hex("#55626b");

    private static readonly PdfStyle Institute = new(PdfFonts.Bold, 13, Navy, Tracking: 0.4);
    private static readonly PdfStyle Academy = Institute with { Font = PdfFonts.Regular };
    private static readonly PdfStyle Title = new(PdfFonts.Serif, 33, Navy);
    private static readonly PdfStyle Name = new(PdfFonts.Serif, 38, Ink, Leading: 1.2);
    private static readonly PdfStyle Course = new(PdfFonts.Bold, 20, Navy);
    private static readonly PdfStyle Plain = new(PdfFonts.Regular, 12, Grey);
    private static readonly PdfStyle Station = new(PdfFonts.Regular, 12.5, Ink);
    private static readonly PdfStyle Label = new(PdfFonts.Regular, 8.5, Grey, Tracking: 0.2);
    private static readonly PdfStyle Value = new(PdfFonts.Bold, 11.5, Ink);
    private static readonly PdfStyle Signatory = new(PdfFonts.Bold, 10, Ink, Leading: 1.2);
    private static readonly PdfStyle Small = new(PdfFonts.Regular, 7.5, Grey);
    private static readonly PdfStyle Code = new(PdfFonts.Bold, 8, Ink);

    private readonly PdfBox _area = new(Margin, Margin, page.Paper.Width - 2 * Margin, page.Paper.Height - Margin - 48);

    private double FootTop => _area.Bottom - FootHeight;

    public static void DrawFrame(PdfCanvas canvas, PaperSize paper)
    {
        var sheet = new PdfBox(0, 0, paper.Width, paper.Height);
        canvas.Frame(sheet.Inside(25), 2.4, Navy);
        canvas.Frame(sheet.Inside(30.5), 0.6, Navy);
    }

    public void Draw()
    {
        Wordmark();
        Statement();
        Signatures();
        Check();
        SmallPrint();
    }

    private void Wordmark()
    {
        const double Blank = 5;
        (string Text, PdfStyle Style)[] parts =
        [
            (words["Human Trafficking Institute"] + " ", Institute),
            ("· ", Institute with { Color = Gold }),
            (words["Academy"], Academy),
        ];
        page.Mark(page.Section.Add(PdfTag.P), canvas =>
        {
            var x = _area.Middle - parts.Sum(part => part.Style.Width(part.Text) + Blank) / 2 + Blank / 2;
            foreach (var (text, style) in parts)
            {
                canvas.Text(style, x, _area.Y + Institute.CapHeight, text);
                x += style.Width(text) + Blank;
            }
        });
    }

    private void Statement()
    {
        var station = string.Join(" · ", new[] { face.Rank, face.AgencyName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var name = Name.Fitting(face.HolderName, _area.Width, lines: 1, smallest: 28).Fitting(face.HolderName, _area.Width, lines: 2, smallest: 8);
        List<Block> column =
        [
            Line(0, PdfTag.H1, Title, words["Certificate of completion"]),
            Rule(15),
            Line(25, PdfTag.P, Plain, words["This certifies that"]),
            Line(20, PdfTag.H2, name, face.HolderName),
            .. station.Length == 0 ? [] : new[] { Line(15, PdfTag.P, Station.Fitting(station, _area.Width, lines: 2, smallest: 7), station) },
            Line(21, PdfTag.P, Plain, words["has completed the course"]),
            Line(15, PdfTag.P, Course.Fitting(face.CourseTitle, _area.Width * 0.85, lines: 2, smallest: 9), face.CourseTitle),
            Facts(26),
        ];
        var (top, bottom) = (_area.Y + 42, FootTop - 5);
        // White space is what gives way to long names and what fills the sheet under short ones.
        var stretch = Math.Min(1.6, (bottom - top - column.Sum(block => block.Height)) / column.Sum(block => block.Above));
        var y = top + (bottom - top - column.Sum(block => block.Height + block.Above * stretch)) / 2;
        foreach (var block in column)
        {
            y += block.Above * stretch;
            block.Draw(y);
            y += block.Height;
        }
    }

    private Block Line(double above, PdfTag tag, PdfStyle style, string text)
    {
        var lines = style.WrapEvenly(text, _area.Width);
        return new(above, style.CapHeight + (lines.Count - 1) * style.LineHeight, top => page.Mark(page.Section.Add(tag),
            canvas => canvas.Lines(style, _area.X, top + style.CapHeight, _area.Width, lines, PdfAlign.Centre)));
    }

    private Block Rule(double above) =>
        new(above, 1.6, top => page.Artifact(canvas => canvas.Fill(new(_area.Middle - 48, top, 96, 1.6), Gold)));

    private Block Facts(double above)
    {
        const double Gap = 20, Height = 26;
        (string Label, string Value)[] facts =
        [
            (words["Completed on"], InWords(face.CompletedOn)),
            .. face.ValidUntil is { } end ? [(words["Valid until"].Value, InWords(end))] : Array.Empty<(string, string)>(),
            (words["Hours of training"], face.Hours.ToString("0.#", CultureInfo.CurrentCulture)),
            (words["Result"], face.ScoreBand),
            (words["Country"], face.CountryName),
        ];
        var natural = facts.Sum(fact => FactWidth(fact) + 2 * Gap);
        var scale = Math.Min(1, _area.Width / natural);
        var (label, value) = (Label with { Size = Label.Size * scale }, Value with { Size = Value.Size * scale });
        return new(above, Height, top =>
        {
            var x = _area.Middle - natural * scale / 2;
            foreach (var fact in facts)
            {
                var width = (FactWidth(fact) + 2 * Gap) * scale;
                if (fact != facts[0])
                {
                    page.Artifact(canvas => canvas.Line(x, top, x, top + Height, 0.5, Grey));
                }

                page.Mark(page.Section.Add(PdfTag.P), canvas =>
                {
                    canvas.Text(label, x + width / 2, top + label.CapHeight, $"{fact.Label} ", PdfAlign.Centre);
                    canvas.Text(value, x + width / 2, top + Height, fact.Value, PdfAlign.Centre);
                });
                x += width;
            }
        });
    }

    private void Signatures()
    {
        const double Gap = 22, RowHeight = 52;
        var rows = face.Trainers.Count > 3 ? 2 : 1;
        var columns = Math.Max(1, (face.Trainers.Count + rows - 1) / rows);
        var width = Math.Min(190, (_area.Width - CheckWidth - columns * Gap) / columns);
        for (var i = 0; i < face.Trainers.Count; i++)
        {
            var (x, rule) = (_area.X + i % columns * (width + Gap), FootTop + (rows == 1 ? 60 : 30) + i / columns * RowHeight);
            page.Artifact(canvas => canvas.Line(x, rule, x + width, rule, 0.7, Navy));
            var style = Signatory.Fitting(face.Trainers[i], width, lines: 1, smallest: 8.5).Fitting(face.Trainers[i], width, lines: 2, smallest: 5);
            var below = page.Paragraph(PdfTag.P, style, x, rule + 12, width, face.Trainers[i]);
            page.Text(PdfTag.P, Small, x, below - style.LineHeight + 10, words["Trainer"]);
        }
    }

    private void Check()
    {
        var left = _area.Right - CheckWidth;
        var address = face.VerifyAddress.AbsoluteUri;
        // After its last slash stands the code: the one place where an address may break and still be copied rightly.
        var code = address.LastIndexOf('/') + 1;
        string[] lines = [address[..code], address[code..]];
        var style = lines.Aggregate(Small, (current, line) => current.Fitting(line, CheckWidth, lines: 1, smallest: 4));
        var (middle, y) = (left + CheckWidth / 2, _area.Bottom - Small.LineHeight);
        QrCode.Draw(page, middle, y - 33 - CodeSize / 2 - QuietZone, CodeSize, address, words["QR code of the address where this certificate is checked"]);
        page.Text(PdfTag.P, Code, middle, y - 23, face.Code, PdfAlign.Centre);
        page.Text(PdfTag.P, Small, middle, y - 10, words["Check this certificate at"], PdfAlign.Centre);
        page.Link(new(left, y - 8, CheckWidth, 20), face.VerifyAddress, $"{words["Check this certificate at"]} {address}",
            canvas => canvas.Lines(style, left, y, CheckWidth, lines, PdfAlign.Centre));
    }

    private void SmallPrint()
    {
        page.Mark(page.Section.Add(PdfTag.P), canvas =>
        {
            var label = words["Certificate number"];
            canvas.Text(Label, _area.X, _area.Bottom - 14, $"{label} ");
            canvas.Text(Value with { Size = 9.5 }, _area.X + Label.Width(label) + 6, _area.Bottom - 14, face.Number);
        });
        page.Text(PdfTag.P, Small, _area.X, _area.Bottom, words["This certificate records the completion of training. It is not a licence or a professional qualification."]);
    }

    private static double FactWidth((string Label, string Value) fact) => Math.Max(Label.Width(fact.Label), Value.Width(fact.Value));

    /// <summary>The culture's long date without the day of the week.</summary>
    private static string InWords(DateOnly date) =>
        date.ToString(Weekday().Replace(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern, ""), CultureInfo.CurrentCulture);

    [GeneratedRegex(@"[,\s]*dddd[,\s]*", RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();

    /// <summary>A part of the statement, with the space above it that looks right on a sheet that is neither full nor empty.</summary>
    private sealed record Block(double Above, double Height, Action<double> Draw);
}
