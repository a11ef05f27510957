using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Markdown.Links;
using HtiAcademy.Domain.Content.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Checks;

internal static class LinkChecks
{
    public static void CheckFile(MarkdownDocument document, LinedText text, MarkdownPipeline pipeline, CheckedCourse course)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            var at = text.At(link.Line);
            var problems = link.IsImage ? ProblemsOfImage(link, at.Path, pipeline, course) : ProblemsOfLink(link.Url, LinkAddress.KindOf(link.Url), course);
            Report(problems, at, course.Findings);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            Report(ProblemsOfLink(link.Url, CheckedAutolinkRenderer.KindOf(link), course), text.At(link.Line), course.Findings);
        }
    }

    /// <summary>A question may be read on a page of its own: there is nothing beside it that an address could mean.</summary>
    public static void CheckQuestion(MarkdownDocument document, LinedText text, FindingList findings)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            var at = text.At(link.Line);
            Report(link.IsImage ? [(FindingCodes.ImageMissing, "A question cannot show an image.")] : ProblemsInQuestion(link.Url, LinkAddress.KindOf(link.Url)), at, findings);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            Report(ProblemsInQuestion(link.Url, CheckedAutolinkRenderer.KindOf(link)), text.At(link.Line), findings);
        }
    }

    /// <summary>Links to a section of the same text, which another country's overlay may have removed.</summary>
    public static void CheckComposed(MarkdownDocument document, LinedText text, FindingList findings)
    {
        var ids = document.Descendants<HeadingBlock>().Select(heading => HeadingId.Of(heading)?.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !link.IsImage && LinkAddress.KindOf(link.Url) == LinkKind.Fragment))
        {
            if (!ids.Contains(link.Url![1..]))
            {
                var at = text.At(link.Line);
                findings.Error(at.Path, at.Line, FindingCodes.DeadLink, $"No heading has the id of the link \"{link.Url}\" for every reader of this line.{Spelling.Hint(link.Url, ids.Select(id => "#" + id))}");
            }
        }
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOfImage(LinkInline image, string path, MarkdownPipeline pipeline, CheckedCourse course)
    {
        if (ContentRenderer.ToPlainText(image, pipeline, new RenderingFor(course.Settings.Language)).Length == 0)
        {
            yield return (FindingCodes.ImageWithoutAlternative, "Say in the brackets what the image shows: ![A proof chart](images/chart.png).");
        }

        if (LinkAddress.KindOf(image.Url) != LinkKind.Relative)
        {
            yield return (FindingCodes.ImageExternal, $"\"{image.Url}\" is not beside the text; copy the image into the folder images and name it there.");
        }
        else if (!course.Files.Contains(path[..(path.LastIndexOf('/') + 1)] + image.Url))
        {
            yield return (FindingCodes.ImageMissing, $"There is no file \"{image.Url}\" beside the text.");
        }
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOfLink(string? address, LinkKind kind, CheckedCourse course)
    {
        if (address?.Contains("{{", StringComparison.Ordinal) == true)
        {
            return [(FindingCodes.Leftover, $"Facts are not filled in inside an address: \"{address}\".")];
        }

        return kind == LinkKind.Relative && IsDead(address!, course)
            ? [(FindingCodes.DeadLink, $"\"{address}\" is no module of this course, or has no such section.{Spelling.Hint(address!, course.Modules.Select(module => module.Id))}")]
            : ProblemsOfScheme(address, kind);
    }

    private static IEnumerable<(string Code, string Message)> ProblemsInQuestion(string? address, LinkKind kind) =>
        kind is LinkKind.Relative or LinkKind.Fragment
            ? [(FindingCodes.DeadLink, $"\"{address}\" leads nowhere from a question; write the whole https: address.")]
            : ProblemsOfScheme(address, kind);

    private static IEnumerable<(string Code, string Message)> ProblemsOfScheme(string? address, LinkKind kind) => kind switch
    {
        LinkKind.Insecure => [(FindingCodes.InsecureLink, $"\"{address}\" is not encrypted; use the https: address.")],
        LinkKind.Refused => [(FindingCodes.RefusedLink, $"\"{address}\" cannot be linked; use https:, mailto:, tel:, a #section or a module's id.")],
        _ => [],
    };

    private static bool IsDead(string address, CheckedCourse course)
    {
        var parts = address.Split('#', 2);
        var module = course.TextOfModule(parts[0]);
        return module is null || (parts.Length == 2 && !module.All.Any(text => text.Find(parts[1]) is not null));
    }

    private static void Report(IEnumerable<(string Code, string Message)> problems, TextLine at, FindingList findings)
    {
        foreach (var (code, message) in problems)
        {
            findings.Error(at.Path, at.Line, code, message);
        }
    }
}
