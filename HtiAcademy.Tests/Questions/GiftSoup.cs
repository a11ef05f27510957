namespace HtiAcademy.Tests.Questions;

/// <summary>Texts in which everything that GIFT knows meets everything else.</summary>
internal static class GiftSoup
{
    private static readonly string[] Scraps =
    [
        "::", ":", "{", "}", "=", "~", "#", "####", "->", "-\\>", "%50%", "%-100%", "%", "\\", "\\n", "\n", "\n\n", "\r\n", "//", "[html]", "[plain]", "[moodle]", "[", "]", "T", "FALSE",
        "..", "*", "1", "-2.5", "1e30", " ", "word", "é", "\uFEFF", "\uD800", "\uFFFE", "\0", "$CATEGORY:", "🙂", "<b>", "</b>", "<ul><li>", "&amp;", "<img src\\=x>",
    ];

    public static string Of(Random random, int scraps) =>
        string.Concat(Enumerable.Range(0, random.Next(scraps)).Select(_ => Scraps[random.Next(Scraps.Length)]));
}
