using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using SkiaSharp;

namespace HtiAcademy.Web.Pdf;

/// <summary>The pixels of a PNG, packed as a PDF keeps them.</summary>
/// <param name="Content">Tells one picture from another.</param>
/// <param name="Colors">Red, green and blue.</param>
/// <param name="Opacity">Null when everything is opaque.</param>
internal sealed record PdfPicture(string Content, int Width, int Height, byte[] Colors, byte[]? Opacity)
{
    private const int Channels = 4;

    // Unpacking and packing takes longer than drawing a page, and the same few emblems stand on thousands of papers.
    private const int MostKept = 64;
    private static readonly ConcurrentDictionary<string, PdfPicture> Kept = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The bytes are no PNG image, or a damaged one.</exception>
    public static PdfPicture Read(byte[] png)
    {
        var content = Convert.ToHexString(SHA256.HashData(png));
        if (Kept.TryGetValue(content, out var known))
        {
            return known;
        }

        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept[content] = Decode(content, png);
    }

    private static PdfPicture Decode(string content, byte[] png)
    {
        using var data = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat != SKEncodedImageFormat.Png)
        {
            throw new InvalidDataException("The bytes are no PNG image.");
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        if (codec.GetPixels(info, out var pixels) != SKCodecResult.Success)
        {
            throw new InvalidDataException("The PNG image is damaged.");
        }

        var opacity = Samples(pixels, 3, 1);
        return new PdfPicture(
            content,
            info.Width,
            info.Height,
            Pack(Samples(pixels, 0, 3), info.Width * 3),
            Array.TrueForAll(opacity, sample => sample == byte.MaxValue) ? null : Pack(opacity, info.Width));
    }

    private static byte[] Samples(byte[] pixels, int first, int count)
    {
        var samples = new byte[pixels.Length / Channels * count];
        for (var pixel = 0; pixel < pixels.Length / Channels; pixel++)
        {
            Array.Copy(pixels, pixel * Channels + first, samples, pixel * count, count);
        }

        return samples;
    }

    // Each row is kept as its difference from the row above: PNG's filter 2, which PDF knows too and which packs better.
    private static byte[] Pack(byte[] samples, int stride)
    {
        var height = samples.Length / stride;
        var rows = new byte[height * (stride + 1)];
        for (var row = 0; row < height; row++)
        {
            var start = row * (stride + 1);
            rows[start] = 2;
            for (var i = 0; i < stride; i++)
            {
                var above = row == 0 ? 0 : samples[(row - 1) * stride + i];
                rows[start + 1 + i] = unchecked((byte)(samples[row * stride + i] - above));
            }
        }

        // Not as small as can be: that takes a picture some six times as long, and spares a certificate one kilobyte.
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }
}
