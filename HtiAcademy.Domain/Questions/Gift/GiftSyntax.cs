using System.Text;

namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>Writes texts so that nothing in them counts as syntax.</summary>
internal static class GiftSyntax
{
    /// <summary>Of an answer or a feedback, whose beginning could otherwise be read as a format or a weight.</summary>
    public static string Words(string text) => (text is ['[' or '%', ..] ? "[markdown]" : "") + Escape(text);

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (character == '\n') escaped.Append("\\n");
            else if (GiftText.Escapable.Contains(character, StringComparison.Ordinal)) escaped.Append('\\').Append(character);
            else escaped.Append(character);
        }

        return escaped.ToString();
    }

    public static string EscapeArrows(string escaped) => escaped.Replace("->", @"-\>", StringComparison.Ordinal);
}
