using SkiaSharp;

namespace HtiAcademy.Web.Certificates;

/// <summary>Why a file cannot be an agency's emblem.</summary>
public enum EmblemProblem
{
    /// <summary>No file was sent.</summary>
    NoPicture,

    /// <summary>More than <see cref="EmblemReader.LargestFile"/> bytes.</summary>
    TooLarge,

    /// <summary>Neither PNG nor JPEG nor WebP, whatever its name says.</summary>
    NotAPicture,

    /// <summary>More than 4,000 pixels a side.</summary>
    TooManyPixels,

    /// <summary>Cut short or broken.</summary>
    Damaged,
}

/// <summary>An agency's emblem as it is kept and printed, or why what was uploaded is none.</summary>
/// <param name="Png">Drawn anew from the pixels alone, so that nothing else that the file held is kept. Null when refused.</param>
public sealed record EmblemReader(byte[]? Png, EmblemProblem? Problem)
{
    public const int LargestFile = 2_000_000;
    public const int MostPixels = 4000;
    private const int MostKeptPixels = 480;
    private const int MostKeptBytes = 60 * 1024;

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    public static EmblemReader Read(Stream upload)
    {
        var buffer = new byte[LargestFile + 1];
        var length = upload.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > LargestFile ? Refused(EmblemProblem.TooLarge)
            : !IsKnown(buffer.AsSpan(0, length)) ? Refused(EmblemProblem.NotAPicture)
            : Decode(buffer.AsSpan(0, length));
    }

    private static EmblemReader Decode(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return Refused(EmblemProblem.Damaged);
        }

        // Looked at before any pixel is unpacked: a small file can name dimensions that no memory holds.
        if (codec.Info.Width > MostPixels || codec.Info.Height > MostPixels)
        {
            return Refused(EmblemProblem.TooManyPixels);
        }

        using var colors = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? new(Smaller(bitmap, codec.EncodedOrigin), null)
            : Refused(EmblemProblem.Damaged);
    }

    private static byte[] Smaller(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        using var image = SKImage.FromBitmap(bitmap);
        for (var side = (double)MostKeptPixels; ; side *= 0.85)
        {
            var png = Redrawn(image, Math.Min(1, side / Math.Max(image.Width, image.Height)), QuarterTurns(origin));
            if (png.Length <= MostKeptBytes)
            {
                return png;
            }
        }
    }

    private static byte[] Redrawn(SKImage image, double scale, int quarterTurns)
    {
        var (width, height) = (Pixels(image.Width * scale), Pixels(image.Height * scale));
        var upright = quarterTurns % 2 == 0;
        using var colors = SKColorSpace.CreateSrgb();
        using var surface = SKSurface.Create(new SKImageInfo(upright ? width : height, upright ? height : width, SKColorType.Rgba8888, SKAlphaType.Premul, colors));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Translate((upright ? width : height) / 2f, (upright ? height : width) / 2f);
        canvas.RotateDegrees(90 * quarterTurns);
        canvas.DrawImage(image, SKRect.Create(-width / 2f, -height / 2f, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var png = drawn.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
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

    private static EmblemReader Refused(EmblemProblem refusal) => new(null, refusal);
}
