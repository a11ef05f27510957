using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Markdown.Links;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>A composed text as HTML.</summary>
internal sealed record ComposedPage(string Language, string Html, IReadOnlyList<SectionLink> Sections)
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
            ContentRenderer.ToHtml(document, AcademyMarkdown.Teaching, reader),
            [.. SectionsOf(document, reader)]);
    }

    private static IEnumerable<SectionLink> SectionsOf(MarkdownDocument document, RenderingFor reader) =>
        from heading in document.OfType<HeadingBlock>()
        where heading.Level == SectionLevel
        let id = HeadingId.Of(heading)
        where id is not null
        select new SectionLink(id.Id, ContentRenderer.ToPlainText(heading.Inline, AcademyMarkdown.Teaching, reader), heading.Level);
}
