using System.Globalization;
using System.Text;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>The border of certificates: a band of interlaced waves between two lines, a rosette in each corner. Measures are in points.</summary>
internal static class CertificateFrame
{
    /// <summary>From the edge of the paper: more than any office printer leaves white.</summary>
    private const double Outside = 22;
    private const double Band = 10;
    private const double Wave = 16;

    /// <summary>Everything on a sheet stands further in than this.</summary>
    public const double Inside = Outside + Band;

    private static readonly PdfColor Strands = PdfColor.Hex("#a9bac3");

    public static void Draw(PdfCanvas canvas, PaperSize paper)
    {
        var sheet = new PdfBox(0, 0, paper.Width, paper.Height);
        var band = sheet.Inside(Outside);
        canvas.Drawing(sheet, paper.Width, paper.Height, Waves(band));
        canvas.Frame(band, 1.1, PdfPalette.Navy);
        canvas.Frame(band.Inside(Band), 0.5, PdfPalette.Navy);
        foreach (var (x, y) in new[] { (band.X, band.Y), (band.Right - Band, band.Y), (band.X, band.Bottom - Band), (band.Right - Band, band.Bottom - Band) })
        {
            Corner(canvas, new(x, y, Band, Band));
        }
    }

    private static void Corner(PdfCanvas canvas, PdfBox box)
    {
        canvas.Fill(box, PdfColor.Hex("#ffffff"));
        canvas.Frame(box, 0.5, PdfPalette.Navy);
        canvas.Frame(box.Inside(2), 0.5, PdfPalette.Gold, radius: Band / 2 - 2);
        canvas.Frame(box.Inside(3.6), 0.5, PdfPalette.Navy, radius: Band / 2 - 3.6);
    }

    private static string Waves(PdfBox band)
    {
        var (middle, across, down) = (Band / 2, band.Width - 2 * Band, band.Height - 2 * Band);
        return $"{Strands.Components} RG 0.3 w "
            + Side(band.X + Band, band.Y + middle, across, "1 0 0 1") + Side(band.X + Band, band.Bottom - middle, across, "1 0 0 1")
            + Side(band.X + middle, band.Y + Band, down, "0 1 -1 0") + Side(band.Right - middle, band.Y + Band, down, "0 1 -1 0");
    }

    /// <param name="turn">The direction of the side, as a transformation begins.</param>
    private static string Side(double x, double y, double length, string turn)
    {
        var waves = (int)Math.Round(length / Wave);
        var wave = length / waves;
        var strands = string.Concat(Enumerable.Range(0, 4).Select(quarter => Strand(quarter, wave)));
        // The same operators again and again, each a wave further along: a long border that packs into nothing.
        var step = string.Create(CultureInfo.InvariantCulture, $"{strands}S 1 0 0 1 {wave:0.#####} 0 cm\n");
        return string.Create(CultureInfo.InvariantCulture, $"q {turn} {x:0.##} {y:0.##} cm\n{string.Concat(Enumerable.Repeat(step, waves))}Q\n");
    }

    /// <summary>One wave, begun in one of its four quarters.</summary>
    private static string Strand(int quarter, double wave)
    {
        const double Height = Band / 2 - 1.2;
        var path = new StringBuilder();
        var width = wave / 4;
        for (var i = 0; i < 4; i++)
        {
            var (sign, rising) = ((quarter + i) % 4 < 2 ? 1 : -1, (quarter + i) % 2 == 0);
            var (from, to) = rising ? (0d, sign * Height) : (sign * Height, 0d);
            // A quarter of a sine, as a Bézier curve comes closest to it.
            var (near, far) = rising ? (sign * Height * 0.5236, to) : (from, sign * Height * 0.5236);
            var (first, second) = rising ? (1 / 3.0, 0.64) : (0.36, 2 / 3.0);
            path.Append(i == 0 ? $"{PdfSyntax.Numbers(0, from)} m " : "")
                .Append(PdfSyntax.Numbers((i + first) * width, near, (i + second) * width, far, (i + 1) * width, to)).Append(" c ");
        }

        return path.ToString();
    }
}

/// <summary>The sheets of one file, whose border and seal the file holds once for each place where the seal stands.</summary>
internal sealed class CertificateFrames(PdfDocument document, PaperSize paper)
{
    private readonly Dictionary<PdfBox, PdfStamp> _stamps = [];

    public PdfPage AddPage(PdfElement section, PdfBox seal)
    {
        if (!_stamps.TryGetValue(seal, out var stamp))
        {
            stamp = _stamps[seal] = document.AddStamp(paper, canvas =>
            {
                CertificateFrame.Draw(canvas, paper);
                AcademySeal.Draw(canvas, seal);
            });
        }

        var page = document.AddPage(paper);
        page.Section = section;
        page.Place(stamp);
        return page;
    }
}
