using System.Globalization;
using System.Text.RegularExpressions;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Certificates;

public class CertificatePdfTests : PrintedFaces
{
    [Fact]
    public void Everything_on_the_face_is_printed_in_English()
    {
        using var pdf = Print(Nakato);
        pdf.Text.Should().Be("Human Trafficking Institute · Academy Certificate of completion This certifies that Nakato Florence Nabirye "
            + "Detective Inspector · Directorate of Criminal Investigations, Uganda Police Force has completed the course Investigating Trafficking in Persons "
            + "Completed on 14 March 2026 Valid until 14 March 2028 Hours of training 24 Result Distinction Country Uganda "
            + "Okello James Trainer Sarah M. Whitfield Trainer "
            + "Check this certificate at https://academy.example.org/verify/ 7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F "
            + "Certificate number HTI-UG-2026-000123 "
            + "This certificate records the completion of training. It is not a licence or a professional qualification.");
    }

    [Theory]
    [InlineData("es-GT", "Certificado de finalización", "ha completado el curso", "Finalizado el 14 de marzo de 2026", "No es una licencia ni un título profesional.")]
    [InlineData("fr", "Certificat de fin de formation", "a suivi jusqu’à son terme le cours", "Terminé le 14 mars 2026", "Il n’est ni une licence ni un titre professionnel.")]
    public void It_is_printed_in_the_officers_language(string language, params string[] texts)
    {
        using var pdf = Print(Nakato with { Language = language });
        pdf.Text.Should().ContainAll(texts).And.NotContainAny("Certificate", "Trainer", "Valid until", "Country", "Hours");
        pdf.Objects.Should().Contain($"/Lang ({language})");
    }

    [Theory]
    [InlineData("es")]
    [InlineData("fr")]
    public void Every_word_is_translated(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            var keys = Words.GetAllStrings(includeParentCultures: false).Select(word => word.Name).ToList();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var translated = Words.GetAllStrings(includeParentCultures: false).Select(word => word.Name).ToList();
            keys.Should().Contain("Certificate of completion");
            translated.Should().BeEquivalentTo(keys);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("José Ángel Ñúñez de la Cruz y Ordóñez-Villavicencio")]
    [InlineData("Zoë Łukasz Ŵŷ")]
    [InlineData("Nakato")]
    [InlineData("አበበ ተስፋዬ")]
    public void A_name_is_printed_whole(string name)
    {
        using var pdf = Print(Nakato with { HolderName = name });
        pdf.Text.Should().Contain($"This certifies that {name} Detective Inspector");
        pdf.StructureWithText.Should().Contain($"\"{name}\"");
    }

    [Fact]
    public void What_is_not_known_is_not_printed()
    {
        using var pdf = Print(Nakato with { Rank = null, AgencyName = null, ValidUntil = null, Trainers = [] });
        pdf.Text.Should().Contain("Nakato Florence Nabirye has completed the course").And.NotContain("Valid until").And.NotContain("Trainer");
    }

