using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HtiAcademy.Domain.Content.Markdown.Blocks;

internal sealed class TeachingBlockRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer block)
    {
        if (!TeachingBlocks.TitleOf.TryGetValue(block.Info ?? "", out var title))
        {
            renderer.WriteChildren(block);
            return;
        }

        renderer.EnsureLine();
        renderer.Write($"<aside class=\"box box-{block.Info}\" role=\"note\"><p class=\"box-title\">");
        renderer.WriteEscape(ContentWords.In(((ContentRenderer)renderer).Reader.Language, title));
        renderer.WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.WriteLine("</aside>");
    }
}
