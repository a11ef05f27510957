using System.Buffers.Binary;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>Writes a font that holds only the glyphs a document draws, numbered in the order given.</summary>
internal sealed class TrueTypeSubset
{
    private static readonly string[] Hints = ["cvt ", "fpgm", "prep"];
    private readonly TrueTypeFont _font;
    private readonly List<FontGlyph> _glyphs;
    private readonly Dictionary<ushort, int> _places = [];

    private TrueTypeSubset(TrueTypeFont font, IReadOnlyList<FontGlyph> glyphs)
    {
        _font = font;
        _glyphs = [.. glyphs];
        for (var place = 0; place < glyphs.Count; place++)
        {
            if (glyphs[place].Composed is null)
            {
                _places.TryAdd(glyphs[place].Id, place);
            }
        }
    }

    /// <param name="glyphs">Glyph <c>i</c> of the new font draws <c>glyphs[i]</c>; the first must be the missing-glyph box.</param>
    public static byte[] Write(TrueTypeFont font, IReadOnlyList<FontGlyph> glyphs) => new TrueTypeSubset(font, glyphs).Write();

    private byte[] Write()
    {
        var outlines = new MemoryStream();
        var offsets = new List<byte>();
        var metrics = new List<byte>();
        // The list grows while it is walked: accented letters bring their parts.
        for (var place = 0; place < _glyphs.Count; place++)
        {
            offsets.AddRange(UInt32((uint)outlines.Length));
            var (id, composed) = _glyphs[place];
            outlines.Write(Padded(composed?.Outline(_font, PlaceOf) ?? Outline(id)));
            metrics.AddRange(composed?.Metrics(_font) ?? _font.Metrics(id));
        }

        offsets.AddRange(UInt32((uint)outlines.Length));
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Changed("head", (8, 0), (10, 0), (50, 1)),
            ["hhea"] = Changed("hhea", (34, _glyphs.Count)),
            ["hmtx"] = [.. metrics],
            ["loca"] = [.. offsets],
            ["maxp"] = Changed("maxp", [(4, _glyphs.Count), .. ComposedGlyph.Limits(_font, _glyphs)]),
        };
        foreach (var hints in Hints.Where(_font.HasTable))
        {
            tables[hints] = _font.Table(hints).ToArray();
        }

        return File(tables);
    }

    private byte[] Outline(ushort glyph)
    {
        const int ArgumentsAreWords = 0x1, HasScale = 0x8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
        var outline = _font.Outline(glyph).ToArray();
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return outline;
        }

        // A negative number of contours: the glyph is composed of others, named by their numbers.
        int flags, component = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(component));
            var part = outline.AsSpan(component + 2, 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)PlaceOf(BinaryPrimitives.ReadUInt16BigEndian(part)));
            component += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & MoreComponents) != 0);
        return outline;
    }

    private int PlaceOf(ushort glyph)
    {
        if (_places.TryAdd(glyph, _glyphs.Count))
        {
            _glyphs.Add(new(glyph));
        }

        return _places[glyph];
    }

    private byte[] Changed(string table, params IEnumerable<(int Offset, int Value)> changes)
    {
        var copy = _font.Table(table).ToArray();
        foreach (var (offset, value) in changes)
        {
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(offset), (ushort)value);
        }

        return copy;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var powerOfTwo = (int)Math.Log2(tables.Count);
        var searchRange = 16 << powerOfTwo;
        List<byte> directory = [0, 1, 0, 0, .. UInt16(tables.Count), .. UInt16(searchRange), .. UInt16(powerOfTwo), .. UInt16(16 * tables.Count - searchRange)];
        var body = new List<byte>();
        foreach (var (name, table) in tables)
        {
            var offset = 12 + 16 * tables.Count + body.Count;
            directory.AddRange([.. Encoding.ASCII.GetBytes(name), .. UInt32(Checksum(table)), .. UInt32((uint)offset), .. UInt32((uint)table.Length)]);
            body.AddRange(Padded(table));
        }

        return [.. directory, .. body];
    }

    private static uint Checksum(byte[] table)
    {
        var padded = Padded(table);
        var sum = 0u;
        for (var word = 0; word < padded.Length; word += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(word)));
        }

        return sum;
    }

    private static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[-bytes.Length & 3]];

    private static byte[] UInt16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] UInt32(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
