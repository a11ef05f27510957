using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace HtiAcademy.Domain.Content.Markdown.Footnotes;

/// <summary>Writes no empty list where all marks stood in other readers' blocks.</summary>
internal sealed class UsedFootnoteGroupRenderer : HtmlFootnoteGroupRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup footnotes)
    {
        if (footnotes.Count > 0)
        {
            base.Write(renderer, footnotes);
        }
    }
}
