using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Tables;

/// <summary>Aligns cells by class, because the page's security policy forbids the style attributes that Markdig writes.</summary>
internal sealed class PlainTableExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += document =>
    {
        foreach (var table in document.Descendants<Table>())
        {
            AlignByClass(table);
        }
    };

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (ClassOf(column.Alignment) is { } alignment)
                {
                    cell.GetAttributes().AddClass(alignment);
                }
            }
        }

        table.ColumnDefinitions.Clear();
    }

    private static string? ClassOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Center => "text-center",
        TableColumnAlign.Right => "text-end",
        _ => null,
    };
}

internal static class PlainTablePipeline
{
    public static MarkdownPipelineBuilder UsePlainTables(this MarkdownPipelineBuilder pipeline) => pipeline.Use<PlainTableExtension>();
}
