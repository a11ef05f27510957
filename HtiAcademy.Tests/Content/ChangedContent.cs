using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Content;

public static class ChangedContent
{
    /// <summary>Publishes the shipped content with other words in one file, as its second version.</summary>
    public static async Task PublishChangedAsync(this AcademyApp app, string path, string from, string to)
    {
        var documents = new ContentFolder(Repository.Content).Read().Documents.Select(document => document.Path == path ? Changed(document, from, to) : document).ToList();
        (await app.Services.GetRequiredService<Publisher>().ImportAsync(new ContentReading(documents, []), "test", [])).Should().OnlyContain(publication => publication.Version == 2);
    }

    /// <summary>Rewords a section of the second module that overlays replace and the Spanish text translates.</summary>
    public static Task PublishChangedLawAsync(this AcademyApp app) => app.PublishChangedAsync(
        "courses/foundations/20-your-law/module.md", "use initials in every paper that leaves the office", "use a number in every paper that leaves the office");

    private static SourceDocument Changed(SourceDocument document, string from, string to)
    {
        var text = Encoding.UTF8.GetString(document.Bytes.Span);
        text.Should().Contain(from);
        return document with { Bytes = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)) };
    }
}
