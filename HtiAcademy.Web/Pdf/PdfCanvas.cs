using System.Collections;
using System.Globalization;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// Draws. Places are in points from the top left corner of the sheet, and text stands on its y. What a drawing means
/// is the page's affair: see <see cref="PdfPage"/>.
/// </summary>
public sealed class PdfCanvas
{
    // How far a Bézier curve's handles reach, in radii, to come closest to a quarter of a circle.
    private const double QuarterCircle = 0.5523;
    private readonly StringBuilder _content = new();
    private readonly EmbeddedFonts _fonts;
    private readonly double _height;

    internal PdfCanvas(EmbeddedFonts fonts, double height)
    {
        _fonts = fonts;
        _height = height;
    }

    internal byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>One line of text. <paramref name="x"/> is its left end, middle or right end, as it is aligned.</summary>
    public void Text(PdfStyle style, double x, double y, string text, PdfAlign align = PdfAlign.Left)
    {
        var line = TextLine.Set(style.Font, text);
        var width = line.RightToLeft || align != PdfAlign.Left ? style.Width(text) : 0;
        var left = align switch
        {
            PdfAlign.Centre => x - width / 2,
            PdfAlign.Right => x - width,
            _ => x,
        };
        if (line.RightToLeft)
        {
            // Blanks at the end of such a line stand left of it.
            left -= style.Width(line) - width;
        }

        Append($"BT {style.Color.Components} rg {PdfSyntax.Number(style.Tracking)} Tc {PdfSyntax.Numbers(left, _height - y)} Td");
        new TextOperators(_content, _fonts, style).Show(line);
        Append("ET");
    }

    /// <summary>Lines already broken, the first standing on y.</summary>
    /// <param name="x">The left edge of the lines, however they are aligned between it and the right one.</param>
    public void Lines(PdfStyle style, double x, double y, double width, IReadOnlyList<string> lines, PdfAlign align = PdfAlign.Left)
    {
        var anchor = align switch
        {
            PdfAlign.Centre => x + width / 2,
            PdfAlign.Right => x + width,
            _ => x,
        };
        for (var line = 0; line < lines.Count; line++)
        {
            Text(style, anchor, y + line * style.LineHeight, lines[line], align);
        }
    }

    /// <param name="thickness">In points.</param>
    public void Line(double fromX, double fromY, double toX, double toY, double thickness, PdfColor color) =>
        Append($"{Pen(thickness, color)} {Point(fromX, fromY)} m {Point(toX, toY)} l S");

    public void Fill(PdfBox box, PdfColor color) => Append($"{color.Components} rg {Rectangle(box)} f");

    /// <param name="thickness">In points, half of it to either side of the box's edge.</param>
    /// <param name="radius">Of the corners; 0 for square ones.</param>
    public void Frame(PdfBox box, double thickness, PdfColor color, double radius = 0) =>
        Append($"{Pen(thickness, color)} {(radius > 0 ? Rounded(box, radius) : Rectangle(box))} S");

    /// <summary>Fills the cells that are set of a grid laid over the box: <paramref name="rows"/> from the top, each as wide as the first.</summary>
    internal void Cells(PdfBox box, IReadOnlyList<BitArray> rows, PdfColor color)
    {
        var cells = new StringBuilder($"{color.Components} rg\n");
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var (start, length) in Runs(rows[row]))
            {
                cells.Append(CultureInfo.InvariantCulture, $"{start} {row} {length} 1 re\n");
            }
        }

        Drawing(box, rows[0].Length, rows.Count, cells.Append('f').ToString());
    }

    /// <summary>
    /// A drawing in coordinates of its own, which lets it be written in small whole numbers: <paramref name="across"/> and
    /// <paramref name="down"/> of its units fill the box from the top left corner.
    /// </summary>
    /// <param name="operators">As PDF spells them (ISO 32000-1, 8.5); y grows downwards.</param>
    internal void Drawing(PdfBox box, double across, double down, string operators) => Append(string.Create(CultureInfo.InvariantCulture,
        $"q {box.Width / across:0.#####} 0 0 {-box.Height / down:0.#####} {PdfSyntax.Numbers(box.X, _height - box.Y)} cm\n{operators} Q"));

    public void Image(PdfImage image, PdfBox box) =>
        Append($"q {PdfSyntax.Numbers(box.Width, 0, 0, box.Height, box.X, _height - box.Bottom)} cm /{image.Name} Do Q");

    internal void Append(string operators) => _content.Append(operators).Append('\n');

    private static IEnumerable<(int Start, int Length)> Runs(BitArray row)
    {
        for (var start = 0; start < row.Length; start++)
        {
            var end = start;
            while (end < row.Length && row[end])
            {
                end++;
            }

            if (end > start)
            {
                yield return (start, end - start);
                start = end;
            }
        }
    }

    private string Point(double x, double y) => PdfSyntax.Numbers(x, _height - y);

    private string Rectangle(PdfBox box) => $"{PdfSyntax.Numbers(box.X, _height - box.Bottom, box.Width, box.Height)} re";

    private string Rounded(PdfBox box, double radius)
    {
        var (left, top, right, bottom) = (box.X, box.Y, box.Right, box.Bottom);
        var handle = radius * (1 - QuarterCircle);
        return $"{Point(left + radius, top)} m {Point(right - radius, top)} l "
            + $"{Point(right - handle, top)} {Point(right, top + handle)} {Point(right, top + radius)} c {Point(right, bottom - radius)} l "
            + $"{Point(right, bottom - handle)} {Point(right - handle, bottom)} {Point(right - radius, bottom)} c {Point(left + radius, bottom)} l "
            + $"{Point(left + handle, bottom)} {Point(left, bottom - handle)} {Point(left, bottom - radius)} c {Point(left, top + radius)} l "
            + $"{Point(left, top + handle)} {Point(left + handle, top)} {Point(left + radius, top)} c h";
    }

    private static string Pen(double thickness, PdfColor color) => $"{color.Components} RG {PdfSyntax.Number(thickness)} w";
}
