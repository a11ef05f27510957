using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// One font of a document, and the glyphs drawn with it so far. Each glyph gets a code for each text it says, the place
/// of a copy of it in the subset; so even a character drawn as the missing-glyph box is found and copied as itself.
/// </summary>
internal sealed class EmbeddedFont(TrueTypeFont font, int place)
{
    private readonly Dictionary<(FontGlyph Glyph, string Text), int> _codes = [];
    private readonly List<(FontGlyph Glyph, string Text)> _drawn = [];

    /// <summary>Its name in the resources of every page.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"F{place}");

    /// <summary>Code 0 is left to the missing-glyph box, as TrueType demands.</summary>
    public int Code(FontGlyph glyph, string text)
    {
        if (!_codes.TryGetValue((glyph, text), out var code))
        {
            _drawn.Add((glyph, text));
            code = _codes[(glyph, text)] = _drawn.Count;
        }

        return code;
    }

    /// <returns>The number of the font's object.</returns>
    public int WriteTo(PdfFile file)
    {
        FontGlyph[] glyphs = [default, .. _drawn.Select(drawn => drawn.Glyph)];
        var subset = TrueTypeSubset.Write(font, glyphs);
        // A subset's name starts with six letters that tell it from other subsets of the same font.
        var name = $"{string.Concat(SHA256.HashData(subset).Take(6).Select(part => (char)('A' + part % 26)))}+{font.Name}";
        var program = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var descriptor = file.Add($"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV 80"
            + $"/FontBBox[{PdfSyntax.Numbers(font.Bounds.Select(side => (double)side))}]/Ascent {PdfSyntax.Number(font.Ascent)}"
            + $"/Descent {PdfSyntax.Number(font.Descent)}/CapHeight {PdfSyntax.Number(font.CapHeight)}/FontFile2 {PdfSyntax.Reference(program)}>>");
        var outlines = file.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/CIDToGIDMap/Identity/FontDescriptor {PdfSyntax.Reference(descriptor)}/W[0[{PdfSyntax.Numbers(glyphs.Select(glyph => (double)glyph.Advance(font)))}]]>>");
        var characters = file.AddStream("", Encoding.ASCII.GetBytes(CharacterNames()));
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Reference(outlines)}]"
            + $"/ToUnicode {PdfSyntax.Reference(characters)}>>");
    }

    /// <summary>The map by which a reader copies and searches text (ISO 32000-1, 9.10.3).</summary>
    private string CharacterNames()
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        // The format allows a hundred codes in one block.
        foreach (var block in _drawn.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var drawn in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{_codes[drawn]:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(drawn.Text))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}

/// <summary>The fonts of one document, each embedded once however many pages use it.</summary>
internal sealed class EmbeddedFonts
{
    private readonly Dictionary<TrueTypeFont, EmbeddedFont> _fonts = [];
    private readonly List<EmbeddedFont> _inOrder = [];

    public EmbeddedFont For(TrueTypeFont font)
    {
        if (!_fonts.TryGetValue(font, out var embedded))
        {
            embedded = _fonts[font] = new EmbeddedFont(font, _inOrder.Count);
            _inOrder.Add(embedded);
        }

        return embedded;
    }

    /// <returns>The entries of a font resource dictionary.</returns>
    public string WriteTo(PdfFile file) => string.Concat(_inOrder.Select(font => $"/{font.Name} {PdfSyntax.Reference(font.WriteTo(file))}"));
}
