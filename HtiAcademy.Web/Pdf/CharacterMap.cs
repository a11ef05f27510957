namespace HtiAcademy.Web.Pdf;

/// <summary>Reads a font's <c>cmap</c> table: which glyph draws which character.</summary>
internal static class CharacterMap
{
    public static Dictionary<int, ushort> Read(ReadOnlyMemory<byte> cmap)
    {
        var maps = Subtables(cmap).ToLookup(map => (int)TrueTypeFont.ReadUInt16(map, 0));
        // Format 12 holds all of Unicode, format 4 only its first 65,536 characters.
        return (maps[12].FirstOrDefault(), maps[4].FirstOrDefault()) switch
        {
            ({ IsEmpty: false } full, _) => ReadFormat12(full),
            (_, { IsEmpty: false } basic) => ReadFormat4(basic),
            _ => throw new InvalidDataException("The font has no Unicode character map."),
        };
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Subtables(ReadOnlyMemory<byte> cmap)
    {
        for (var record = 4; record < 4 + 8 * TrueTypeFont.ReadUInt16(cmap, 2); record += 8)
        {
            yield return cmap[TrueTypeFont.ReadInt32(cmap, record + 4)..];
        }
    }

    private static Dictionary<int, ushort> ReadFormat12(ReadOnlyMemory<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        var groups = TrueTypeFont.ReadInt32(map, 12);
        for (var group = 16; group < 16 + 12 * groups; group += 12)
        {
            var (first, last) = (TrueTypeFont.ReadInt32(map, group), TrueTypeFont.ReadInt32(map, group + 4));
            for (var character = first; character <= last; character++)
            {
                glyphs[character] = (ushort)(TrueTypeFont.ReadInt32(map, group + 8) + character - first);
            }
        }

        return glyphs;
    }

    private static Dictionary<int, ushort> ReadFormat4(ReadOnlyMemory<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        var twiceSegments = TrueTypeFont.ReadUInt16(map, 6);
        for (var ends = 14; ends < 14 + twiceSegments; ends += 2)
        {
            var starts = ends + twiceSegments + 2;
            var delta = TrueTypeFont.ReadUInt16(map, starts + twiceSegments);
            var offsets = starts + 2 * twiceSegments;
            var offset = TrueTypeFont.ReadUInt16(map, offsets);
            int first = TrueTypeFont.ReadUInt16(map, starts), last = Math.Min((int)TrueTypeFont.ReadUInt16(map, ends), 0xFFFE);
            for (var character = first; character <= last; character++)
            {
                // An offset counts from its own place in the table: the format's peculiarity.
                var glyph = offset == 0 ? character : TrueTypeFont.ReadUInt16(map, offsets + offset + 2 * (character - first));
                if (offset == 0 || glyph != 0)
                {
                    glyphs[character] = (ushort)(glyph + delta);
                }
            }
        }

        return glyphs;
    }
}
