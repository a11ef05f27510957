using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Authoring;

/// <summary>The sections of a course's or a module's text, whether base, translation or a country's own, as its author wrote them.</summary>
public sealed class AuthoredSections
{
    private readonly IReadOnlyList<string> _lines;
    private readonly Dictionary<string, AuthoredSection> _byId;

    private AuthoredSections(IReadOnlyList<string> lines, IReadOnlyList<AuthoredSection> sections)
    {
        _lines = lines;
        Sections = sections;
        _byId = sections.ToDictionary(section => section.Id, StringComparer.Ordinal);
    }

    /// <summary>At any level, in the text's order. A heading without an id is in none of its own, a second one of the same id neither.</summary>
    public IReadOnlyList<AuthoredSection> Sections { get; }

    /// <returns>Without sections when the text is too large, or nests too deep, to be read.</returns>
    public static AuthoredSections Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Whatever is wrong with the text is told where it is checked.
        var findings = new FindingList();
        if (SourceText.Read(new SourceDocument("module.md", Encoding.UTF8.GetBytes(text)), findings) is not { } source)
        {
            return new AuthoredSections(Draft.WithLineFeeds(text).Split('\n'), []);
        }

        var whole = AuthoredText.Read(source, new TextName(null, null), findings).Whole;
        return new AuthoredSections(source.Lines, [.. whole.SelfAndInside.Where(section => section.Id is not null).DistinctBy(section => section.Id).Select(Section)]);
    }

    /// <returns>Null when the text has no such section.</returns>
    public AuthoredSection? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The section with its heading and the sections inside it, without the blank lines around.</summary>
    /// <inheritdoc cref="Find"/>
    public string? Wording(string id) => Find(id)?.Wording;

    /// <summary>The text with another wording of a section, heading included, in its place. What stands around it stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">The text has no such section.</exception>
    public string Replace(string id, string wording)
    {
        var section = _byId[id];
        return string.Join('\n', [.. _lines.Take(section.FirstLine - 1), Draft.WithLineFeeds(wording).Trim('\n'), .. _lines.Skip(section.LastLine)]);
    }

    /// <summary>The text with another section at its end.</summary>
    public string Append(string wording)
    {
        var text = string.Join('\n', _lines).TrimEnd('\n');
        return (text.Length == 0 ? "" : text + "\n\n") + Draft.WithLineFeeds(wording).Trim('\n') + "\n";
    }

    private static AuthoredSection Section(Section section)
    {
        var lines = section.Lines.ToList();
        var last = lines.FindLastIndex(line => line.Source.Length > 0);
        return new AuthoredSection(section.Id!, section.Title, section.Level, lines[0].Line, lines[last].Line, Content.Matrix.Wording.Of(lines));
    }
}

/// <param name="Heading">As written, without its marks.</param>
/// <param name="Level">2 for a module's sections, 3 to 6 inside them.</param>
/// <param name="FirstLine">1-based, the heading's.</param>
/// <param name="LastLine">Of the last that is not blank, those of the sections inside included.</param>
/// <param name="Wording">From the heading to the last line, with line feeds alone.</param>
public sealed record AuthoredSection(string Id, string Heading, int Level, int FirstLine, int LastLine, string Wording);
