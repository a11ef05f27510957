using Markdig;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Practices;

internal sealed class PracticeExtension : IMarkdownExtension
{
    /// <summary>Before the blocks that hold Markdown, which take any name.</summary>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new PracticeBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // The page shows a practice; without a renderer, Markdig writes nothing for it.
    }
}

internal static class PracticePipeline
{
    /// <summary>To be called after the teaching blocks.</summary>
    public static MarkdownPipelineBuilder UsePractices(this MarkdownPipelineBuilder pipeline) => pipeline.Use<PracticeExtension>();
}
