using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown.Links;

/// <summary>The same gate for <c>&lt;https://…&gt;</c>, which may name any scheme.</summary>
internal sealed class CheckedAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var kind = KindOf(link);
        var isLink = renderer.EnableHtmlForInline && LinkAddress.IsAllowed(kind);
        if (isLink)
        {
            renderer.Write(link.IsEmail ? "<a href=\"mailto:" : "<a href=\"");
            renderer.WriteEscapeUrl(link.Url);
            renderer.Write(kind == LinkKind.External ? "\" rel=\"noopener noreferrer\">" : "\">");
        }

        ((ContentRenderer)renderer).WriteText(link.Url);
        if (isLink)
        {
            renderer.Write("</a>");
        }
    }

    public static LinkKind KindOf(AutolinkInline link) => link.IsEmail ? LinkKind.Contact : LinkAddress.KindOf(link.Url);
}
