using System.Net;
using Markdig.Syntax;

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

    private static string Render(string text, Func<MarkdownDocument, string> render) =>
        AcademyMarkdown.TryParse(text, AcademyMarkdown.Question) is { } document
            ? render(document)
            : WebUtility.HtmlEncode(text);
}
