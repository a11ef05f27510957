using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Headings;

/// <summary>In place of Markdig's generic attributes, which would let an author write any attribute into the page.</summary>
internal sealed class HeadingIdExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = Read;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static bool Read(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var heading = (HeadingBlock)block;
        HeadingId.Read(heading, line.AsSpan(), out var length);
        line.End = line.Start + length - 1;
        if (HeadingId.Of(heading) is not { } id)
        {
            return false;
        }

        heading.GetAttributes().Id = id.Id;
        return true;
    }
}

internal static class HeadingIdPipeline
{
    public static MarkdownPipelineBuilder UseHeadingIds(this MarkdownPipelineBuilder pipeline) => pipeline.Use<HeadingIdExtension>();
}
