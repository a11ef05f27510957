using HtiAcademy.Web.Learning;

namespace HtiAcademy.Web.Content;

internal static class AddContentExtensions
{
    public static void AddContent(this IHostApplicationBuilder builder)
    {
        var folder = builder.Configuration["Academy:ContentDirectory"] ?? Path.Combine(builder.Environment.ContentRootPath, "..", "content");
        builder.Services.AddSingleton(new ContentFolder(folder));
        builder.Services.AddSingleton<Publisher>();
        builder.Services.AddSingleton<LearnersOnVersions>();
        builder.Services.AddSingleton<ContentExport>();
        builder.Services.AddSingleton<Catalogue>();
    }
}
