using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>A section's words as its author wrote them.</summary>
public static class Wording
{
    /// <summary>What the sections of an earlier wording of a file said, by the hash that overlays and translations are stamped with.</summary>
    public static IReadOnlyDictionary<string, string> ByHash(SourceDocument earlier)
    {
        // What was wrong with an earlier wording is no concern now; an unreadable one holds nothing.
        var findings = new FindingList();
        var fileName = earlier.Path[(earlier.Path.LastIndexOf('/') + 1)..];
        if (TextName.Parse(fileName, fileName.Split('.')[0], ".md") is not { } name || SourceText.Read(earlier, findings) is not { } source)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var whole = AuthoredText.Read(source, name, findings).Whole;
        return whole.SelfAndInside.Skip(1).Select(section => section.Lines).Prepend(whole.Own)
            .DistinctBy(SectionHash.Of, StringComparer.Ordinal)
            .ToDictionary(SectionHash.Of, Of, StringComparer.Ordinal);
    }

    internal static string Of(IEnumerable<TextLine> lines) => string.Join('\n', lines.Select(line => line.Source)).Trim('\n');
}
