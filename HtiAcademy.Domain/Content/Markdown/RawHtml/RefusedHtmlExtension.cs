using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown.RawHtml;

/// <summary>Raw HTML is still recognised, so that the checks can point at it, and is written as the text it is.</summary>
internal sealed class RefusedHtmlExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new RefusedHtmlBlockRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new RefusedHtmlInlineRenderer());
    }
}

internal sealed class RefusedHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<p>");
        renderer.WriteLeafRawLines(block, writeEndOfLines: false, escape: true);
        renderer.WriteLine("</p>");
    }
}

internal sealed class RefusedHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline) => ((ContentRenderer)renderer).WriteText(inline.Tag);
}

internal static class RefusedHtmlPipeline
{
    public static MarkdownPipelineBuilder UseRefusedHtml(this MarkdownPipelineBuilder pipeline) => pipeline.Use<RefusedHtmlExtension>();
}
