using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace HtiAcademy.Web.Pdf;

/// <summary>A letter with its marks as it is drawn.</summary>
/// <param name="Text">What it says: one character or several.</param>
/// <param name="Glyph">What draws it, of one glyph of the font or several.</param>
/// <param name="Advance">To the next letter, in thousandths of the font size; the glyph's own width may differ.</param>
internal readonly record struct TextLetter(string Text, FontGlyph Glyph, int Advance);

/// <summary>Letters of one font, from left to right as they stand on paper, whichever way they are read.</summary>
internal sealed record TextRun(TrueTypeFont Font, IReadOnlyList<TextLetter> Letters, bool Shaped, bool RightToLeft)
{
    /// <summary>In thousandths of the font size.</summary>
    public int Advance => Letters.Sum(letter => letter.Advance);

    /// <summary>How many letters may be spaced apart: shaped ones are joined and stay so.</summary>
    public int Spaced => Shaped ? 0 : Letters.Count;

    /// <param name="clusters">Of one font and script.</param>
    public static TextRun Of(IEnumerable<TextCluster> clusters, bool rightToLeft)
    {
        var (font, script) = (clusters.First().Font, clusters.First().Script);
        var text = string.Concat(clusters.Select(cluster => cluster.Text));
        return (rightToLeft ? null : Plain(font, text)) ?? Shape(font, text, script, rightToLeft);
    }

    /// <summary>Text of which each character has a glyph of its own; nothing if it needs more than that, or another font.</summary>
    public static TextRun? Plain(TrueTypeFont font, string text)
    {
        var letters = new List<TextLetter>(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (!StandsAlone(character) || !font.Has(character))
            {
                return null;
            }

            var glyph = font.Glyph(character);
            letters.Add(new(character.ToString(), new(glyph), font.Advance(glyph)));
        }

        return new(font, letters, Shaped: false, RightToLeft: false);
    }

    /// <returns>What <see cref="Plain"/> text would advance, found without setting it; null where it is not plain.</returns>
    public static int? PlainAdvance(TrueTypeFont font, string text)
    {
        var advance = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (!StandsAlone(character) || !font.Has(character))
            {
                return null;
            }

            advance += font.Advance(font.Glyph(character));
        }

        return advance;
    }

    /// <summary>Text whose letters join, stack or change places as their script asks.</summary>
    private static TextRun Shape(TrueTypeFont font, string text, Script script, bool rightToLeft)
    {
        // The language stays unset: HarfBuzz would guess it from the machine's.
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = script;
        font.Shaper.Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var starts = infos.Select(info => (int)info.Cluster).Append(text.Length).Distinct().Order().ToList();
        var letters = new List<TextLetter>(infos.Length);
        for (int first = 0, next; first < infos.Length; first = next)
        {
            var (start, parts, width) = ((int)infos[first].Cluster, new List<GlyphPart>(), 0);
            for (next = first; next < infos.Length && infos[next].Cluster == infos[first].Cluster; next++)
            {
                parts.Add(new((ushort)infos[next].Codepoint, width + positions[next].XOffset, positions[next].YOffset));
                width += positions[next].XAdvance;
            }

            letters.Add(new(text[start..starts[starts.BinarySearch(start) + 1]], FontGlyph.Of(parts, width), font.Thousandths(width)));
        }

        return new(font, letters, Shaped: true, rightToLeft);
    }

    /// <summary>Of the blocks of Unicode that need no shaping, all but the marks and the invisible signs in them.</summary>
    private static bool StandsAlone(Rune character) => character.Value switch
    {
        < 0x300 => true,
        // Greek to Armenian, Georgian, Ethiopic, Latin and Greek extended, punctuation, currencies, symbols.
        (>= 0x370 and < 0x483) or (>= 0x48A and < 0x590) or (>= 0x10A0 and < 0x1100) or (>= 0x1200 and < 0x135D) or (>= 0x1360 and < 0x13A0)
            or (>= 0x1E00 and < 0x200B) or (>= 0x2010 and < 0x2028) or (>= 0x202F and < 0x2060) or (>= 0x2070 and < 0x20D0) or (>= 0x2100 and < 0x2C00) => true,
        0xFFFD => true,
        _ => false,
    };
}
