using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Blocks;
using HtiAcademy.Domain.Content.Tailoring;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.FieldGuides;

/// <summary>The boxes and checklists of a text, under the headings where they stand.</summary>
internal static class KeyPassages
{
    /// <exception cref="InvalidOperationException">The text nests too deep, which no checked text does.</exception>
    public static IReadOnlyList<GuideSection> Of(ComposedText composed, Country country)
    {
        var document = AcademyMarkdown.TryParse(composed.Text.Markdown, AcademyMarkdown.Teaching)
            ?? throw new InvalidOperationException("The text nests too deep.");
        // Without a page: what is printed leads nowhere.
        var reader = new RenderingFor(composed.Language, country);
        var sections = new List<GuideSection>();
        var heading = "";
        foreach (var block in document)
        {
            if (block is HeadingBlock next)
            {
                heading = ContentRenderer.ToPlainText(next.Inline, AcademyMarkdown.Teaching, reader);
            }
            else
            {
                Add(sections, heading, ContentRenderer.ToHtml(KeyBlocks(block), AcademyMarkdown.Teaching, reader));
            }
        }

        return sections;
    }

    private static void Add(List<GuideSection> sections, string heading, string html)
    {
        if (html.Length > 0 && sections is [.., var last] && last.Heading == heading)
        {
            sections[^1] = last with { Html = last.Html + html };
        }
        else if (html.Length > 0)
        {
            sections.Add(new GuideSection(heading, html));
        }
    }

    /// <summary>The block itself or those inside it, each whole.</summary>
    private static IEnumerable<Block> KeyBlocks(Block block) =>
        IsKeyBox(block) || IsChecklist(block) ? [block]
        : block is ContainerBlock container ? container.SelectMany(KeyBlocks)
        : [];

    private static bool IsKeyBox(Block block) => block is CustomContainer { Info: TeachingBlocks.Note or TeachingBlocks.Warning };

    private static bool IsChecklist(Block block) =>
        block is ListBlock list && list.OfType<ListItemBlock>().Any(item => item is [ParagraphBlock { Inline.FirstChild: TaskList }, ..]);
}
