using System.Text;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;
using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content;

/// <summary>Stamps a country's overlay or a translation as compared with its parent.</summary>
public static class Overlay
{
    private const string Key = "reviewed";

    /// <summary>The path of what an overlay or a translation is made from, in the same folder; null for a base text.</summary>
    public static string? ParentPath(string path, string courseLanguage)
    {
        var (folder, fileName) = (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
        var stem = fileName.Split('.')[0];
        return TextName.Parse(fileName, stem, ".md") switch
        {
            null or { IsBase: true } => null,
            { IsOverlay: true, Language: var language } when language != courseLanguage => $"{folder}{stem}.{language}.md",
            _ => $"{folder}{stem}.md",
        };
    }

    /// <summary>
    /// The overlay or translation with the hashes of its parent's sections in <c>reviewed:</c> of its front matter, and
    /// every other byte as it was.
    /// </summary>
    /// <exception cref="ArgumentException">One of the files cannot be read, or is no overlay or translation.</exception>
    public static byte[] Accept(SourceDocument overlay, SourceDocument parent) => Accept(overlay, parent, static _ => true);

    /// <summary>The same for some of its sections: what was noted of the others stays as it was.</summary>
    /// <param name="sectionIds">The parent's; <c>top</c> for the text above the first section.</param>
    /// <inheritdoc cref="Accept(SourceDocument, SourceDocument)"/>
    public static byte[] Accept(SourceDocument overlay, SourceDocument parent, IReadOnlyCollection<string> sectionIds) =>
        Accept(overlay, parent, sectionIds.Contains);

    private static byte[] Accept(SourceDocument overlay, SourceDocument parent, Func<string, bool> isCompared)
    {
        var text = Read(overlay);
        if (text.Name.IsBase)
        {
            throw new ArgumentException($"{overlay.Path} is a base text, which has nothing to be compared with.", nameof(overlay));
        }

        var hashes = Staleness.ParentSections(text, Read(parent))
            .Select(section => (section.Id, Hash: isCompared(section.Id) ? section.Hash : text.Reviewed.GetValueOrDefault(section.Id)))
            .Where(section => section.Hash is not null)
            .Select(section => $"{section.Id}: {section.Hash}").ToList();
        var stamp = hashes is [] ? $"{Key}: {{}}" : $"{Key}: {{ {string.Join(", ", hashes)} }}";
        return Encoding.UTF8.GetBytes(Stamped(Encoding.UTF8.GetString(overlay.Bytes.Span), stamp, text));
    }

    private static AuthoredText Read(SourceDocument document)
    {
        var findings = new FindingList();
        var fileName = document.Path[(document.Path.LastIndexOf('/') + 1)..];
        var text = TextName.Parse(fileName, fileName.Split('.')[0], ".md") is { } name && SourceText.Read(document, findings) is { } source
            ? AuthoredText.Read(source, name, findings)
            : null;
        return text is null || findings.HasErrors
            ? throw new ArgumentException($"{document.Path} cannot be read: {string.Join(" ", findings.InOrder())}", nameof(document))
            : text;
    }

    private static string Stamped(string file, string stamp, AuthoredText text)
    {
        var newLine = file.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = LinesWithEnds(file);
        if (text.FrontMatter is not { } map)
        {
            var mark = file.StartsWith('\uFEFF') ? "\uFEFF" : "";
            return $"{mark}---{newLine}{stamp}{newLine}---{newLine}{file[mark.Length..]}";
        }

        var end = FrontMatter.LastLine([.. lines.Select(line => line.TrimStart('\uFEFF'))]);
        var (first, next) = map.Has(Key) ? LinesOfKey(map, end, lines) : (end, end);
        lines.RemoveRange(first, next - first);
        lines.Insert(first, stamp + newLine);
        return string.Concat(lines);
    }

    /// <summary>Down to the next key, but for the blank lines and comments above that.</summary>
    private static (int First, int Next) LinesOfKey(YamlMap map, int end, List<string> lines)
    {
        var first = map.LineOf(Key) - 1;
        var next = map.Keys.Select(key => key.Line - 1).Where(line => line > first).DefaultIfEmpty(end).Min();
        while (next - 1 > first && lines[next - 1].TrimStart() is "" or ['#', ..])
        {
            next--;
        }

        return (first, next);
    }

    private static List<string> LinesWithEnds(string file)
    {
        var lines = new List<string>();
        for (var start = 0; start < file.Length;)
        {
            var end = file.AsSpan(start).IndexOfAny('\r', '\n') + start;
            end = end < start ? file.Length : end + (file.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
            lines.Add(file[start..end]);
            start = end;
        }

        return lines;
    }
}
