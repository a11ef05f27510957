using System.Globalization;
using System.IO.Compression;
using SkiaSharp;

namespace HtiAcademy.Web.Pdf;

/// <summary>A picture made of pixels, with its transparency. See <see cref="PdfDocument.AddImage"/>.</summary>
public sealed class PdfImage
{
    private const int Channels = 4;
    private readonly byte[] _pixels;

    internal PdfImage(string name, byte[] png)
    {
        Name = name;
        using var data = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat != SKEncodedImageFormat.Png)
        {
            throw new InvalidDataException("The bytes are no PNG image.");
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        if (codec.GetPixels(info, out _pixels) != SKCodecResult.Success)
        {
            throw new InvalidDataException("The PNG image is damaged.");
        }

        (Width, Height) = (info.Width, info.Height);
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    public int Height { get; }

    internal string Name { get; }

    internal int WriteTo(PdfFile file)
    {
        var opacity = Samples(3, 1);
        var mask = Array.TrueForAll(opacity, sample => sample == byte.MaxValue) ? "" : $"/SMask {PdfSyntax.Reference(Add(file, "/DeviceGray", 1, opacity))}";
        return Add(file, $"/DeviceRGB{mask}", 3, Samples(0, 3));
    }

    private int Add(PdfFile file, string colors, int samplesPerPixel, byte[] samples)
    {
        // Each row is kept as its difference from the row above: PNG's filter 2, which PDF knows too and which packs better.
        var stride = Width * samplesPerPixel;
        var rows = new byte[Height * (stride + 1)];
        for (var row = 0; row < Height; row++)
        {
            var start = row * (stride + 1);
            rows[start] = 2;
            for (var i = 0; i < stride; i++)
            {
                var above = row == 0 ? 0 : samples[(row - 1) * stride + i];
                rows[start + 1 + i] = unchecked((byte)(samples[row * stride + i] - above));
            }
        }

        return file.AddStream(string.Create(CultureInfo.InvariantCulture,
            $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace{colors}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {samplesPerPixel}/Columns {Width}>>"),
            Packed(rows), compressed: false);
    }

    /// <summary>Not as small as can be: that takes a picture some six times as long, and spares a certificate one kilobyte.</summary>
    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    private byte[] Samples(int first, int count)
    {
        var samples = new byte[Width * Height * count];
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            Array.Copy(_pixels, pixel * Channels + first, samples, pixel * count, count);
        }

        return samples;
    }
}
