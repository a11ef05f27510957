using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions;

internal static partial class PlainText
{
    /// <summary>CommonMark that renders as exactly this text, line breaks included.</summary>
    public static string ToCommonMark(string text) =>
        string.Join("\\\n", text.Split('\n').Select(line => BlockMark().Replace(EscapeInline(line), @"$1\$2")));

    /// <summary>The same for words inside a line.</summary>
    public static string EscapeInline(string text) => InlineMark().Replace(text, @"\$0");

    /// <summary>One line of at most <paramref name="length"/> characters, cut between words where that is possible.</summary>
    public static string Shorten(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;

        var end = line.LastIndexOf(' ', length - 1);
        if (end <= 0) end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end] + "…";
    }

    [GeneratedRegex(@"[\\`*_\[\]<>&|]")]
    private static partial Regex InlineMark();

    // At the beginning of a line these make headings, lists, code and rules.
    [GeneratedRegex(@"^(\s*|\s*[0-9]{1,9}(?=[.)]))([-+=#~:.)])")]
    private static partial Regex BlockMark();
}
