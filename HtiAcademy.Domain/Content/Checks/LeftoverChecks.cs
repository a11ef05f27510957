using HtiAcademy.Domain.Content.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Marks that should have become something, and would be printed as they are.</summary>
internal static class LeftoverChecks
{
    private static readonly (string Mark, string Advice)[] Marks =
    [
        ("{{", "close the fact on the same line, like {{ act.short }}"),
        (":::", "a block begins and ends on a line of its own"),
        ("[^", "a footnote's text must stand in the same section, or in one that is never replaced"),
    ];

    public static void CheckComposed(MarkdownDocument document, LinedText text, FindingList findings)
    {
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            var words = WithNext(literal);
            foreach (var (mark, advice) in Marks)
            {
                if (words.Contains(mark, StringComparison.Ordinal))
                {
                    var at = text.At(literal.Line);
                    findings.Error(at.Path, at.Line, FindingCodes.Leftover, $"\"{mark}\" would be printed: {advice}.");
                }
            }
        }
    }

    /// <summary>Markdig keeps the bracket of what became no link apart from the words behind it.</summary>
    private static string WithNext(LiteralInline literal) =>
        literal.Content.ToString() + (literal.NextSibling as LiteralInline)?.Content.ToString();
}
