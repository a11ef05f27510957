using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown.Links;

/// <summary>The last gate for addresses: what is not allowed is written as its text alone.</summary>
internal sealed class CheckedLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var page = ((ContentRenderer)renderer).Reader.Page;
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(link);
        }
        else if (link.IsImage)
        {
            WriteImage(renderer, link, page);
        }
        else
        {
            WriteLink(renderer, link, page);
        }
    }

    private static void WriteImage(HtmlRenderer renderer, LinkInline image, PageAddress? page)
    {
        var isShown = page is not null && LinkAddress.KindOf(image.Url) == LinkKind.Relative;
        if (isShown)
        {
            renderer.Write("<img src=\"");
            renderer.WriteEscapeUrl(page!.OfFile(image.Url!));
            renderer.Write("\" alt=\"");
        }

        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = true;
        if (isShown)
        {
            renderer.Write("\" loading=\"lazy\"");
            WriteTitle(renderer, image);
            renderer.Write(" />");
        }
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, PageAddress? page)
    {
        var kind = LinkAddress.KindOf(link.Url);
        if (!LinkAddress.IsAllowed(kind) || (kind is LinkKind.Relative or LinkKind.Fragment && page is null))
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write("<a href=\"");
        renderer.WriteEscapeUrl(kind == LinkKind.Relative ? page!.OfModule(link.Url!) : link.Url);
        renderer.Write('"');
        WriteTitle(renderer, link);
        renderer.Write(kind == LinkKind.External ? " rel=\"noopener noreferrer\">" : ">");
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"");
            renderer.WriteEscape(link.Title);
            renderer.Write('"');
        }
    }
}
