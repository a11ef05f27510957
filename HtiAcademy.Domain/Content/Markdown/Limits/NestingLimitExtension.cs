using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Limits;

/// <summary>
/// Stops reading where blocks nest too deep. Markdig would first read the text to its end, and goes through all open
/// blocks for each line. To be used behind all extensions that read blocks.
/// </summary>
internal sealed class NestingLimitExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new NestingLimitParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Opens nothing; it is asked before the parsers of quotations, lists, definitions, footnotes and blocks.</summary>
    private sealed class NestingLimitParser : BlockParser
    {
        public NestingLimitParser() => OpeningCharacters = [.. ">-*+:[0123456789"];

        public override BlockState TryOpen(BlockProcessor processor) =>
            Nesting.IsTooDeep(processor.CurrentContainer) ? throw new TooDeepException(processor.LineIndex) : BlockState.None;
    }
}

/// <summary>The text cannot be read.</summary>
/// <param name="line">0-based, where it becomes too much.</param>
internal sealed class TooDeepException(int line) : Exception
{
    public int Line => line;
}

internal static class NestingLimitPipeline
{
    public static MarkdownPipelineBuilder UseNestingLimit(this MarkdownPipelineBuilder pipeline) => pipeline.Use<NestingLimitExtension>();
}
