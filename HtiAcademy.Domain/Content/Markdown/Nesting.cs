using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown;

/// <summary>Rendering recurses; what nests deeper than an honest text is found before it is rendered.</summary>
internal static class Nesting
{
    /// <returns>The 0-based line of what nests too deep; null when nothing does.</returns>
    public static int? TooDeepLine(MarkdownDocument document) => document.Descendants().FirstOrDefault(IsTooDeep)?.Line;

    public static bool IsTooDeep(MarkdownObject? content)
    {
        var depth = 0;
        for (var outer = content; outer is not null && depth <= AcademyMarkdown.MaximumDepth; outer = Around(outer))
        {
            depth++;
        }

        return depth > AcademyMarkdown.MaximumDepth;
    }

    private static MarkdownObject? Around(MarkdownObject content) => content switch
    {
        Block block => block.Parent,
        ContainerInline { Parent: null } root => root.ParentBlock,
        Inline inline => inline.Parent,
        _ => null,
    };
}
