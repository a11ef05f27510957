using SkiaSharp;

namespace HtiAcademy.Tests.Certificates;

/// <summary>Invented agencies' marks.</summary>
internal static class Marks
{
    public static byte[] Shield { get; } = Draw(400, 480, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.DarkRed, IsAntialias = true };
        canvas.DrawOval(200, 240, 190, 230, paint);
    });

    public static byte[] Wide { get; } = Draw(480, 120, canvas =>
    {
        using var paint = new SKPaint { Color = new SKColor(20, 90, 60), IsAntialias = true };
        canvas.DrawRoundRect(0, 0, 480, 120, 40, 40, paint);
    });

    public static byte[] Plain(int width, int height) => Draw(width, height, canvas => canvas.Clear(new SKColor(20, 60, 140)));

    /// <summary>Every pixel unlike its neighbours: what packs worst.</summary>
    public static byte[] Photograph(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg) => Draw(width, height, canvas =>
    {
        using var noise = SKShader.CreatePerlinNoiseFractalNoise(0.4f, 0.4f, 4, seed: 7);
        using var paint = new SKPaint { Shader = noise };
        canvas.Clear(SKColors.White);
        canvas.DrawPaint(paint);
    }, format);

    public static byte[] Draw(int width, int height, Action<SKCanvas> draw, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Transparent);
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        return image.Encode(format, 60).ToArray();
    }
}