    [Theory]
    [MemberData(nameof(FullSheets))]
    public void However_much_is_printed_it_stays_within_the_frame(CertificateFace face, PaperSize paper)
    {
        const double Frame = 33;
        using var pdf = Print(face, paper);
        var sheet = paper.Landscape();
        pdf.PageCount.Should().Be(face.Modules.Count > 0 ? 2 : 1);
        Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Words).Should().OnlyContain(word => word.Left > Frame && word.Right < sheet.Width - Frame && word.Top > Frame && word.Bottom < sheet.Height - Frame);
        Flat(pdf.Text).Should().ContainAll(Flat(face.HolderName), Flat(face.CourseTitle), Flat(face.AgencyName!)).And.ContainAll(face.Trainers.Select(Flat));
    }

    public static TheoryData<CertificateFace, PaperSize> FullSheets() => new()
    {
        { Crowded, PaperSize.A4 },
        { Crowded, PaperSize.Letter },
        { Crowded with { Language = "fr", Emblem = null }, PaperSize.A4 },
        { Crowded with { Language = "es", Emblem = Marks.Shield }, PaperSize.Letter },
        { Nakato with { HolderName = new string('W', 200), Language = "fr" }, PaperSize.A4 },
        { Nakato with { VerifyAddress = new($"https://{new string('a', 60)}.example.org/verify/7K3M") }, PaperSize.Letter },
    };

    [Theory]
    [MemberData(nameof(FullSheets))]
    public void Nothing_is_printed_over_anything_else(CertificateFace face, PaperSize paper)
    {
        using var pdf = Print(face, paper);
        foreach (var page in Enumerable.Range(1, pdf.PageCount))
        {
            // A line's box is taller than its letters; its middle third is where they certainly are.
            var cores = pdf.Words(page).Select(word => (word.Text, word.Left, word.Right, Top: word.Top + (word.Bottom - word.Top) / 3, Bottom: word.Bottom - (word.Bottom - word.Top) / 3)).ToList();
            cores.AddRange(pdf.Figures(page).Select(figure => (figure.Alternative, figure.Left, figure.Right, figure.Top, figure.Bottom)));
            var overlaps = cores.SelectMany((a, i) => cores.Skip(i + 1).Where(b => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom).Select(b => $"{a.Text} / {b.Text}"));
            overlaps.Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("Nakato Florence Nabirye", 1)]
    [InlineData("José Ángel Ñúñez de la Cruz y Ordóñez", 1)]
    [InlineData("José Ángel Ñúñez de la Cruz y Ordóñez-Villavicencio de los Santos Mukasa Ssempijja Nakibuule Namazzi Adeyemi-Chukwuemeka", 2)]
    public void A_name_of_120_characters_stands_on_two_lines_in_large_letters(string name, int lines)
    {
        using var pdf = Print(Nakato with { HolderName = name });
        var texts = name.Split(' ').ToHashSet(StringComparer.Ordinal);
        var words = pdf.Words().Where(word => texts.Contains(word.Text)).ToList();
        words.Select(word => word.Top).Distinct().Should().HaveCount(lines);
        words.Should().OnlyContain(word => word.Bottom - word.Top > 20);
    }

    [Fact]
    public void The_sheet_is_A4_or_Letter_landscape()
    {
        using var a4 = Print(Nakato, PaperSize.A4);
        using var letter = Print(Nakato, PaperSize.Letter);
        a4.Information.Should().Contain("841.89 x 595.28 pts (A4)");
        letter.Information.Should().Contain("792 x 612 pts (letter)");
    }

    [Theory]
    [InlineData("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F")]
    [InlineData("http://localhost:5080/verify/0000-0000-0000-0000-0000-0000-00")]
    public void A_QR_reader_reads_the_address_from_the_paper(string address)
    {
        using var pdf = Print(Nakato with { VerifyAddress = new(address) }, PaperSize.Letter);
        pdf.ReadQrCode().Should().Be(address);
        pdf.Objects.Should().Contain($"/URI ({address})");
    }

    [Theory]
    [InlineData("A4", 0, 150)]
    [InlineData("A4", 400, 150)]
    [InlineData("Letter", 400, 150)]
    [InlineData("A4", 1000, 200)]
    [InlineData("Letter", 1000, 200)]
    public void It_reads_the_statement_too_however_long(string paper, int length, int dotsPerInch)
    {
        var statement = length == 0 ? null : StatementOf(length);
        using var pdf = Print(Nakato with { Statement = statement }, paper == "A4" ? PaperSize.A4 : PaperSize.Letter);
        pdf.ReadQrCode(dotsPerInch).Should().Be(statement is null
            ? "https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F"
            : $"HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F/{statement}");
        pdf.Objects.Should().Contain("/URI (https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F)");
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(400, 30)]
    [InlineData(1000, 35.3)]
    public void The_QR_code_grows_with_what_it_holds_and_has_four_modules_of_white_around_it(int length, double millimetres)
    {
        const int DotsPerMillimetre = 20;
        using var pdf = Print(Nakato with { Statement = length == 0 ? null : StatementOf(length) });
        var pixels = pdf.Pixels((int)(DotsPerMillimetre * 25.4));
        // Nothing else on the sheet is pure black.
        var black = (from y in Enumerable.Range(0, pixels.GetLength(0)) from x in Enumerable.Range(0, pixels.GetLength(1)) where pixels[y, x] == 0 select (X: x, Y: y)).ToList();
        var (left, right, top, bottom) = (black.Min(p => p.X), black.Max(p => p.X), black.Min(p => p.Y), black.Max(p => p.Y));
        (right - left).Should().BeCloseTo((int)(millimetres * DotsPerMillimetre), 3);
        (bottom - top).Should().BeCloseTo(right - left, 2);
        // The upper edge of a corner square is seven modules long.
        var module = Enumerable.Range(left, right - left).TakeWhile(x => pixels[top + 2, x] == 0).Count() / 7.0;
        (module / DotsPerMillimetre).Should().BeGreaterThan(0.37);
        var quiet = (int)(4 * module) - 1;
        var around = from y in Enumerable.Range(top - quiet, bottom - top + 2 * quiet)
                     from x in Enumerable.Range(left - quiet, right - left + 2 * quiet)
                     where x < left || x > right || y < top || y > bottom
                     select pixels[y, x];
        around.Should().OnlyContain(pixel => pixel == 255);
    }

    [Fact]
    public void A_certificate_that_follows_another_names_it()
    {
        using var corrected = Print(Nakato with { Replaces = "HTI-UG-2026-000101", Renews = "HTI-UG-2024-000044" });
        corrected.Text.Should().Contain("Certificate number HTI-UG-2026-000123 Replaces certificate HTI-UG-2026-000101 · Renews certificate HTI-UG-2024-000044 This certificate records");
        using var renewed = Print(Nakato with { Renews = "HTI-UG-2024-000044", Language = "es" });
        renewed.Text.Should().Contain("Renueva el certificado HTI-UG-2024-000044").And.NotContain("Sustituye");
        using var french = Print(Nakato with { Replaces = "HTI-UG-2026-000101", Language = "fr" });
        french.Text.Should().Contain("Remplace le certificat HTI-UG-2026-000101").And.NotContain("Renouvelle");
    }

    [Theory]
    [InlineData(480, 480)]
    [InlineData(480, 96)]
    [InlineData(120, 480)]
    public void An_agencys_mark_stands_opposite_the_academys_in_its_own_shape(int width, int height)
    {
        using var pdf = Print(Nakato with { Emblem = Marks.Plain(width, height) });
        var mark = pdf.Figures().Should().HaveCount(2).And.Subject.First();
        mark.Alternative.Should().Be(Nakato.AgencyName);
        ((mark.Right - mark.Left) / (mark.Bottom - mark.Top)).Should().BeApproximately((double)width / height, 0.02 * width / height);
        mark.Right.Should().BeApproximately(PaperSize.A4.Landscape().Width - 62, 0.1);
        // The academy's mark is 62 points wide and high.
        (mark.Bottom - mark.Top).Should().BeInRange(20, 62.1);
        ((mark.Top + mark.Bottom) / 2).Should().BeApproximately(52 + 31, 0.1);
    }

    [Fact]
    public void A_mark_without_an_agency_is_still_told_in_words()
    {
        using var pdf = Print(Nakato with { Emblem = Marks.Shield, AgencyName = null });
        pdf.Figures()[0].Alternative.Should().Be("Agency");
    }

    [Fact]
    public void The_file_tells_which_template_it_was_made_by()
    {
        using var pdf = Print(Nakato);
        CertificatePdf.TemplateVersion.Should().Be(2);
        pdf.Information.Should().MatchRegex(@"Producer:\s+HTI Academy, certificate 2\n");
        pdf.Objects.Should().Contain("<pdf:Producer>HTI Academy, certificate 2</pdf:Producer>");
    }

    [Fact]
    public void Two_pages_with_the_heaviest_mark_stay_below_150_KB()
    {
        var mark = EmblemReader.Read(new MemoryStream(Marks.Photograph(1200, 900))).Png!;
        mark.Length.Should().BeGreaterThan(40_000);
        Write([Crowded with { Emblem = mark }], PaperSize.A4, Words, Created).Length.Should().BeLessThan(150_000);
    }

    [Fact]
    public void A_mark_on_many_sheets_is_in_the_file_once()
    {
        // Equal bytes, as they come from the database, and not the same array.
        var faces = Enumerable.Range(1, 5).Select(_ => Crowded with { Emblem = [.. Marks.Wide] }).ToList();
        using var pdf = new PdfOnDisk(Write(faces, PaperSize.A4, Words, Created));
        pdf.PageCount.Should().Be(10);
        Regex.Count(pdf.Objects, "/Subtype /Image").Should().Be(2, "one for the colours, one for the transparency");
    }

    [Fact]
    public void The_file_is_sound_small_and_carries_its_fonts()
    {
        var bytes = Write([Nakato], PaperSize.A4, Words, Created);
        bytes.Length.Should().BeLessThan(150_000);
        using var pdf = new PdfOnDisk(bytes);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        pdf.Fonts.Should().HaveCount(3).And.OnlyContain(font => Regex.IsMatch(font, @"^[A-Z]{6}\+Noto\S+\s+CID TrueType\s+Identity-H\s+yes yes yes"));
        pdf.Information.Should().MatchRegex(@"Title:\s+Certificate of completion: Nakato Florence Nabirye\n").And.MatchRegex(@"Tagged:\s+yes");
    }

    [Fact]
    public void It_reads_aloud_in_order_with_the_QR_code_in_words()
    {
        using var pdf = Print(Nakato);
        pdf.StructureWithText.Should().MatchRegex("(?s)H1 .*\"Certificate of completion\".*H2 .*\"Nakato Florence Nabirye\".*\"Completed on 14 March 2026\".*Figure.*Link");
        pdf.Objects.Should().Contain("/Alt (QR code of the address where this certificate is checked)");
    }

    [Fact]
    public void The_same_certificates_make_the_same_bytes()
    {
        Write([Nakato, Crowded], PaperSize.A4, Words, Created).Should().Equal(Write([Nakato, Crowded], PaperSize.A4, Words, Created));
        Write([Nakato], PaperSize.A4, Words, Created).Should().NotEqual(Write([Nakato], PaperSize.A4, Words, Created.AddDays(1)));
    }

    [Fact]
    public void A_cohort_is_one_file_each_officer_in_the_right_language()
    {
        using var pdf = new PdfOnDisk(Write([Nakato, Nakato with { Language = "es", HolderName = "Ana Pérez" }], PaperSize.A4, Words, Created));
        pdf.PageCount.Should().Be(2);
        pdf.TextOfPage(1).Should().Contain("This certifies that Nakato Florence Nabirye");
        pdf.TextOfPage(2).Should().Contain("Se certifica que Ana Pérez");
        pdf.Objects.Should().Contain("/Lang (en-UG)").And.Contain("/Lang (es)");
        pdf.Information.Should().MatchRegex(@"Title:\s+Certificates of completion\n");
    }

    [Fact]
    public void Five_hundred_in_one_file_stay_small_and_share_their_fonts()
    {
        var faces = Enumerable.Range(1, 500).Select(i => Nakato with
        {
            HolderName = $"Officer Number {i}",
            VerifyAddress = new($"https://academy.example.org/verify/{i:D4}-9QXW-T2HD-VB4C-R8NE-6PYA-1F"),
        }).ToList();
        var bytes = Write(faces, PaperSize.A4, Words, Created);
        bytes.Length.Should().BeLessThan(2_000_000);
        using var pdf = new PdfOnDisk(bytes);
        pdf.PageCount.Should().Be(500);
        pdf.Fonts.Should().HaveCount(3);
        pdf.TextOfPage(500).Should().Contain("Officer Number 500");
    }

    [Fact]
    public void The_readers_own_language_is_left_as_it_was()
    {
        var before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        Write([Nakato with { Language = "fr" }], PaperSize.A4, Words, Created);
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture).Should().Be(before);
    }
}
