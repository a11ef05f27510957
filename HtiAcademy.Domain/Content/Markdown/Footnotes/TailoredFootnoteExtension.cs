using Markdig;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Footnotes;

internal sealed class TailoredFootnoteExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <summary>Before Markdig's own renderers, which would be asked otherwise.</summary>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Insert(0, new UsedFootnoteGroupRenderer());
        renderer.ObjectRenderers.Insert(0, new NamedFootnoteLinkRenderer());
    }
}

internal static class TailoredFootnotePipeline
{
    public static MarkdownPipelineBuilder UseTailoredFootnotes(this MarkdownPipelineBuilder pipeline) =>
        pipeline.UseFootnotes().Use<TailoredFootnoteExtension>();
}
