using System.Globalization;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// The composition of one certificate: the marks above, the statement in the middle, and below it the trainers'
/// signatures beside the means of checking it. Measures are in points.
/// </summary>
internal sealed class CertificateSheet(PdfPage page, CertificateFace face, PdfImage? emblem, IStringLocalizer<Words> words)
{
    private const double Margin = 62;
    private const double Top = 52;
    private const double LowestLine = 50;
    private const double CheckWidth = 172;

    private static readonly PdfStyle Institute = new(PdfFonts.Bold, 12, PdfPalette.Navy, Tracking: 0.5);
    private static readonly PdfStyle Academy = Institute with { Font = PdfFonts.Regular };
    private static readonly PdfStyle Title = new(PdfFonts.Serif, 33, PdfPalette.Navy);
    private static readonly PdfStyle Name = new(PdfFonts.Serif, 36, PdfPalette.Ink, Leading: 1.2);
    private static readonly PdfStyle Course = new(PdfFonts.Serif, 20, PdfPalette.Navy);
    private static readonly PdfStyle Plain = new(PdfFonts.Regular, 11.5, PdfPalette.Grey);
    private static readonly PdfStyle Station = new(PdfFonts.Regular, 12.5, PdfPalette.Ink);
    private static readonly PdfStyle Label = new(PdfFonts.Regular, 8.5, PdfPalette.Grey, Tracking: 0.2);
    private static readonly PdfStyle Value = new(PdfFonts.Bold, 11.5, PdfPalette.Ink);
    private static readonly PdfStyle Signatory = new(PdfFonts.Bold, 10, PdfPalette.Ink, Leading: 1.2);
    private static readonly PdfStyle Small = new(PdfFonts.Regular, 7.5, PdfPalette.Grey);
    private static readonly PdfStyle Code = new(PdfFonts.Bold, 8, PdfPalette.Ink);

    private readonly PdfBox _area = new(Margin, Top, page.Paper.Width - 2 * Margin, page.Paper.Height - Top - LowestLine);
    private readonly PdfBox _seal = Seal(page.Paper, emblem);
    private readonly QrCode _code = QrCode.Of(face.QrText);

    private IReadOnlyList<string> Relations =>
    [
        .. face.Replaces is { } replaced ? [words["Replaces certificate {0}", replaced].Value] : Array.Empty<string>(),
        .. face.Renews is { } renewed ? [words["Renews certificate {0}", renewed].Value] : Array.Empty<string>(),
    ];

    private double FootTop => _area.Bottom - Math.Max(Relations.Count > 0 ? 156 : 146, CheckHeight);

    private double CheckHeight => _code.SizeWithQuietZone + 32;

