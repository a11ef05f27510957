using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>A section's words as its author wrote them.</summary>
public static class Wording
{
    /// <summary>Finds what a section said when it was last compared, in an earlier wording of its file.</summary>
    /// <param name="reviewed">The hash that the overlay or translation was stamped with.</param>
    /// <returns>Null when no section of the file has that hash.</returns>
    public static string? Find(SourceDocument earlier, string reviewed)
    {
        // What was wrong with an earlier wording is no concern now; an unreadable one holds nothing.
        var findings = new FindingList();
        var fileName = earlier.Path[(earlier.Path.LastIndexOf('/') + 1)..];
        if (TextName.Parse(fileName, fileName.Split('.')[0], ".md") is not { } name || SourceText.Read(earlier, findings) is not { } source)
        {
            return null;
        }

        var whole = AuthoredText.Read(source, name, findings).Whole;
        var found = whole.SelfAndInside.Skip(1).Select(section => section.Lines).Prepend(whole.Own).FirstOrDefault(lines => SectionHash.Of(lines) == reviewed);
        return found is null ? null : Of(found);
    }

    internal static string Of(IEnumerable<TextLine> lines) => string.Join('\n', lines.Select(line => line.Source)).Trim('\n');
}
