using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Authoring;

public enum TextPartKind
{
    FrontMatter,

    /// <summary>What stands above the first section.</summary>
    Top,
    Section,
}

/// <summary>A stretch of a text file that somebody reads, comments on and chooses as one. All of them in a row are the file.</summary>
/// <param name="Key">The same in two wordings of a file for the part that both have.</param>
/// <param name="SectionId">Null for what is no section, and for a section without an id.</param>
/// <param name="Heading">As written, without its marks; null for what is no section.</param>
public sealed record TextPart(TextPartKind Kind, string Key, string? SectionId, string? Heading, string Text)
{
    /// <param name="file">A course's or a module's text.</param>
    /// <param name="text">With line feeds alone.</param>
    /// <returns>None that is empty. A text that cannot be read as one is a single part.</returns>
    public static IReadOnlyList<TextPart> Of(AuthoredFile file, string text)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        var findings = new FindingList();
        if (!file.IsText || SourceText.Read(new SourceDocument(file.Path, Encoding.UTF8.GetBytes(text)), findings) is not { } source)
        {
            return [new TextPart(TextPartKind.Top, nameof(TextPartKind.Top), null, null, text)];
        }

        var name = TextName.Parse(file.Name, file.Name.Split('.')[0], ".md")!.Value;
        var sections = AuthoredText.Read(source, name, findings).Whole.Inside;
        var (lines, top) = (text.Split('\n'), FirstLineBelow(source));
        var ends = sections.Select(section => section.Heading.Line - 1).Append(lines.Length).ToList();
        return
        [
            .. new[]
            {
                new TextPart(TextPartKind.FrontMatter, nameof(TextPartKind.FrontMatter), null, null, Stretch(lines, 0, top)),
                new TextPart(TextPartKind.Top, nameof(TextPartKind.Top), null, null, Stretch(lines, top, ends[0])),
            }.Where(part => part.Text.Length > 0),
            .. sections.Select((section, index) => new TextPart(TextPartKind.Section, KeyOf(sections, index), section.Id, section.Title, Stretch(lines, ends[index], ends[index + 1]))),
        ];
    }

    /// <summary>Whether two say the same, but for blank lines at the end.</summary>
    public static bool Same(TextPart? one, TextPart? other) => one?.Text.TrimEnd() == other?.Text.TrimEnd();

    private static int FirstLineBelow(SourceText source) => FrontMatter.LastLine(source.Lines) switch
    {
        0 => 0,
        < 0 => source.Lines.Count,
        var fence => fence + 1,
    };

    /// <summary>A section without an id is known by its heading; the second of a name by its number.</summary>
    private static string KeyOf(IReadOnlyList<Section> sections, int index)
    {
        var name = NameOf(sections[index]);
        var earlier = sections.Take(index).Count(section => NameOf(section) == name);
        return earlier == 0 ? name : FormattableString.Invariant($"{name} {earlier + 1}");
    }

    private static string NameOf(Section section) => section.Id is { } id ? $"#{id}" : $"## {section.Title}";

    private static string Stretch(string[] lines, int first, int end) =>
        string.Concat(Enumerable.Range(first, end - first).Select(line => line == lines.Length - 1 ? lines[line] : lines[line] + "\n"));
}
