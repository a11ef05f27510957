using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Code;

/// <summary>Fenced code without its language, which Markdig would write as a class of the author's choice.</summary>
internal sealed class PlainCodeExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var parser = pipeline.BlockParsers.FindExact<FencedCodeBlockParser>()!;
        var standard = parser.InfoParser!;
        parser.InfoParser = (state, ref line, fenced, opening) =>
        {
            var isFence = standard(state, ref line, fenced, opening);
            fenced.Info = null;
            return isFence;
        };
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}

internal static class PlainCodePipeline
{
    public static MarkdownPipelineBuilder UsePlainCode(this MarkdownPipelineBuilder pipeline) => pipeline.Use<PlainCodeExtension>();
}
