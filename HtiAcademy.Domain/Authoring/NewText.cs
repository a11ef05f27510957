namespace HtiAcademy.Domain.Authoring;

/// <summary>What a file begins with that nobody has written yet.</summary>
public static class NewText
{
    private const string Fence = "---";

    // What a translation has of the front matter.
    private static readonly string[] Translated = ["title", "summary", "objectives"];

    /// <param name="parent">What it is made from; null when there is nothing.</param>
    public static string Of(AuthoredFile file, string? parent)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Kind switch
        {
            AuthoredKind.Overlay => $"{Fence}\nreviewed: {{}}\n{Fence}\n",
            AuthoredKind.Translation => $"{Fence}\n{string.Concat(FrontMatter(parent ?? "").Select(line => line + "\n"))}reviewed: {{}}\n{Fence}\n",
            _ => "",
        };
    }

    /// <summary>The parent's own words, to be put into the other language.</summary>
    private static IEnumerable<string> FrontMatter(string parent)
    {
        var isKept = false;
        foreach (var line in Draft.WithLineFeeds(parent).Split('\n').Skip(1).TakeWhile(line => line.TrimEnd() != Fence))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('-' or '#'))
            {
                isKept = Translated.Contains(line.Split(':')[0], StringComparer.Ordinal);
            }

            if (isKept)
            {
                yield return line;
            }
        }
    }
}
