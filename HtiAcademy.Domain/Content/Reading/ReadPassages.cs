using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Facts;
using HtiAcademy.Domain.Content.Tailoring;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Reading;

/// <summary>The running text that one officer reads: without tables, code, practices, the words of images, and addresses.</summary>
internal static class ReadPassages
{
    /// <returns>Each paragraph, heading and list item in plain words; nothing of a text that nests too deep.</returns>
    public static IEnumerable<string> Of(ComposedText composed, Country country)
    {
        var reader = new RenderingFor(composed.Language, country);
        return AcademyMarkdown.TryParse(composed.Text.Markdown, AcademyMarkdown.Teaching) is { } document
            ? RunningText(document).Select(block => Words(block.Inline!, reader))
            : [];
    }

    private static IEnumerable<LeafBlock> RunningText(ContainerBlock container) => container.SelectMany(IEnumerable<LeafBlock> (block) => block switch
    {
        Table => [],
        ContainerBlock inner => RunningText(inner),
        LeafBlock { Inline: not null } leaf => [leaf],
        _ => [],
    });

    private static string Words(Inline inline, RenderingFor reader) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        FactInline fact => FactRenderer.Wording(fact, reader),
        LineBreakInline => " ",
        LinkInline { IsImage: true } => "",
        ContainerInline container => string.Concat(container.Select(inside => Words(inside, reader))),
        _ => "",
    };
}
