using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HtiAcademy.Web.Reminders;

/// <summary>The text of a mail for programs that show HTML: its paragraphs, with addresses to click. It loads nothing, so it tells nobody that it was read.</summary>
internal static partial class HtmlLetter
{
    public static string Write(string text, string language)
    {
        var html = new StringBuilder($"""<!DOCTYPE html><html lang="{WebUtility.HtmlEncode(language)}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;max-width:40em">""");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("\n<p>").Append(Paragraph(paragraph)).Append("</p>");
        }

        return html.Append("\n</body></html>\n").ToString();
    }

    private static string Paragraph(string text)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match address in Address().Matches(text))
        {
            var encoded = WebUtility.HtmlEncode(address.Value);
            html.Append(WebUtility.HtmlEncode(text[end..address.Index])).Append("<a href=\"").Append(encoded).Append("\">").Append(encoded).Append("</a>");
            end = address.Index + address.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[end..])).ToString().Replace("\n", "<br>\n", StringComparison.Ordinal);
    }

    // Without the full stop, comma or bracket that ends the sentence around it.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]")]
    private static partial Regex Address();
}
