using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace HtiAcademy.Web.Pdf;

/// <summary>What a reader sees as one letter, with its marks, and how it is set.</summary>
/// <param name="Script">Of signs that all scripts share, that of the letter before them.</param>
internal sealed record TextCluster(string Text, TrueTypeFont Font, Script Script, TextDirection Direction)
{
    public static IReadOnlyList<TextCluster> Split(TrueTypeFont font, string text)
    {
        var clusters = new List<TextCluster>();
        var script = text.EnumerateRunes().Select(ScriptOf).FirstOrDefault(IsOfOne, Script.Common);
        var last = font;
        foreach (var cluster in Letters(text))
        {
            var first = Rune.GetRuneAt(cluster, 0);
            script = IsOfOne(ScriptOf(first)) ? ScriptOf(first) : script;
            // A blank between two words of a script is set with them.
            last = Rune.IsWhiteSpace(first) && last.Draws(cluster) ? last : PdfFonts.Choose(font, cluster, script) ?? font;
            clusters.Add(new(cluster, last, script, TextOrder.DirectionOf(first)));
        }

        return clusters;
    }

    /// <summary>What a reader sees as one letter each.</summary>
    public static IEnumerable<string> Letters(string text)
    {
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = StringInfo.GetNextTextElementLength(text, start);
            yield return text.Substring(start, length);
        }
    }

    /// <summary>Whether it is set with the cluster before it; words that run to the left are set each for itself.</summary>
    public bool GoesOn(TextCluster before, bool rightToLeft) =>
        Font == before.Font && Script == before.Script && !(rightToLeft && IsBlank != before.IsBlank);

    private bool IsBlank => string.IsNullOrWhiteSpace(Text);

    internal static Script ScriptOf(Rune character) => UnicodeFunctions.Default.GetScript(character.Value);

    private static bool IsOfOne(Script script) => script != Script.Common && script != Script.Inherited && script != Script.Unknown;
}
