using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace HtiAcademy.Domain.Questions.Html;

/// <summary>What is left of a text in HTML: paragraphs, line breaks, bold, italics, lists, quotations and safe links in
/// CommonMark. Of every other element its text stays, of scripts and styles nothing.</summary>
/// <param name="Plain">Its words, for a name.</param>
/// <param name="Images">The addresses of what cannot be shown.</param>
internal sealed partial record HtmlText(string CommonMark, string Plain, IReadOnlyList<string> Images)
{
    /// <summary>More is no question, and a parser's time may grow with the square of what is open in hostile HTML.</summary>
    public const int Longest = 50_000;

    /// <inheritdoc cref="Longest"/>
    public const int MostElements = 2_000;

    private static readonly HtmlParser Parser = new();

    /// <param name="keepLines">Whether line breaks show, as in Moodle's own format.</param>
    /// <returns>Null when it is longer than <see cref="Longest"/>, or has more than <see cref="MostElements"/>.</returns>
    public static HtmlText? Read(string html, bool keepLines = false)
    {
        if (html.Length > Longest || Tag().Count(html) > MostElements) return null;

        using var document = Parser.ParseDocument(html);
        var walk = new HtmlWalk(keepLines);
        var blocks = walk.Read(document.Body!);
        return new HtmlText(
            string.Join("\n\n", blocks.Select(block => block.ToCommonMark())),
            string.Join(' ', blocks.Select(block => block.ToPlain())),
            walk.Images);
    }

    [GeneratedRegex("<[A-Za-z]")]
    private static partial Regex Tag();
}
