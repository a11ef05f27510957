using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public class PdfDocumentTests
{
    private static readonly PdfStyle Style = new(PdfFonts.Regular, 11, PdfColor.Black);
    private static readonly DateTimeOffset Created = new(2026, 3, 14, 12, 30, 0, TimeSpan.FromHours(3));

    [Fact]
    public void What_the_file_says_of_itself_is_kept_whole()
    {
        using var pdf = Saved(New(title: "Ñandú (draft) \\ <1> & co"));
        pdf.Information.Should().MatchRegex(@"Title:\s+Ñandú \(draft\) \\ <1> & co\n").And.MatchRegex(@"Author:\s+Academy\n")
            .And.MatchRegex(@"Subject:\s+Tests\n").And.MatchRegex(@"CreationDate:\s+Sat Mar 14 09:30:00 2026 UTC").And.MatchRegex(@"Tagged:\s+yes")
            .And.MatchRegex(@"Metadata Stream:\s+yes").And.MatchRegex(@"PDF version:\s+1\.7");
        pdf.Objects.Should().Contain("<rdf:li xml:lang=\"x-default\">Ñandú (draft) \\ &lt;1&gt; &amp; co</rdf:li>");
    }

    [Fact]
    public void The_document_and_a_part_in_another_language_name_their_languages()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Section = document.Root.Add(PdfTag.Sect, "es-GT");
        using var pdf = Saved(document);
        pdf.Objects.Should().Contain("/Lang (en-UG)").And.Contain("/Lang (es-GT)");
    }

    [Fact]
    public void No_standard_is_claimed_that_was_not_checked()
    {
        using var pdf = Saved(New());
        pdf.Objects.Should().NotContain("pdfaid").And.NotContain("pdfuaid");
    }

    [Fact]
    public void A_paragraph_reads_on_over_its_lines_and_tells_where_the_next_one_stands()
    {
        const string Text = "The officers of the unit read the module, and those who had finished it helped the others with theirs.";
        var document = New();
        var next = document.AddPage(PaperSize.A4).Paragraph(PdfTag.P, Style, 50, 100, 120, Text);
        using var pdf = Saved(document);
        pdf.StructureWithText.Should().Contain($"\"{Text}\"");
        var words = pdf.Words();
        var lines = words.Select(word => word.Top).Distinct().Count();
        lines.Should().BeGreaterThan(3);
        next.Should().BeApproximately(100 + lines * 11 * 1.3, 0.01);
        words.Should().OnlyContain(word => word.Left > 49.9 && word.Right < 170.1);
    }

    [Fact]
    public void A_word_wider_than_its_column_is_broken_and_not_lost()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Paragraph(PdfTag.P, Style, 50, 100, 60, "See abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz now");
        using var pdf = Saved(document);
        pdf.Text.Replace(" ", "", StringComparison.Ordinal).Should().Be("Seeabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyznow");
        pdf.Words().Should().OnlyContain(word => word.Right < 110.1);
    }

    [Fact]
    public void Text_stands_where_it_is_told()
    {
        var document = New();
        var page = document.AddPage(PaperSize.A4);
        page.Text(PdfTag.P, Style, 300, 100, "Links");
        page.Text(PdfTag.P, Style, 300, 200, "Middle", PdfAlign.Centre);
        page.Text(PdfTag.P, Style, 300, 300, "Rechts", PdfAlign.Right);
        using var pdf = Saved(document);
        var words = pdf.Words();
        words[0].Left.Should().BeApproximately(300, 0.1);
        ((words[1].Left + words[1].Right) / 2).Should().BeApproximately(300, 0.1);
        words[2].Right.Should().BeApproximately(300, 0.1);
        words.Should().SatisfyRespectively(
            first => first.Top.Should().BeInRange(85, 100), second => second.Top.Should().BeInRange(185, 200), third => third.Top.Should().BeInRange(285, 300));
    }

    [Theory]
    [InlineData("አበበ 李 😀")]
    [InlineData("Zoë Łukasz Ŵŷ")]
    [InlineData("a\u00a0b‑c")]
    public void Every_character_is_found_and_copied_as_itself_drawn_or_not(string text)
    {
        var document = New();
        document.AddPage(PaperSize.A4).Text(PdfTag.P, Style, 50, 100, text);
        using var pdf = Saved(document);
        pdf.StructureWithText.Should().Contain($"\"{text}\"");
    }

    [Fact]
    public void Accents_typed_apart_are_drawn_as_one_letter()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Text(PdfTag.P, Style, 50, 100, "Jose\u0301 N\u0303");
        using var pdf = Saved(document);
        pdf.Text.Should().Be("José Ñ");
    }

    [Theory]
    [InlineData("half \ud83d pair")]
    [InlineData("bell \a and \0 nothing")]
    [InlineData("no character \uffff")]
    public void Text_that_is_no_text_breaks_nothing(string text)
    {
        var document = New(title: text);
        document.AddPage(PaperSize.A4).Paragraph(PdfTag.P, Style, 50, 100, 200, text);
        using var pdf = Saved(document);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        pdf.Text.Should().StartWith(text[..4]);
    }

    [Fact]
    public void A_character_that_only_the_sans_has_is_set_in_it()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Text(PdfTag.P, Style with { Font = PdfFonts.Serif }, 50, 100, "Nabirye नमन");
        using var pdf = Saved(document);
        pdf.Fonts.Select(font => font[7..].Split(' ')[0]).Should().BeEquivalentTo("NotoSerif-SemiBold", "NotoSans-Regular");
        pdf.Text.Should().Contain("Nabirye न");
    }

    [Fact]
    public void Many_pages_share_one_copy_of_fonts_and_stamps()
    {
        var document = New();
        var stamp = document.AddStamp(PaperSize.A4, canvas => canvas.Frame(new PdfBox(20, 20, 100, 100), 1, PdfColor.Black, radius: 8));
        for (var i = 0; i < 30; i++)
        {
            var page = document.AddPage(PaperSize.A4);
            page.Place(stamp);
            page.Text(PdfTag.P, Style, 50, 100, $"Page {i}");
        }

        using var pdf = Saved(document);
        pdf.PageCount.Should().Be(30);
        Regex.Count(pdf.Objects, "/FontFile2 ").Should().Be(1);
        Regex.Count(pdf.Objects, "/Subtype /Form").Should().Be(1);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
    }

    [Fact]
    public void A_figure_tells_in_words_what_it_shows_and_an_artifact_is_passed_over()
    {
        var document = New();
        var page = document.AddPage(PaperSize.A4);
        page.Figure("Three of five modules done", new PdfBox(50, 50, 100, 20), canvas => canvas.Fill(new(50, 50, 60, 20), PdfColor.Hex("#0a3547")));
        page.Artifact(canvas => canvas.Text(Style, 300, 800, "Page 1", PdfAlign.Centre));
        using var pdf = Saved(document);
        pdf.StructureWithText.Should().Contain("Figure").And.NotContain("Page 1");
        pdf.Objects.Should().Contain("/Alt (Three of five modules done)");
        pdf.Text.Should().Contain("Page 1");
        pdf.Pixels(72)[60, 70].Should().BeInRange(30, 60, "navy is a dark grey");
    }

    [Fact]
    public void A_link_leads_to_its_address_and_is_described()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Link(new(50, 90, 100, 14), new Uri("https://academy.example/verify/(é)"), "Check it", canvas => canvas.Text(Style, 50, 100, "here"));
        using var pdf = Saved(document);
        pdf.Objects.Should().Contain("/URI (https://academy.example/verify/%28%C3%A9%29)");
        pdf.Objects.Should().Contain("/Contents (Check it)");
        pdf.StructureWithText.Should().Contain("Link").And.Contain("Object").And.Contain("\"here\"");
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("es-GT")]
    public void The_same_calls_make_the_same_bytes_whatever_the_culture(string culture)
    {
        byte[] Make()
        {
            var document = New();
            var page = document.AddPage(PaperSize.Letter.Landscape());
            page.Text(PdfTag.H1, Style with { Size = 12.5, Tracking = 0.25 }, -3.25, 100.75, "Título");
            page.Artifact(canvas => canvas.Line(10.5, 10, 200, 10, 0.5, PdfColor.Hex("#e0a030")));
            return document.Save();
        }

        var expected = Make();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Make().Should().Equal(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Saving_twice_makes_the_same_file()
    {
        var document = New();
        document.AddPage(PaperSize.A4).Text(PdfTag.P, Style, 50, 100, "Once");
        document.Save().Should().Equal(document.Save());
    }

    [Fact]
    public void However_many_objects_there_are_no_empty_pack_is_written()
    {
        var document = New();
        var page = document.AddPage(PaperSize.A4);
        // Each paragraph is one object, so two hundred of them pass every boundary between packs.
        for (var paragraph = 0; paragraph < 200; paragraph++)
        {
            page.Text(PdfTag.P, Style, 50, 100, "a");
            Encoding.Latin1.GetString(document.Save()).Should().Contain("/Type/ObjStm").And.NotContain("/ObjStm/N 0/");
        }
    }

    private static PdfDocument New(string title = "Paper") => new(title, CultureInfo.GetCultureInfo("en-UG"), "Academy", "Tests", Created);

    private static PdfOnDisk Saved(PdfDocument document)
    {
        if (document.Pages.Count == 0)
        {
            document.AddPage(PaperSize.A4);
        }

        return new PdfOnDisk(document.Save());
    }
}
