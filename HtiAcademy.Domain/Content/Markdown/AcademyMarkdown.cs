using HtiAcademy.Domain.Content.Markdown.Blocks;
using HtiAcademy.Domain.Content.Markdown.Code;
using HtiAcademy.Domain.Content.Markdown.Facts;
using HtiAcademy.Domain.Content.Markdown.Footnotes;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Markdown.Limits;
using HtiAcademy.Domain.Content.Markdown.Links;
using HtiAcademy.Domain.Content.Markdown.Practices;
using HtiAcademy.Domain.Content.Markdown.RawHtml;
using HtiAcademy.Domain.Content.Markdown.Tables;
using HtiAcademy.Domain.Content.Markdown.TickBoxes;
using Markdig;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown;

/// <summary>The Markdown that the academy reads.</summary>
internal static class AcademyMarkdown
{
    /// <summary>No honest text nests deeper; Markdig's parser and renderer recurse.</summary>
    public const int MaximumDepth = 32;

    /// <summary>For modules and a course's welcome.</summary>
    public static MarkdownPipeline Teaching { get; } = Safe()
        .UsePipeTables()
        .UseTailoredFootnotes()
        .UseDefinitionLists()
        .UseTickBoxes()
        .UsePlainTables()
        .UseTeachingBlocks()
        .UsePractices()
        .UseHeadingIds()
        .UseFacts()
        .UseNestingLimit()
        .Build();

    /// <summary>For questions and their feedback.</summary>
    public static MarkdownPipeline Question { get; } = Safe()
        .UsePipeTables()
        .UsePlainTables()
        .DisableHeadings()
        .UseNestingLimit()
        .Build();

    /// <returns>Null when the text is nested too deep to be read.</returns>
    public static MarkdownDocument? TryParse(string text, MarkdownPipeline pipeline) => TryParse(text, pipeline, out _);

    /// <inheritdoc cref="TryParse(string, MarkdownPipeline)"/>
    /// <param name="line">0-based, where it is nested too deep.</param>
    public static MarkdownDocument? TryParse(string text, MarkdownPipeline pipeline, out int line)
    {
        try
        {
            Marks.Check(text);
            var document = Markdig.Markdown.Parse(text, pipeline);
            var tooDeep = Nesting.TooDeepLine(document);
            line = tooDeep ?? 0;
            return tooDeep is null ? document : null;
        }
        catch (TooDeepException problem)
        {
            line = problem.Line;
            return null;
        }
        catch (ArgumentException)
        {
            // Markdig's only sign of inlines nested beyond its own limit.
            line = 0;
            return null;
        }
    }

    private static MarkdownPipelineBuilder Safe() =>
        new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth }
            .UsePreciseSourceLocation()
            .UseRefusedHtml()
            .UsePlainCode()
            .UseCheckedLinks();
}
