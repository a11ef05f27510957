using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Raw HTML, and nesting beyond what is rendered.</summary>
internal static class SafetyChecks
{
    public static void Check(MarkdownDocument document, LinedText text, FindingList findings)
    {
        foreach (var html in document.Descendants().Where(node => node is HtmlBlock or HtmlInline))
        {
            var at = text.At(html.Line);
            findings.Error(at.Path, at.Line, FindingCodes.RawHtml, "HTML is not allowed; use Markdown, or put a backslash before the <.");
        }

        if (Nesting.IsTooDeep(document, out var line))
        {
            var at = text.At(line);
            findings.Error(at.Path, at.Line, FindingCodes.TooDeep, "This nests too deep to be read; use fewer quotations, lists and emphases inside each other.");
        }
    }
}
