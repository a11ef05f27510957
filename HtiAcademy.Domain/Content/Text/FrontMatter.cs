using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>The YAML between two lines <c>---</c> at the top of a text.</summary>
/// <param name="Map">Null when there is none, or none that can be read.</param>
/// <param name="FirstLine">0-based, of the text below it.</param>
internal sealed record FrontMatter(YamlMap? Map, int FirstLine)
{
    private const string Fence = "---";

    public static FrontMatter Read(SourceText source, bool isRequired, FindingList findings)
    {
        var end = LastLine(source.Lines);
        if (end == 0)
        {
            if (isRequired)
            {
                findings.Error(source.Path, 1, FindingCodes.FrontMatterMissing, "The file must begin with front matter between two lines ---.");
            }

            return new FrontMatter(null, 0);
        }

        if (end < 0)
        {
            findings.Error(source.Path, 1, FindingCodes.FrontMatterMissing, "The front matter is not closed; write --- on a line of its own below it.");
            return new FrontMatter(null, source.Lines.Count);
        }

        var yaml = string.Join('\n', source.Lines.Take(1..end));
        return new FrontMatter(YamlDocumentText.Read(yaml, source.Path, 1, findings), end + 1);
    }

    /// <returns>0-based line of the closing fence; 0 without front matter, negative when it is not closed.</returns>
    public static int LastLine(IReadOnlyList<string> lines)
    {
        if (lines[0].TrimEnd() != Fence)
        {
            return 0;
        }

        for (var index = 1; index < lines.Count; index++)
        {
            if (lines[index].TrimEnd() == Fence)
            {
                return index;
            }
        }

        return -1;
    }
}
