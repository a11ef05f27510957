using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A translation or a country's own sections beside the text that they are made from.</summary>
public sealed class ParentText
{
    private readonly SourceDocument _ownDocument;
    private readonly SourceDocument _parentDocument;
    private readonly AuthoredText _own;
    private readonly AuthoredText _parent;

    private ParentText(SourceDocument ownDocument, SourceDocument parentDocument, AuthoredText own, AuthoredText parent)
    {
        (_ownDocument, _parentDocument, _own, _parent) = (ownDocument, parentDocument, own, parent);
        var depends = Staleness.ParentSections(own, parent).ToDictionary(section => section.Id, section => section.Hash, StringComparer.Ordinal);
        var ids = parent.Whole.Inside.Select(section => section.Id).OfType<string>();
        Sections =
        [
            .. (own.Name.IsTranslation && parent.Whole.HasPreamble ? ids.Prepend(HeadingId.Top) : ids)
                .Select(id => new ParentSection(id, parent.Find(id)?.Title, WordsIn(parent, id), OwnWords(id), depends.TryGetValue(id, out var hash) && own.Reviewed.GetValueOrDefault(id) != hash, own.Reviewed.GetValueOrDefault(id))),
        ];
    }

    /// <summary>In the parent's order; <c>top</c> is the text above the first.</summary>
    public IReadOnlyList<ParentSection> Sections { get; }

    /// <returns>Null when one of them cannot be read at all.</returns>
    public static ParentText? Of(SourceDocument own, SourceDocument parent) =>
        Read(own) is { } mine && Read(parent) is { } theirs ? new ParentText(own, parent, mine, theirs) : null;

    /// <summary>The own text with one of the parent's sections in it, to be told in other words: in the parent's place in a translation, else at the end.</summary>
    /// <returns>Null when it has that section already, or the parent has not.</returns>
    public string? Take(string sectionId)
    {
        if (Sections.FirstOrDefault(section => section.Id == sectionId) is not { Own: null } taken)
        {
            return null;
        }

        var lines = _own.Text.Lines.Count == 0 ? [] : Lines(_ownDocument);
        var next = _own.Name.IsTranslation ? Sections.SkipWhile(section => section.Id != sectionId).Skip(1).Select(section => _own.Find(section.Id)).OfType<Section>().FirstOrDefault() : null;
        var at = next is null ? lines.Count : next.Heading.Line - 1;
        lines.InsertRange(at, ["", .. taken.Words.Split('\n'), ""]);
        var text = Tidy(lines);
        return Compared(new SourceDocument(_ownDocument.Path, Encoding.UTF8.GetBytes(text)), [sectionId]);
    }

    /// <summary>The own text with a note that a section was compared with the parent's words of today.</summary>
    public string Compared(string sectionId) => Compared(_ownDocument, [sectionId]);

    private string Compared(SourceDocument own, IReadOnlyCollection<string> sectionIds) => Encoding.UTF8.GetString(Overlay.Accept(own, _parentDocument, sectionIds));

    private string? OwnWords(string id) =>
        id == HeadingId.Top ? (_own.Whole.HasPreamble ? Wording.Of(_own.Whole.Own) : null)
        : _own.Find(id) is { } section ? Wording.Of(section.Lines)
        : null;

    private static string WordsIn(AuthoredText text, string id) => Wording.Of(id == HeadingId.Top ? text.Whole.Own : text.Find(id)!.Lines);

    private static List<string> Lines(SourceDocument document) => [.. Draft.WithLineFeeds(Encoding.UTF8.GetString(document.Bytes.Span)).Split('\n')];

    /// <summary>One blank line between sections, and one line feed at the end.</summary>
    private static string Tidy(List<string> lines)
    {
        var tidy = lines.Where((line, index) => line.Length > 0 || index == 0 || lines[index - 1].Length > 0);
        return string.Join('\n', tidy).TrimEnd('\n') + "\n";
    }

    private static AuthoredText? Read(SourceDocument document)
    {
        var findings = new FindingList();
        var fileName = document.Path[(document.Path.LastIndexOf('/') + 1)..];
        return TextName.Parse(fileName, fileName.Split('.')[0], ".md") is { } name && SourceText.Read(document, findings) is { } source ? AuthoredText.Read(source, name, findings) : null;
    }
}

/// <param name="Title">Null for the text above the first section.</param>
/// <param name="Words">The parent's, as they are written.</param>
/// <param name="Own">Null where there are none.</param>
/// <param name="IsStale">The parent's words changed since the own were compared with them, or they never were.</param>
/// <param name="Reviewed">The hash of what they were compared with last.</param>
public sealed record ParentSection(string Id, string? Title, string Words, string? Own, bool IsStale, string? Reviewed);
