using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace HtiAcademy.Domain.Content.Markdown.Links;

internal sealed class CheckedLinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new CheckedLinkRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new CheckedAutolinkRenderer());
    }
}

internal static class CheckedLinkPipeline
{
    public static MarkdownPipelineBuilder UseCheckedLinks(this MarkdownPipelineBuilder pipeline) => pipeline.Use<CheckedLinkExtension>();
}
