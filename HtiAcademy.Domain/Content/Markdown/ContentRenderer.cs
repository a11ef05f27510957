using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown.Links;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown;

/// <summary>Writes HTML for one reader; the extensions' renderers ask it for language, country and addresses.</summary>
internal sealed class ContentRenderer : HtmlRenderer
{
    private ContentRenderer(TextWriter writer, MarkdownPipeline pipeline, RenderingFor reader)
        : base(writer)
    {
        Reader = reader;
        pipeline.Setup(this);
        ObjectWriteBefore += (_, content) => BeginLineInItem(content);
    }

    public RenderingFor Reader { get; }

    /// <param name="blocks">Of one document: all, or some that follow each other.</param>
    public static string ToHtml(IEnumerable<Block> blocks, MarkdownPipeline pipeline, RenderingFor reader) =>
        Write(new ContentRenderer(new StringWriter(), pipeline, reader), blocks);

    /// <summary>A document of one paragraph, without the paragraph's tags.</summary>
    public static string ToInlineHtml(MarkdownDocument document, MarkdownPipeline pipeline, RenderingFor reader) =>
        Write(new ContentRenderer(new StringWriter(), pipeline, reader) { ImplicitParagraph = true }, [document]);

    /// <summary>The words alone, not encoded.</summary>
    public static string ToPlainText(ContainerInline? inline, MarkdownPipeline pipeline, RenderingFor reader)
    {
        if (inline is null)
        {
            return "";
        }

        var renderer = new ContentRenderer(new StringWriter(), pipeline, reader)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        };
        return Write(renderer, [inline]).Trim();
    }

    public void WriteText(string text)
    {
        if (EnableHtmlEscape)
        {
            WriteEscape(text);
        }
        else
        {
            Write(text);
        }
    }

    /// <summary>As CommonMark writes lists: an item begins on its own line unless it is a line of words.</summary>
    private void BeginLineInItem(MarkdownObject content)
    {
        if (content is Block { Parent: ListItemBlock item } && item[0] == content && !(content is ParagraphBlock && ImplicitParagraph))
        {
            EnsureLine();
        }
    }

    private static string Write(ContentRenderer renderer, IEnumerable<MarkdownObject> contents)
    {
        foreach (var content in contents)
        {
            renderer.Render(content);
        }

        return renderer.Writer.ToString()!;
    }
}

/// <param name="Language">Of the text.</param>
/// <param name="Country">Whose facts are filled in; null where a text has none.</param>
/// <param name="Page">Where relative addresses and marks within the page lead; null for a text that has no page of its own, whose links of that kind are words.</param>
internal sealed record RenderingFor(string Language, Country? Country = null, PageAddress? Page = null);
