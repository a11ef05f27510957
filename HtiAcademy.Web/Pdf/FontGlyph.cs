using System.Buffers.Binary;

namespace HtiAcademy.Web.Pdf;

/// <summary>One glyph of a font at a place, in font units.</summary>
internal readonly record struct GlyphPart(ushort Id, int X, int Y);

/// <summary>A glyph of a subset: a copy of the font's own, or one composed of several of them.</summary>
internal readonly record struct FontGlyph(ushort Id, ComposedGlyph? Composed = null)
{
    /// <param name="width">In font units.</param>
    public static FontGlyph Of(IReadOnlyList<GlyphPart> parts, int width) =>
        parts is [{ X: 0, Y: 0 } only] ? new(only.Id) : new(0, new(parts, width));

    /// <summary>In thousandths of the font size.</summary>
    public int Advance(TrueTypeFont font) => Composed is null ? font.Advance(Id) : font.Thousandths(Composed.Width);
}

/// <summary>
/// A letter with its marks as one glyph, whatever the font draws it with: so it has one code, which says one text, and
/// needs nothing else on the page to be placed and copied rightly.
/// </summary>
internal sealed record ComposedGlyph(IReadOnlyList<GlyphPart> Parts, int Width)
{
    public bool Equals(ComposedGlyph? other) => other is not null && Width == other.Width && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Width, Parts.Count, Parts[0]);

    /// <param name="placeOf">The number that a glyph of the font has in the subset.</param>
    internal byte[] Outline(TrueTypeFont font, Func<ushort, int> placeOf)
    {
        const int ArgumentsAreWords = 0x1, ArgumentsAreOffsets = 0x2, MoreComponents = 0x20, Overlapping = 0x400;
        var drawn = Drawn(font);
        if (drawn.Count == 0)
        {
            return [];
        }

        // A negative number of contours says that components follow.
        List<int> words = [-1, .. Box(font)];
        for (var i = 0; i < drawn.Count; i++)
        {
            var flags = ArgumentsAreWords | ArgumentsAreOffsets | (i == 0 ? Overlapping : 0) | (i < drawn.Count - 1 ? MoreComponents : 0);
            words.AddRange([flags, placeOf(drawn[i].Id), drawn[i].X, drawn[i].Y]);
        }

        return Words(words);
    }

    /// <summary>Its advance width and left side bearing, as <c>hmtx</c> keeps them.</summary>
    internal byte[] Metrics(TrueTypeFont font) => Words([Width, Box(font)[0]]);

    /// <summary>The entries of <c>maxp</c> by which programs measure the room that composed glyphs take.</summary>
    internal static IEnumerable<(int Offset, int Value)> Limits(TrueTypeFont font, IEnumerable<FontGlyph> glyphs)
    {
        const int Points = 6, Contours = 8, CompositePoints = 10, CompositeContours = 12, Elements = 28, Depth = 30;
        var parts = glyphs.Max(glyph => glyph.Composed?.Parts.Count ?? 0);
        if (parts == 0)
        {
            return [];
        }

        int Limit(int entry) => TrueTypeFont.ReadUInt16(font.Table("maxp"), entry);
        int Composed(int simple, int composite) => Math.Min(ushort.MaxValue, parts * Math.Max(Limit(simple), Limit(composite)));
        return
        [
            (CompositePoints, Composed(Points, CompositePoints)), (CompositeContours, Composed(Contours, CompositeContours)),
            (Elements, Math.Max(parts, Limit(Elements))), (Depth, Limit(Depth) + 1),
        ];
    }

    private List<GlyphPart> Drawn(TrueTypeFont font) => [.. Parts.Where(part => font.Outline(part.Id).Length > 0)];

    /// <summary>Left, bottom, right and top of what is drawn.</summary>
    private int[] Box(TrueTypeFont font)
    {
        var boxes = Drawn(font).ConvertAll(part => (part.X, part.Y, Outline: font.Outline(part.Id)));
        return boxes.Count == 0 ? [0, 0, 0, 0] :
        [
            boxes.Min(box => box.X + TrueTypeFont.ReadInt16(box.Outline, 2)), boxes.Min(box => box.Y + TrueTypeFont.ReadInt16(box.Outline, 4)),
            boxes.Max(box => box.X + TrueTypeFont.ReadInt16(box.Outline, 6)), boxes.Max(box => box.Y + TrueTypeFont.ReadInt16(box.Outline, 8)),
        ];
    }

    private static byte[] Words(List<int> words)
    {
        var bytes = new byte[2 * words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * i), unchecked((short)words[i]));
        }

        return bytes;
    }
}
