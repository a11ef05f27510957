using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>A picture made of pixels, with its transparency. See <see cref="PdfDocument.AddImage"/>.</summary>
public sealed class PdfImage
{
    private readonly PdfPicture _picture;

    internal PdfImage(string name, PdfPicture picture)
    {
        Name = name;
        _picture = picture;
    }

    /// <summary>In pixels.</summary>
    public int Width => _picture.Width;

    public int Height => _picture.Height;

    internal string Name { get; }

    internal int WriteTo(PdfFile file)
    {
        var mask = _picture.Opacity is { } opacity ? $"/SMask {PdfSyntax.Reference(Add(file, "/DeviceGray", 1, opacity))}" : "";
        return Add(file, $"/DeviceRGB{mask}", 3, _picture.Colors);
    }

    private int Add(PdfFile file, string colors, int samplesPerPixel, byte[] packed) => file.AddStream(
        string.Create(
            CultureInfo.InvariantCulture,
            $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace{colors}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {samplesPerPixel}/Columns {Width}>>"),
        packed,
        compressed: false);
}
