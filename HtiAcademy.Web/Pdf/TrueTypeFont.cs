using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// A TrueType font with <c>glyf</c> outlines, as the OpenType specification describes it. Unchanging, so one instance
/// serves every thread.
/// </summary>
public sealed class TrueTypeFont
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly int _unitsPerEm;
    private readonly int _longMetrics;
    private readonly bool _longOffsets;
    private readonly int[] _advances;
    private readonly Lazy<Font> _shaper;

    /// <exception cref="InvalidDataException">The font lacks TrueType outlines, a Unicode character map or a name.</exception>
    public TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        for (var entry = 12; entry < 12 + 16 * ReadUInt16(file, 4); entry += 16)
        {
            _tables[Encoding.ASCII.GetString(file.Span.Slice(entry, 4))] = file.Slice(ReadInt32(file, entry + 8), ReadInt32(file, entry + 12));
        }

        if (!HasTable("glyf"))
        {
            throw new InvalidDataException("The font has no TrueType outlines.");
        }

        var head = Table("head");
        _unitsPerEm = ReadUInt16(head, 18);
        Bounds = [.. Enumerable.Range(0, 4).Select(i => Thousandths(ReadInt16(head, 36 + i * 2)))];
        _longOffsets = ReadInt16(head, 50) != 0;
        Ascent = Thousandths(ReadInt16(Table("hhea"), 4));
        Descent = Thousandths(ReadInt16(Table("hhea"), 6));
        CapHeight = Thousandths(ReadInt16(Table("OS/2"), 88));
        _longMetrics = ReadUInt16(Table("hhea"), 34);
        Name = PostScriptName();
        _glyphs = CharacterMap.Read(Table("cmap"));
        _advances = [.. Enumerable.Range(0, _longMetrics).Select(glyph => Thousandths(ReadUInt16(Table("hmtx"), 4 * glyph)))];
        _shaper = new(() => NewShaper(file));
    }

    /// <summary>The PostScript name, e.g. <c>NotoSans-Bold</c>.</summary>
    public string Name { get; }

    /// <summary>In thousandths of the font size, like every measure here.</summary>
    public int Ascent { get; }

    /// <summary>Negative: the depth below the baseline.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Left, bottom, right and top of the largest glyphs.</summary>
    public IReadOnlyList<int> Bounds { get; }

    public bool Has(Rune character) => _glyphs.ContainsKey(character.Value);

    /// <summary>Zero, the missing-glyph box, for a character the font does not have.</summary>
    public ushort Glyph(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    public int Advance(ushort glyph) => _advances[Math.Min(glyph, _longMetrics - 1)];

    /// <summary>Whether it has every character of a letter with its marks; signs that only tell how to set others need no glyph.</summary>
    internal bool Draws(string letter) =>
        HasAll(letter) || HasAll(letter.Normalize(NormalizationForm.FormD));

    /// <summary>Chooses and places glyphs as the font's own tables tell, in font units.</summary>
    internal Font Shaper => _shaper.Value;

    /// <summary>The glyph's advance width and left side bearing in font units, as <c>hmtx</c> keeps them.</summary>
    internal byte[] Metrics(ushort glyph)
    {
        var metrics = Table("hmtx").Span;
        if (glyph < _longMetrics)
        {
            return metrics.Slice(4 * glyph, 4).ToArray();
        }

        // The last glyphs of a font may share one advance width and keep their bearings only.
        return [.. metrics.Slice(4 * (_longMetrics - 1), 2), .. metrics.Slice(4 * _longMetrics + 2 * (glyph - _longMetrics), 2)];
    }

    internal ReadOnlyMemory<byte> Outline(ushort glyph)
    {
        var start = OutlineOffset(glyph);
        return Table("glyf")[start..OutlineOffset(glyph + 1)];
    }

    internal bool HasTable(string name) => _tables.ContainsKey(name);

    internal ReadOnlyMemory<byte> Table(string name) =>
        _tables.TryGetValue(name, out var table) ? table : throw new InvalidDataException($"The font has no '{name}' table.");

    internal static ushort ReadUInt16(ReadOnlyMemory<byte> table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table.Span[offset..]);

    internal static short ReadInt16(ReadOnlyMemory<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table.Span[offset..]);

    internal static int ReadInt32(ReadOnlyMemory<byte> table, int offset) => BinaryPrimitives.ReadInt32BigEndian(table.Span[offset..]);

    private static Font NewShaper(ReadOnlyMemory<byte> file)
    {
        // Copied by HarfBuzz: Blob.FromStream hands it memory that the garbage collector may move.
        var pinned = GCHandle.Alloc(file.ToArray(), GCHandleType.Pinned);
        using var blob = new Blob(pinned.AddrOfPinnedObject(), file.Length, MemoryMode.Duplicate);
        pinned.Free();
        using var face = new Face(blob, 0);
        face.MakeImmutable();
        return new Font(face);
    }

    private bool HasAll(string letter) => letter.EnumerateRunes()
        .All(character => Has(character) || Rune.GetUnicodeCategory(character) == UnicodeCategory.Format || character.Value is >= 0xFE00 and <= 0xFE0F);

    private int OutlineOffset(int glyph) => _longOffsets ? ReadInt32(Table("loca"), 4 * glyph) : 2 * ReadUInt16(Table("loca"), 2 * glyph);

    internal int Thousandths(int fontUnits) => (int)Math.Round(fontUnits * 1000.0 / _unitsPerEm);

    private string PostScriptName()
    {
        const int PostScript = 6, Windows = 3;
        var names = Table("name");
        for (var record = 6; record < 6 + 12 * ReadUInt16(names, 2); record += 12)
        {
            if (ReadUInt16(names, record + 6) == PostScript && ReadUInt16(names, record) == Windows)
            {
                var start = ReadUInt16(names, 4) + ReadUInt16(names, record + 10);
                return Encoding.BigEndianUnicode.GetString(names.Span.Slice(start, ReadUInt16(names, record + 8)));
            }
        }

        throw new InvalidDataException("The font has no PostScript name.");
    }
}
