using Markdig;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Facts;

internal sealed class FactExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new FactInlineParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(new FactRenderer());
}

internal static class FactPipeline
{
    public static MarkdownPipelineBuilder UseFacts(this MarkdownPipelineBuilder pipeline) => pipeline.Use<FactExtension>();
}
