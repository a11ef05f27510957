using Markdig;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Blocks;

internal sealed class TeachingBlockExtension : IMarkdownExtension
{
    /// <summary>First, as a definition list also begins with a colon.</summary>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new TeachingBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(new TeachingBlockRenderer());
}

internal static class TeachingBlockPipeline
{
    public static MarkdownPipelineBuilder UseTeachingBlocks(this MarkdownPipelineBuilder pipeline) => pipeline.Use<TeachingBlockExtension>();
}
