using System.Text;

namespace HtiAcademy.Domain.Questions;

internal static class PlainText
{
    /// <summary>CommonMark that renders as exactly this text, line breaks included.</summary>
    public static string ToCommonMark(string text)
    {
        var markdown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character == '\n' || char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)))
                markdown.Append('\\');
            markdown.Append(character);
        }

        return markdown.ToString();
    }

    /// <summary>One line of at most <paramref name="length"/> characters, cut between words where that is possible.</summary>
    public static string Shorten(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;

        var end = line.LastIndexOf(' ', length - 1);
        if (end <= 0) end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end] + "…";
    }
}
