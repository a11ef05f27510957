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
        var document = AcademyMarkdown.TryParse(composed.Text.Markdown, AcademyMarkdown.Teaching)
            ?? throw new InvalidOperationException("The text nests too deep.");
        var reader = new RenderingFor(composed.Language, country, address);
        return new ComposedPage(
            composed.Language,
            [.. PartsOf(document, reader)],
            [.. SectionsOf(document, reader)]);
    }

    private static IEnumerable<PagePart> PartsOf(MarkdownDocument document, RenderingFor reader)
    {
        var (first, number) = (0, 0);
        for (var index = 0; index <= document.Count; index++)
        {
            var practice = index < document.Count ? document[index] as PracticeBlock : null;
            if (practice is not null || index == document.Count)
            {
                var html = ContentRenderer.ToHtml(document.Skip(first).Take(index - first), AcademyMarkdown.Teaching, reader);
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