    /// <summary>In the middle, or at the left where an agency's mark stands opposite.</summary>
    public static PdfBox Seal(PaperSize paper, PdfImage? emblem) =>
        emblem is null ? new((paper.Width - 50) / 2, Top, 50, 50) : new(Margin, Top, 62, 62);

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
            ("· ", Institute with { Color = PdfPalette.Gold }),
            (words["Academy"], Academy),
        ];
        if (emblem is { } mark)
        {
            var box = AcademySeal.Opposite(_seal, mark, _area.Right);
            page.Figure(face.AgencyName ?? words["Agency"], box, canvas => canvas.Image(mark, box));
        }

        page.Mark(page.Section.Add(PdfTag.P), canvas =>
        {
            var x = _area.Middle - parts.Sum(part => part.Style.Width(part.Text) + Blank) / 2 + Blank / 2;
            foreach (var (text, style) in parts)
            {
                canvas.Text(style, x, HeadBottom, text);
                x += style.Width(text) + Blank;
            }
        });
    }

    private double HeadBottom => emblem is null ? _seal.Bottom + 18 : Top + 6 + Institute.CapHeight;

    private void Statement()
    {
        const double Cramped = 0.6, Smallest = 0.6;
        var (top, bottom) = (HeadBottom + (emblem is null ? 23 : 27), FootTop - 8);
        double Stretch(List<Block> column) => (bottom - top - column.Sum(block => block.Height)) / column.Sum(block => block.Above);
        // White space is what gives way first to long names, then the letters; it fills the sheet under short ones.
        var scale = 1.0;
        var column = Column(scale);
        while (Stretch(column) < Cramped && scale > Smallest)
        {
            column = Column(scale -= 0.04);
        }

        var stretch = Math.Min(1.5, Stretch(column));
        var y = top + (bottom - top - column.Sum(block => block.Height + block.Above * stretch)) / 2;
        foreach (var block in column)
        {
            y += block.Above * stretch;
            block.Draw(y);
            y += block.Height;
        }
    }

    private List<Block> Column(double scale)
    {
        PdfStyle Scaled(PdfStyle style) => style with { Size = style.Size * scale };
        var station = string.Join(" · ", new[] { face.Rank, face.AgencyName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var name = Scaled(Name).Fitting(face.HolderName, _area.Width, lines: 1, smallest: 27 * scale).Fitting(face.HolderName, _area.Width, lines: 2, smallest: 8);
        var besideMarks = emblem is { } mark ? _area.Width - 2 * (AcademySeal.Opposite(_seal, mark, 0).Width + 20) : _area.Width;
        return
        [
            Line(0, PdfTag.H1, Scaled(Title).Fitting(words["Certificate of completion"], besideMarks, lines: 1, smallest: 18), words["Certificate of completion"]),
            Ornament(14),
            Line(22, PdfTag.P, Scaled(Plain), words["This certifies that"]),
            Line(19, PdfTag.H2, name, face.HolderName),
            .. station.Length == 0 ? [] : new[] { Line(17, PdfTag.P, Scaled(Station).Fitting(station, _area.Width, lines: 2, smallest: 7), station) },
            Line(20, PdfTag.P, Scaled(Plain), words["has completed the course"]),
            Line(15, PdfTag.P, Scaled(Course).Fitting(face.CourseTitle, _area.Width * 0.85, lines: 2, smallest: 9), face.CourseTitle),
            Facts(22),
        ];
    }

    private Block Line(double above, PdfTag tag, PdfStyle style, string text)
    {
        var lines = style.WrapEvenly(text, _area.Width);
        return new(above, style.CapHeight + (lines.Count - 1) * style.LineHeight, top => page.Mark(page.Section.Add(tag),
            canvas => canvas.Lines(style, _area.X, top + style.CapHeight, _area.Width, lines, PdfAlign.Centre)));
    }

    /// <summary>A lozenge between two hairlines.</summary>
    private Block Ornament(double above)
    {
        const double Width = 150, Height = 5, Gap = 8;
        return new(above, Height, top => page.Artifact(canvas =>
        {
            var (left, right, middle) = (_area.Middle - Width / 2, _area.Middle + Width / 2, top + Height / 2);
            canvas.Line(left, middle, _area.Middle - Gap, middle, 0.8, PdfPalette.Gold);
            canvas.Line(_area.Middle + Gap, middle, right, middle, 0.8, PdfPalette.Gold);
            canvas.Drawing(new(_area.Middle - Height / 2, top, Height, Height), 2, 2, $"{PdfPalette.Gold.Components} rg 1 0 m 2 1 l 1 2 l 0 1 l f");
        }));
    }

    private Block Facts(double above)
    {
        const double Gap = 20, Height = 26;
        (string Label, string Value)[] facts =
        [
            (words["Completed on"], LocalTime.Show(face.CompletedOn)),
            .. face.ValidUntil is { } end ? [(words["Valid until"].Value, LocalTime.Show(end))] : Array.Empty<(string, string)>(),
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
                    page.Artifact(canvas => canvas.Line(x, top, x, top + Height, 0.5, PdfPalette.Mist));
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
            var (x, rule) = (_area.X + i % columns * (width + Gap), FootTop + (rows == 1 ? 62 : 30) + i / columns * RowHeight);
            page.Artifact(canvas => canvas.Line(x, rule, x + width, rule, 0.6, PdfPalette.Navy));
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
        var (site, middle, y) = (Small.Fitting(address[..code], CheckWidth, lines: 1, smallest: 4), left + CheckWidth / 2, _area.Bottom);
        _code.Draw(page, middle, y - CheckHeight + _code.SizeWithQuietZone / 2, words["QR code of the address where this certificate is checked"]);
        page.Text(PdfTag.P, Small, middle, y - 21, words["Check this certificate at"], PdfAlign.Centre);
        page.Link(new(left, y - 18, CheckWidth, 20), face.VerifyAddress, $"{words["Check this certificate at"]} {address}", canvas =>
        {
            canvas.Text(site, middle, y - 11, address[..code], PdfAlign.Centre);
            canvas.Text(Code.Fitting(address[code..], CheckWidth, lines: 1, smallest: 4), middle, y, address[code..], PdfAlign.Centre);
        });
    }

    private void SmallPrint()
    {
        const double LineHeight = 10.5;
        var y = _area.Bottom - 14 - (Relations.Count > 0 ? LineHeight : 0);
        var width = _area.Width - CheckWidth;
        page.Mark(page.Section.Add(PdfTag.P), canvas =>
        {
            var label = words["Certificate number"];
            canvas.Text(Label, _area.X, y, $"{label} ");
            canvas.Text(Value with { Size = 9.5 }, _area.X + Label.Width(label) + 6, y, face.Number);
        });
        string[] lines =
        [
            .. Relations.Count > 0 ? [string.Join(" · ", Relations)] : Array.Empty<string>(),
            words["This certificate records the completion of training. It is not a licence or a professional qualification."],
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            page.Text(PdfTag.P, Small.Fitting(lines[i], width, lines: 1, smallest: 5), _area.X, _area.Bottom - (lines.Length - 1 - i) * LineHeight, lines[i]);
        }
    }

    private static double FactWidth((string Label, string Value) fact) => Math.Max(Label.Width(fact.Label), Value.Width(fact.Value));

    /// <summary>A part of the statement, with the space above it that looks right on a sheet that is neither full nor empty.</summary>
    private sealed record Block(double Above, double Height, Action<double> Draw);
}
