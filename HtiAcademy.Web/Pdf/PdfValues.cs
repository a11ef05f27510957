using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>A sheet's size in points, of which 72 make an inch.</summary>
public readonly record struct PaperSize(double Width, double Height)
{
    public static PaperSize A4 { get; } = new(595.28, 841.89);

    public static PaperSize Letter { get; } = new(612, 792);

    public PaperSize Landscape() => new(Math.Max(Width, Height), Math.Min(Width, Height));
}

/// <summary>A place on a sheet, in points from its top left corner; y grows downwards.</summary>
public readonly record struct PdfBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Middle => X + Width / 2;

    /// <summary>The box whose sides all lie <paramref name="by"/> points further in.</summary>
    public PdfBox Inside(double by) => new(X + by, Y + by, Width - 2 * by, Height - 2 * by);
}

public readonly record struct PdfColor(byte Red, byte Green, byte Blue)
{
    public static PdfColor Black => default;

    /// <param name="hex">As in a style sheet: <c>#0a3547</c>.</param>
    public static PdfColor Hex(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    internal string Components =>
        string.Join(' ', new[] { Red, Green, Blue }.Select(part => (part / 255.0).ToString("0.###", CultureInfo.InvariantCulture)));
}

public enum PdfAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>What a piece of the page is to someone who hears it read: the standard structure types of ISO 32000-1, 14.8.4.</summary>
public enum PdfTag
{
    Document,
    Sect,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    LBody,
    Figure,
    Table,
    TR,
    TH,
    TD,
    Link,
    Form,
}
