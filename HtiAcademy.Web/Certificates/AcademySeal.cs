using System.Globalization;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>The academy's mark: its initials over an open book, in a ring with a milled edge. Drawn in a square of a hundred units.</summary>
internal static class AcademySeal
{
    private const double Units = 100;

    private static readonly string Operators = string.Concat(
        $"{PdfPalette.Navy.Components} RG 1.8 w {Circle(48)} S 0.7 w {Circle(39.5)} S\n",
        $"{PdfPalette.Gold.Components} RG 4.4 w [1 1.6] 0 d {Circle(43.8)} S [] 0 d\n",
        $"{PdfPalette.Navy.Components} rg ", Initials(), "f\n",
        "1 w 1 J ", Book());

    public static void Draw(PdfCanvas canvas, PdfBox box) => canvas.Drawing(box, Units, Units, Operators);

    /// <summary>Where another mark stands opposite the seal, as large to the eye, whatever its shape.</summary>
    /// <param name="right">The right edge of the mark.</param>
    public static PdfBox Opposite(PdfBox seal, PdfImage mark, double right)
    {
        const double Widest = 2.3;
        var shape = (double)mark.Width / mark.Height;
        var height = Math.Min(1, Math.Min(Math.Sqrt(0.9 / shape), Widest / shape)) * seal.Height;
        return new(right - height * shape, seal.Y + (seal.Height - height) / 2, height * shape, height);
    }

    /// <summary>H, T and I of thick stems and thin bars, each foot a hairline. Drawn, so that no one reads them aloud or finds them as text.</summary>
    private static string Initials()
    {
        const double Top = 28, Foot = 52, Stem = 4.4, Hair = 1.1, Serif = 2.2;
        string Box(double x, double y, double width, double height) => $"{PdfSyntax.Numbers(x, y, width, height)} re ";
        string Upright(double x, bool head = true) => Box(x, Top, Stem, Foot - Top) + Box(x - Serif, Foot - Hair, Stem + 2 * Serif, Hair)
            + (head ? Box(x - Serif, Top, Stem + 2 * Serif, Hair) : "");
        return Upright(26) + Upright(39) + Box(30, 39.2, 9, Hair)
            + Upright(54.3, head: false) + Box(47.8, Top, 17.4, Hair) + Box(47.8, Top, Hair, 5) + Box(64.1, Top, Hair, 5)
            + Upright(71);
    }

    /// <summary>Three leaves to either side of the spine.</summary>
    private static string Book()
    {
        string Leaf(int side, double drop) => string.Create(CultureInfo.InvariantCulture,
            $"50 {64 + drop} m {50 + side * 5} {59.5 + drop} {50 + side * 14} {58.5 + drop} {50 + side * 23} {61.5 + drop} c S ");
        return string.Concat(new[] { -1, 1 }.SelectMany(side => new[] { 0.0, 5, 10 }.Select(drop => Leaf(side, drop)))) + "50 64 m 50 74 l S ";
    }

    private static string Circle(double radius)
    {
        var handle = radius * 0.5523;
        const double Middle = Units / 2;
        string Quarter(double x1, double y1, double x2, double y2, double x, double y) => $"{PdfSyntax.Numbers(Middle + x1, Middle + y1, Middle + x2, Middle + y2, Middle + x, Middle + y)} c ";
        return $"{PdfSyntax.Numbers(Middle + radius, Middle)} m "
            + Quarter(radius, handle, handle, radius, 0, radius) + Quarter(-handle, radius, -radius, handle, -radius, 0)
            + Quarter(-radius, -handle, -handle, -radius, 0, -radius) + Quarter(handle, -radius, radius, -handle, radius, 0) + "h";
    }
}
