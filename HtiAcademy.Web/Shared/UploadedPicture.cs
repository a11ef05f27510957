using SkiaSharp;

namespace HtiAcademy.Web.Shared;

/// <summary>Why an uploaded file is not taken for a picture.</summary>
public enum PictureProblem
{
    /// <summary>No file was sent.</summary>
    NoPicture,

    /// <summary>More than <see cref="UploadedPicture.LargestFile"/> bytes.</summary>
    TooLarge,

    /// <summary>Neither PNG nor JPEG nor WebP, whatever its name says.</summary>
    NotAPicture,

    /// <summary>More than 4,000 pixels a side.</summary>
    TooManyPixels,

    /// <summary>Cut short or broken.</summary>
    Damaged,
}

/// <summary>The pixels of a picture that somebody uploaded; nothing else of the file is kept, such as where a photograph was taken.</summary>
public sealed class UploadedPicture : IDisposable
{
    public const int LargestFile = 2_000_000;
    public const int MostPixels = 4000;

    private readonly SKBitmap _bitmap;
    private readonly SKImage _image;
    private readonly int _quarterTurns;

    private UploadedPicture(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        _bitmap = bitmap;
        _image = SKImage.FromBitmap(bitmap);
        _quarterTurns = QuarterTurns(origin);
    }

    /// <summary>Whether something behind it would show through.</summary>
    public bool IsTransparent => !_bitmap.Pixels.All(pixel => pixel.Alpha == byte.MaxValue);

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    /// <param name="picture">Null when it is refused.</param>
    /// <returns>Null when it is taken.</returns>
    public static PictureProblem? Read(Stream upload, out UploadedPicture? picture)
    {
        ArgumentNullException.ThrowIfNull(upload);
        picture = null;
        var buffer = new byte[LargestFile + 1];
        var length = upload.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length == 0 ? PictureProblem.NoPicture
            : length > LargestFile ? PictureProblem.TooLarge
            : !IsKnown(buffer.AsSpan(0, length)) ? PictureProblem.NotAPicture
            : Decode(buffer.AsSpan(0, length), out picture);
    }

    /// <summary>Drawn anew, upright, and smaller until it is small enough.</summary>
    /// <param name="longestSide">In pixels.</param>
    /// <param name="quality">0 to 100, for formats that lose something.</param>
    public byte[] Encode(SKEncodedImageFormat format, int quality, int longestSide, int mostBytes)
    {
        for (var side = (double)longestSide; ; side *= 0.85)
        {
            var bytes = Redrawn(Math.Min(1, side / Math.Max(_image.Width, _image.Height)), format, quality);
            if (bytes.Length <= mostBytes)
            {
                return bytes;
            }
        }
    }

    public void Dispose()
    {
        _image.Dispose();
        _bitmap.Dispose();
    }

    private static PictureProblem? Decode(ReadOnlySpan<byte> file, out UploadedPicture? picture)
    {
        picture = null;
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return PictureProblem.Damaged;
        }

        // Looked at before any pixel is unpacked: a small file can name dimensions that no memory holds.
        if (codec.Info.Width > MostPixels || codec.Info.Height > MostPixels)
        {
            return PictureProblem.TooManyPixels;
        }

        using var colors = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            bitmap.Dispose();
            return PictureProblem.Damaged;
        }

        picture = new UploadedPicture(bitmap, codec.EncodedOrigin);
        return null;
    }

    private byte[] Redrawn(double scale, SKEncodedImageFormat format, int quality)
    {
        var (width, height) = (Pixels(_image.Width * scale), Pixels(_image.Height * scale));
        var upright = _quarterTurns % 2 == 0;
        using var colors = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(new SKImageInfo(upright ? width : height, upright ? height : width, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Translate((upright ? width : height) / 2f, (upright ? height : width) / 2f);
        canvas.RotateDegrees(90 * _quarterTurns);
        canvas.DrawImage(_image, SKRect.Create(-width / 2f, -height / 2f, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(format, quality);
        return encoded.ToArray();
    }

    private static int Pixels(double side) => Math.Max(1, (int)Math.Round(side));

    /// <summary>A telephone keeps how it was held beside the pixels, which do not turn.</summary>
    private static int QuarterTurns(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.RightTop => 1,
        SKEncodedOrigin.BottomRight => 2,
        SKEncodedOrigin.LeftBottom => 3,
        _ => 0,
    };

    private static bool IsKnown(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngStart) || file.StartsWith(JpegStart)
        || (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8));
}
