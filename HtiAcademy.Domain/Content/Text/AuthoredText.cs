using HtiAcademy.Domain.Content.Checks;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Yaml;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>One Markdown file: its front matter and its sections.</summary>
internal sealed class AuthoredText
{
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private AuthoredText(TextName name, YamlMap? frontMatter, LinedText text, Section whole)
    {
        Name = name;
        FrontMatter = frontMatter;
        Text = text;
        Whole = whole;
        foreach (var section in whole.SelfAndInside.Where(section => section.Id is not null))
        {
            _sections.TryAdd(section.Id!, section);
        }
    }

    public TextName Name { get; }

    public string Path => Text.Lines[0].Path;

    public YamlMap? FrontMatter { get; }

    public string Title { get; private init; } = "";

    public string Summary { get; private init; } = "";

    public IReadOnlyList<string> Objectives { get; private init; } = [];

    /// <summary>With blank lines in place of the front matter, so that lines keep their numbers.</summary>
    public LinedText Text { get; }

    public Section Whole { get; }

    /// <summary>The hash of each parent section when its telling here was last compared with it.</summary>
    public IReadOnlyDictionary<string, string> Reviewed { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<PlacedWord> Removed { get; private init; } = [];

    public static AuthoredText Read(SourceText source, TextName name, FindingList findings)
    {
        var (map, firstLine) = Content.Text.FrontMatter.Read(source, isRequired: !name.IsOverlay, findings);
        var text = new LinedText([.. source.Lines.Select((line, index) => new TextLine(index < firstLine ? "" : line, source.Path, index + 1))]);
        var document = AcademyMarkdown.TryParse(text.Markdown, AcademyMarkdown.Teaching, out var tooDeep);
        if (document is null)
        {
            SafetyChecks.ReportTooDeep(text.At(tooDeep), findings);
        }

        return new AuthoredText(name, map, text, OutlineReader.Read(text, document ?? [], firstLine))
        {
            Title = map?.OptionalText("title") ?? "",
            Summary = map?.OptionalText("summary") ?? "",
            Objectives = [.. map?.Words("objectives").Select(word => word.Text) ?? []],
            Reviewed = ReadReviewed(map),
            Removed = map?.Words("remove") ?? [],
        };
    }

    /// <returns>The first section of this id, at any level; null when there is none.</returns>
    public Section? Find(string id) => _sections.GetValueOrDefault(id);

    public MarkdownDocument? Parse() => AcademyMarkdown.TryParse(Text.Markdown, AcademyMarkdown.Teaching);

    private static Dictionary<string, string> ReadReviewed(YamlMap? map)
    {
        var reviewed = map?.Map("reviewed");
        return reviewed is null
            ? []
            : reviewed.Keys.ToDictionary(key => key.Text, key => reviewed.Text(key.Text), StringComparer.Ordinal);
    }
}
