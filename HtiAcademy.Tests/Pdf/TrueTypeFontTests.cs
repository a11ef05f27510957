using System.Globalization;
using System.Text;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public class TrueTypeFontTests
{
    [Fact]
    public void The_three_fonts_are_in_the_assembly()
    {
        new[] { PdfFonts.Regular.Name, PdfFonts.Bold.Name, PdfFonts.Serif.Name }.Should()
            .Equal("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-SemiBold");
    }

    [Theory]
    [InlineData(' ', 260)]
    [InlineData('A', 639)]
    [InlineData('é', 564)]
    public void Widths_are_those_the_font_was_drawn_with(char character, int thousandths) =>
        PdfFonts.Regular.Advance(PdfFonts.Regular.Glyph(new Rune(character))).Should().Be(thousandths);

    [Theory]
    [InlineData("ñ", true)]
    [InlineData("Ŵ", true)]
    [InlineData("ẹ", true)]
    [InlineData("አ", false)]
    [InlineData("😀", false)]
    public void A_font_knows_which_characters_it_has(string character, bool has) =>
        PdfFonts.Serif.Has(character.EnumerateRunes().Single()).Should().Be(has);

    [Fact]
    public void A_file_without_outlines_is_refused()
    {
        byte[] emptyFont = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var reading = () => new TrueTypeFont(emptyFont);
        reading.Should().Throw<InvalidDataException>().WithMessage("*outlines*");
    }

    [Fact]
    public void An_accented_letter_brings_its_accent_into_the_subset()
    {
        // In the font é is composed of two other glyphs, which nothing else on the page asks for.
        Ink("é").Should().BeGreaterThan(Ink("e") + 100);
    }

    [Fact]
    public void A_missing_character_is_drawn_as_a_box() => Ink("李").Should().BeGreaterThan(500);

    /// <summary>The number of black pixels that a letter 2 inches high leaves.</summary>
    private static int Ink(string letter)
    {
        var document = new PdfDocument(letter, CultureInfo.GetCultureInfo("en"), "", "", DateTimeOffset.UnixEpoch);
        document.AddPage(PaperSize.A4).Text(PdfTag.P, new(PdfFonts.Regular, 144, PdfColor.Black), 100, 300, letter);
        using var pdf = new PdfOnDisk(document.Save());
        return pdf.Pixels(72).Cast<byte>().Count(pixel => pixel < 128);
    }
}
