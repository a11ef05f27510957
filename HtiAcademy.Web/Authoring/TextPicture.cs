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
    /// <param name="isTaken">Whether another picture is published at a path, which other texts may show.</param>
    public static DraftImage Of(UploadedPicture picture, AuthoredFile text, string shows, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(text);
        var drawing = picture.Encode(SKEncodedImageFormat.Png, quality: 100, LongestSide, int.MaxValue);
        var photograph = picture.IsTransparent ? null : picture.Encode(SKEncodedImageFormat.Jpeg, JpegQuality, LongestSide, int.MaxValue);
        var format = photograph is null || drawing.Length <= photograph.Length ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg;
        var name = $"{text.Folder}/images/{(text.Country is { } country ? country.ToLowerInvariant() + "-" : "")}{NameOf(shows)}";
        var ending = format == SKEncodedImageFormat.Png ? ".png" : ".jpg";
        var path = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name + ending : $"{name}-{number}{ending}").First(free => !isTaken(free));
        return new DraftImage(path, picture.Encode(format, JpegQuality, LongestSide, MostBytes));
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
