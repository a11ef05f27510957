using System.Net;
using HtiAcademy.Domain.Questions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown;

/// <summary>
/// Renders short authored texts, such as questions and their feedback: Markdown without headings, facts, blocks and
/// images, and as safe as a module's text, whatever it holds.
/// </summary>
public static class MarkdownText
{
    /// <param name="language">Of the text.</param>
    public static string ToHtml(string text, string language) => Render(text, document =>
        ContentRenderer.ToHtml(document, AcademyMarkdown.Question, new RenderingFor(language)));

    /// <summary>As <see cref="ToHtml"/>, but a text of a single paragraph comes without the paragraph's tags.</summary>
    public static string ToInlineHtml(string text, string language) => Render(text, document =>
        document is [ParagraphBlock]
            ? ContentRenderer.ToInlineHtml(document, AcademyMarkdown.Question, new RenderingFor(language))
            : ContentRenderer.ToHtml(document, AcademyMarkdown.Question, new RenderingFor(language)));

    /// <summary>The words alone in one line, as a table or a list can show them.</summary>
    /// <param name="length">What is longer is cut between words.</param>
    public static string ToPlain(string text, int length) => PlainText.Shorten(
        AcademyMarkdown.TryParse(text, AcademyMarkdown.Question) is { } document
            ? string.Join(' ', document.Descendants<LeafBlock>().Select(block => block.Inline is { } inline ? string.Concat(inline.Descendants<Inline>().Select(Words)) : block.Lines.ToString()))
            : text,
        length);

    private static string Words(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    private static string Render(string text, Func<MarkdownDocument, string> render) =>
        AcademyMarkdown.TryParse(text, AcademyMarkdown.Question) is { } document
            ? render(document)
            : WebUtility.HtmlEncode(text);
}
