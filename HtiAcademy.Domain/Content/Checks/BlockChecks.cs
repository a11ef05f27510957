using HtiAcademy.Domain.Content.Markdown.Blocks;
using HtiAcademy.Domain.Content.Markdown.Practices;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Checks;

internal static class BlockChecks
{
    private static readonly string[] Kinds = [BlockRule.Country, BlockRule.Audience, PracticeBlock.Kind, .. TeachingBlocks.TitleOf.Keys];

    public static void Check(MarkdownDocument document, LinedText text, CheckedCourse course)
    {
        foreach (var block in document.Descendants().OfType<Block>().Where(block => block is IFencedBlock))
        {
            var at = text.At(block.Line);
            foreach (var (code, message) in ProblemsOf(block, course))
            {
                course.Findings.Error(at.Path, at.Line, code, message);
            }
        }
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOf(Block block, CheckedCourse course)
    {
        var fence = (IFencedBlock)block;
        var marks = new string(fence.FencedChar, fence.OpeningFencedCharCount);
        if (block is CustomContainer && string.IsNullOrEmpty(fence.Info))
        {
            return [(FindingCodes.UnbalancedBlock, $"This {marks} closes nothing.")];
        }

        IEnumerable<(string, string)> open = fence.ClosingFencedCharCount == 0
            ? [(FindingCodes.UnbalancedBlock, $"The block is not closed; write {marks} on a line of its own below it.")]
            : [];
        return block switch
        {
            CustomContainer container => open.Concat(ProblemsOf(container, course)),
            PracticeBlock practice => open.Concat(ProblemsOf(practice)),
            _ => open,
        };
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOf(CustomContainer block, CheckedCourse course)
    {
        var kind = block.Info!;
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            return [(FindingCodes.UnknownBlock, $"Unknown block \"{kind}\".{Spelling.Hint(kind, Kinds)}")];
        }

        if (BlockRule.IsTailoring(kind))
        {
            return ProblemsOfTailoring(block, course);
        }

        return ProblemsOfWordsBehind(kind, block);
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOf(PracticeBlock practice)
    {
        var outer = practice.Parent;
        while (outer is CustomContainer container && BlockRule.IsTailoring(container.Info))
        {
            outer = container.Parent;
        }

        return outer is MarkdownDocument
            ? ProblemsOfWordsBehind(PracticeBlock.Kind, practice)
            : ProblemsOfWordsBehind(PracticeBlock.Kind, practice).Append((FindingCodes.MisplacedBlock, "A practice cannot stand inside a list, a quotation or a box; put it before or after."));
    }

    private static IEnumerable<(string Code, string Message)> ProblemsOfWordsBehind(string kind, IFencedBlock block) =>
        string.IsNullOrEmpty(block.Arguments)
            ? []
            : [(FindingCodes.UnknownBlock, $"Nothing may follow \"{kind}\" on its line; \"{block.Arguments}\" would be lost.")];

    private static IEnumerable<(string Code, string Message)> ProblemsOfTailoring(CustomContainer block, CheckedCourse course)
    {
        var (code, noun, known) = block.Info == BlockRule.Country
            ? (FindingCodes.UnknownCountry, "country", course.CountryCodes)
            : (FindingCodes.UnknownAudience, "audience", Audiences.All);
        var names = BlockRule.Parse(block.Info!, block.Arguments, null).Names;
        if (names.Count == 0)
        {
            yield return (code, $"The block names no {noun}.");
        }

        foreach (var name in names.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            yield return (code, $"Unknown {noun} \"{name}\".{Spelling.Hint(name, known)}");
        }

        if (block.Parent is not (MarkdownDocument or CustomContainer))
        {
            yield return (FindingCodes.MisplacedBlock, $"A block for a {noun} cannot stand inside a list or a quotation; put it around the list.");
        }
    }
}
