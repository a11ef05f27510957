using HtiAcademy.Domain.Content.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Checks;

internal static class SafetyChecks
{
    public static void ReportTooDeep(TextLine at, FindingList findings) =>
        findings.Error(at.Path, at.Line, FindingCodes.TooDeep, "This nests too deep to be read, or has too many brackets and emphases; use fewer quotations, lists and emphases inside each other.");

    public static void Check(MarkdownDocument document, LinedText text, FindingList findings)
    {
        foreach (var html in document.Descendants().Where(node => node is HtmlBlock or HtmlInline))
        {
            var at = text.At(html.Line);
            findings.Error(at.Path, at.Line, FindingCodes.RawHtml, "HTML is not allowed; use Markdown, or put a backslash before the <.");
        }
    }
}
