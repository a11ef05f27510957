using Microsoft.AspNetCore.StaticFiles;

namespace HtiAcademy.Web.Content;

internal static class PictureType
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    // A vector image may hold scripts.
    private static readonly string[] Served = ["image/png", "image/jpeg", "image/webp", "image/gif"];

    /// <returns>Null for what is not served as a picture.</returns>
    public static string? Of(string name) => Types.TryGetContentType(name, out var type) && Served.Contains(type, StringComparer.Ordinal) ? type : null;
}
