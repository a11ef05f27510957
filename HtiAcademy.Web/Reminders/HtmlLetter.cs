using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HtiAcademy.Web.Reminders;

/// <summary>The text of a mail for programs that show HTML: its paragraphs, with addresses to click. It loads nothing, so it tells nobody that it was read.</summary>
internal static partial class HtmlLetter
{
    private const int MostShown = 60;

    public static string Write(string text, string language)
    {
        var html = new StringBuilder($"""<!DOCTYPE html><html lang="{WebUtility.HtmlEncode(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body style="font-family:sans-serif;max-width:40em;overflow-wrap:anywhere">""");
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
            html.Append(WebUtility.HtmlEncode(text[end..address.Index])).Append("<a href=\"").Append(encoded).Append("\">").Append(WebUtility.HtmlEncode(Shown(address.Value))).Append("</a>");
            end = address.Index + address.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[end..])).ToString().Replace("\n", "<br>\n", StringComparison.Ordinal);
    }

    // What is sealed in an address says nothing to a reader.
    private static string Shown(string address) => address.Length <= MostShown ? address : $"{address[..MostShown]}…";

    // Without the full stop, comma or bracket that ends the sentence around it.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]")]
    private static partial Regex Address();
}
