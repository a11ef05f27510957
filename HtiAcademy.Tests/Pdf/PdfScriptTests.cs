using System.Globalization;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public class PdfScriptTests
{
    private static readonly PdfStyle Serif = new(PdfFonts.Serif, 24, PdfColor.Black);

    [Theory]
    [InlineData("አበበ ቢቂላ", "NotoSansEthiopic")]
    [InlineData("محمد عبد الله", "NotoSansArabic")]
    [InlineData("سلام علي", "NotoSansArabic")]
    [InlineData("श्री प्रकाश किशोर", "NotoSans")]
    [InlineData("דוד כהן", "NotoSansHebrew")]
    [InlineData("শ্রী কেশব", "NotoSansBengali")]
    [InlineData("தொல்காப்பியம்", "NotoSansTamil")]
    [InlineData("น้ำที่ สมชาย", "NotoSansThai")]
    [InlineData("გიორგი ბერიძე", "NotoSansGeorgian")]
    [InlineData("Արմեն Սարգսյան", "NotoSansArmenian")]
    [InlineData("Ελένη Παπαδοπούλου", "NotoSerif")]
    [InlineData("Наталья Сергеевна", "NotoSerif")]
    [InlineData("Nguyễn Thị Phượng", "NotoSerif")]
    [InlineData("x\u0303 q\u0323\u0303 M\u030c", "NotoSerif")]
    public void A_name_in_any_of_these_scripts_is_printed_in_one_font_and_copied_as_it_was_typed(string name, string font)
    {
        using var pdf = Print(Serif, name);
        pdf.Text.Should().Be(name);
        pdf.TextByLines.Should().Be(name);
        pdf.Fonts.Should().ContainSingle().Which[7..].Should().MatchRegex($"^{font}-(Regular|SemiBold) ").And.MatchRegex("yes yes yes");
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        PdfFonts.Missing(name).Should().BeEmpty();
    }

    [Fact]
    public void Accents_typed_apart_are_copied_as_the_letters_they_make()
    {
        using var pdf = Print(Serif, "Jose\u0301 O\u0323la\u0301 e\u0323\u0301");
        pdf.Text.Should().Be("José Ọlá ẹ\u0301");
    }

    // As the program hb-shape of HarfBuzz 6.0 measures these with the same fonts.
    [Theory]
    [InlineData("محمد عبد الله", 5454)]
    [InlineData("سلام", 1867)]
    [InlineData("مُحَمَّد", 2272)]
    [InlineData("श्री प्रकाश", 3503)]
    [InlineData("தொல்காப்பியம்", 8452)]
    [InlineData("น้ำที่", 1628)]
    public void Letters_are_joined_and_stacked_as_another_program_shapes_them(string text, int thousandths) =>
        (Serif with { Size = 1000 }).Width(text).Should().BeApproximately(thousandths, 0.5);

    [Fact]
    public void Arabic_letters_join()
    {
        // Each of these letters joins the next, so no column of the word is white unless a sign keeps them apart.
        const string KeptApart = "\u200c";
        WhiteColumns("محمد").Should().Be(0);
        WhiteColumns(string.Join(KeptApart, "محمد".ToCharArray())).Should().BePositive();
    }

    [Fact]
    public void A_mark_stands_over_its_letter()
    {
        // Composed, and of parts that nothing composes: the accent takes no room of its own and is as high.
        Serif.Width("q\u0303").Should().BeApproximately(Serif.Width("q"), 0.01);
        InkTop("q\u0303").Should().BeLessThan(InkTop("q") - 10);
    }

    [Fact]
    public void What_runs_to_the_left_stands_in_that_order_on_paper()
    {
        using var pdf = Print(Serif, "محمد 12/03/2026 علي");
        var words = pdf.Words().OrderBy(word => word.Left).Select(word => word.Text).ToList();
        words.Should().HaveCount(3);
        words[1].Should().Be("12/03/2026", "digits run to the right");
        pdf.Text.Should().Be("محمد 12/03/2026 علي");
        pdf.Words().Single(word => word.Text.Contains('م', StringComparison.Ordinal)).Left.Should().BeGreaterThan(pdf.Words().Single(word => word.Text.Contains('ع', StringComparison.Ordinal)).Right);
    }

    [Fact]
    public void A_name_within_Latin_text_leaves_that_in_order()
    {
        using var pdf = Print(Serif, "Inspector محمد علي (Kampala)");
        pdf.Text.Should().Be("Inspector محمد علي (Kampala)");
        var words = pdf.Words();
        words[0].Text.Should().Be("Inspector");
        words.Should().OnlyContain(word => word.Text == "(Kampala)" || word.Right < words.Single(last => last.Text == "(Kampala)").Left);
    }

    [Theory]
    [InlineData(PdfAlign.Left)]
    [InlineData(PdfAlign.Centre)]
    [InlineData(PdfAlign.Right)]
    public void Lines_of_any_script_stay_within_their_column(PdfAlign align)
    {
        const string Name = "محمد عبد الله سلمان الفيصل بن عبد العزيز الخالدي";
        var document = New();
        document.AddPage(PaperSize.A4).Paragraph(PdfTag.P, Serif, 100, 100, 150, Name, align);
        using var pdf = new PdfOnDisk(document.Save());
        pdf.Words().Should().OnlyContain(word => word.Left > 99 && word.Right < 251);
        pdf.Words().Select(word => word.Top).Distinct().Count().Should().BeGreaterThan(2);
        pdf.Text.Should().Be(Name);
    }

    [Fact]
    public void A_word_wider_than_its_column_is_broken_between_letters_not_within_them()
    {
        var pieces = Serif.Wrap("श्रीश्रीश्रीश्री", 60);
        pieces.Should().HaveCountGreaterThan(1).And.OnlyContain(piece => piece.StartsWith("श्री", StringComparison.Ordinal) && piece.EndsWith("श्री", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nakato Florence")]
    [InlineData("አበበ محمد शर्मा")]
    [InlineData("")]
    public void Names_that_can_be_printed_miss_nothing(string name)
    {
        PdfFonts.Missing(name).Should().BeEmpty();
        PdfFonts.Missing(name).Should().BeEmpty();
    }

    [Theory]
    [InlineData("李小龍 Lee 李", "李", "小", "龍")]
    [InlineData("Ana 😀", "😀")]
    [InlineData("김", "김")]
    public void Letters_that_no_font_has_are_named_and_drawn_as_boxes(string name, params string[] missing)
    {
        PdfFonts.Missing(name).Should().Equal(missing);
        PdfFonts.Missing(name).Should().NotBeEmpty();
        using var pdf = Print(Serif, name);
        pdf.Text.Should().Be(name);
    }

    [Fact]
    public void Letters_spaced_apart_leave_joined_ones_joined()
    {
        var spaced = Serif with { Tracking = 2 };
        spaced.Width("محمد").Should().Be(Serif.Width("محمد"));
        spaced.Width("Nam").Should().BeApproximately(Serif.Width("Nam") + 4, 0.01);
        using var pdf = Print(spaced, "Ali محمد");
        pdf.Text.Should().Be("Ali محمد");
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u200d\u200c\u200f")]
    [InlineData("\u064e\u0651 \u0947")]
    [InlineData("(]\u05d0[) \u202e abc \u2067")]
    [InlineData("\u0600\u06dd12")]
    public void Text_that_no_language_writes_breaks_nothing(string text)
    {
        using var pdf = Print(Serif, text);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
    }

    [Fact]
    public void Many_threads_shape_the_same_letters_alike()
    {
        byte[] Write()
        {
            var document = New();
            document.AddPage(PaperSize.A4).Text(PdfTag.P, Serif, 50, 100, "محمد श्री אבג q\u0303");
            return document.Save();
        }

        var expected = Write();
        Enumerable.Range(0, 100).AsParallel().WithDegreeOfParallelism(8).Select(_ => Write()).ToList().Should().OnlyContain(bytes => bytes.SequenceEqual(expected));
    }

    private static PdfDocument New() => new("Names", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", DateTimeOffset.UnixEpoch);

    private static PdfOnDisk Print(PdfStyle style, string text)
    {
        var document = New();
        document.AddPage(PaperSize.A4).Text(PdfTag.P, style, 50, 300, text);
        return new PdfOnDisk(document.Save());
    }

    private static int WhiteColumns(string text)
    {
        using var pdf = Print(Serif with { Size = 100 }, text);
        var columns = Ink(pdf).Select(pixel => pixel.Column).Distinct().ToList();
        return columns.Max() - columns.Min() + 1 - columns.Count;
    }

    private static int InkTop(string text)
    {
        using var pdf = Print(Serif with { Size = 100 }, text);
        return Ink(pdf).Min(pixel => pixel.Row);
    }

    private static List<(int Row, int Column)> Ink(PdfOnDisk pdf)
    {
        var pixels = pdf.Pixels(72);
        return [.. from row in Enumerable.Range(0, pixels.GetLength(0)) from column in Enumerable.Range(0, pixels.GetLength(1)) where pixels[row, column] < 128 select (row, column)];
    }
}
