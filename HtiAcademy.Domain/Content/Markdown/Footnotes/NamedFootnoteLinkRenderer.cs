using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HtiAcademy.Domain.Content.Markdown.Footnotes;

/// <summary>Gives the arrow back to the text a name that can be read aloud. A text without a page has no place for notes, nor their marks.</summary>
internal sealed class NamedFootnoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var reader = ((ContentRenderer)renderer).Reader;
        if (!renderer.EnableHtmlForInline || reader.Page is null)
        {
            return;
        }

        if (link.IsBackLink)
        {
            renderer.Write($"<a href=\"#fnref:{link.Index}\" class=\"footnote-back-ref\" aria-label=\"");
            renderer.WriteEscape(ContentWords.In(reader.Language, "Back to the text"));
            renderer.Write("\">&#8617;</a>");
        }
        else
        {
            renderer.Write($"<a id=\"fnref:{link.Index}\" href=\"#fn:{link.Footnote.Order}\" class=\"footnote-ref\"><sup>{link.Footnote.Order}</sup></a>");
        }
    }
}
