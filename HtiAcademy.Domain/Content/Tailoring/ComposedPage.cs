using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Markdown.Links;
using HtiAcademy.Domain.Content.Markdown.Practices;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>A composed text as HTML, with the practices between.</summary>
internal sealed record ComposedPage(string Language, IReadOnlyList<PagePart> Parts, IReadOnlyList<SectionLink> Sections)
{
    private const int SectionLevel = 2;

    /// <exception cref="InvalidOperationException">The text nests too deep, which no checked text does.</exception>
    public static ComposedPage Render(ComposedText composed, Country country, PageAddress address)
    {
        var document = Parse(composed);
        var reader = new RenderingFor(composed.Language, country, address);
        return new ComposedPage(
            composed.Language,
            [.. PartsOf([.. document], 0, reader)],
            [.. SectionsOf(document, reader)]);
    }

    /// <summary>The same, cut before each heading of a section.</summary>
    /// <inheritdoc cref="Render"/>
    public static IReadOnlyList<ComposedSection> RenderSections(ComposedText composed, Country country, PageAddress address)
    {
        var document = Parse(composed);
        var reader = new RenderingFor(composed.Language, country, address);
        List<int> starts = [0, .. Enumerable.Range(0, document.Count).Where(index => index > 0 && IsSection(document[index])), document.Count];
        return
        [
            .. starts.Zip(starts.Skip(1), (first, end) => document.Skip(first).Take(end - first).ToList())
                .Where(blocks => blocks.Count > 0)
                .Select(blocks => SectionOf(blocks, document, reader)),
        ];
    }

    private static MarkdownDocument Parse(ComposedText composed) =>
        AcademyMarkdown.TryParse(composed.Text.Markdown, AcademyMarkdown.Teaching) ?? throw new InvalidOperationException("The text nests too deep.");

    private static bool IsSection(Block block) => block is HeadingBlock { Level: SectionLevel } heading && HeadingId.Of(heading) is not null;

    private static ComposedSection SectionOf(List<Block> blocks, MarkdownDocument document, RenderingFor reader)
    {
        var heading = IsSection(blocks[0]) ? (HeadingBlock)blocks[0] : null;
        var practicesAbove = document.TakeWhile(block => block != blocks[0]).OfType<PracticeBlock>().Count();
        return new ComposedSection(
            heading is null ? null : HeadingId.Of(heading)!.Id,
            heading is null ? null : ContentRenderer.ToPlainText(heading.Inline, AcademyMarkdown.Teaching, reader),
            [.. PartsOf(blocks, practicesAbove, reader)]);
    }

    private static IEnumerable<PagePart> PartsOf(List<Block> blocks, int practicesAbove, RenderingFor reader)
    {
        var (first, number) = (0, practicesAbove);
        for (var index = 0; index <= blocks.Count; index++)
        {
            var practice = index < blocks.Count ? blocks[index] as PracticeBlock : null;
            if (practice is not null || index == blocks.Count)
            {
                var html = ContentRenderer.ToHtml(blocks.Skip(first).Take(index - first), AcademyMarkdown.Teaching, reader);
                yield return new PagePart(html, practice is null ? null : new Practice(++number, practice.Gift));
                first = index + 1;
            }
        }
    }

    private static IEnumerable<SectionLink> SectionsOf(MarkdownDocument document, RenderingFor reader) =>
        from heading in document.OfType<HeadingBlock>()
        where heading.Level == SectionLevel
        let id = HeadingId.Of(heading)
        where id is not null
        select new SectionLink(id.Id, ContentRenderer.ToPlainText(heading.Inline, AcademyMarkdown.Teaching, reader), heading.Level);
}
