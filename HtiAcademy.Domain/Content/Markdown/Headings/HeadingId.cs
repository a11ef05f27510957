using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Headings;

/// <summary>What stands in braces at the end of a heading: <c>{#offence}</c>, <c>{#kampala-court after=offence}</c>.</summary>
internal sealed partial record HeadingId(string Id, string? After)
{
    /// <summary>Not a section's: it stands for the text above the first section.</summary>
    public const string Top = "top";

    /// <returns>Null when the heading has no braces, or braces that cannot be read.</returns>
    public static HeadingId? Of(HeadingBlock heading) => heading.GetData(typeof(HeadingId)) as HeadingId;

    /// <summary>True when the braces cannot be read.</summary>
    public static bool IsBad(HeadingBlock heading) => heading.GetData(typeof(HeadingId)) is BadBraces;

    /// <param name="line">A heading's text; the braces that were read are no longer counted to it on return.</param>
    internal static void Read(HeadingBlock heading, ReadOnlySpan<char> line, out int length)
    {
        length = line.Length;
        var text = line.TrimEnd();
        var opening = text.LastIndexOf('{');
        if (opening < 0 || !text.EndsWith("}") || text.EndsWith("}}"))
        {
            return;
        }

        var braces = Pattern().Match(text[opening..].ToString());
        if (braces.Success && braces.Groups["id"].Value != Top)
        {
            var after = braces.Groups["after"];
            heading.SetData(typeof(HeadingId), new HeadingId(braces.Groups["id"].Value, after.Success ? after.Value : null));
            length = opening;
        }
        else
        {
            heading.SetData(typeof(HeadingId), new BadBraces());
        }
    }

    [GeneratedRegex("^\\{#(?<id>[a-z0-9]+(-[a-z0-9]+)*)(\\s+after=(?<after>[a-z0-9]+(-[a-z0-9]+)*))?\\s*\\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();

    private sealed record BadBraces;
}
