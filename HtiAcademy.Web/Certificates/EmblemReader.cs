using HtiAcademy.Web.Shared;
using SkiaSharp;

namespace HtiAcademy.Web.Certificates;

/// <summary>An agency's emblem as it is kept and printed, or why what was uploaded is none.</summary>
/// <param name="Png">Null when refused.</param>
public sealed record EmblemReader(byte[]? Png, PictureProblem? Problem)
{
    private const int MostKeptPixels = 480;
    private const int MostKeptBytes = 60 * 1024;

    public static EmblemReader Read(Stream upload)
    {
        var problem = UploadedPicture.Read(upload, out var picture);
        using (picture)
        {
            return new(picture?.Encode(SKEncodedImageFormat.Png, quality: 100, MostKeptPixels, MostKeptBytes), problem);
        }
    }
}
