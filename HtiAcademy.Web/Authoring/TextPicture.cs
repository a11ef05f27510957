using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Shared;
using SkiaSharp;

namespace HtiAcademy.Web.Authoring;

/// <summary>An uploaded picture as a text shows it: small enough for a slow telephone.</summary>
internal static class TextPicture
{
    private const int LongestSide = 1200;
    private const int MostBytes = 120 * 1024;
    private const int JpegQuality = 80;
    private const int LongestName = 60;

    /// <summary>A drawing stays sharp as PNG; a photograph is much smaller as JPEG.</summary>
    /// <param name="shows">What it shows, in words: its name is made of them.</param>
    public static DraftImage Of(UploadedPicture picture, AuthoredFile text, string shows)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(text);
        var drawing = picture.Encode(SKEncodedImageFormat.Png, quality: 100, LongestSide, int.MaxValue);
        var photograph = picture.IsTransparent ? null : picture.Encode(SKEncodedImageFormat.Jpeg, JpegQuality, LongestSide, int.MaxValue);
        var format = photograph is null || drawing.Length <= photograph.Length ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg;
        return new DraftImage(
            $"{text.Folder}/images/{NameOf(shows)}{(format == SKEncodedImageFormat.Png ? ".png" : ".jpg")}",
            picture.Encode(format, JpegQuality, LongestSide, MostBytes));
    }

    /// <summary>What officers' browsers read and every disk can keep.</summary>
    private static string NameOf(string shows)
    {
        var name = new StringBuilder();
        foreach (var letter in shows.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var trimmed = name.ToString(0, Math.Min(name.Length, LongestName)).Trim('-');
        return trimmed.Length == 0 ? "picture" : trimmed;
    }
}
