using HtiAcademy.Domain.Certificates;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Certificates;

public class RecordSheetTests : PrintedFaces
{
    [Fact]
    public void Everything_of_the_training_is_on_the_second_page_in_English()
    {
        using var pdf = Print(Recorded);
        pdf.PageCount.Should().Be(2);
        pdf.TextOfPage(2).Should().Be("Human Trafficking Institute · Academy Record of training "
            + "Name Nakato Florence Nabirye Certificate number HTI-UG-2026-000123 "
            + "Course Investigating Trafficking in Persons Version 7 Hours of training 24 Result Distinction "
            + "Module Minutes What trafficking is, and what it is not 25 Indicators and referral 40 The witness in court 1200 "
            + "Observed practice A trainer watched each exercise and signed it off: Interview of a witness First response at a border post "
            + "The minutes are for reading. The hours of training count practice and assessments too. "
            + "How to check this paper Scan the code on the certificate, or open this page: https://academy.example.org/verify/ 7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F "
            + "Where there is no connection, a copy of https://academy.example.org/verify/offline saved beforehand reads the code by itself. "
            + "The PDF file of this certificate is signed electronically: a PDF reader shows the academy’s signature. The same file carries an Open Badge for digital wallets.");
    }

    [Theory]
    [InlineData("es-GT", "Registro de la formación", "Nombre Nakato", "Módulo Minutos What", "Práctica observada Un formador", "Cómo comprobar este documento", "guardada de antemano", "firma electrónica", "Open Badge para carteras")]
    [InlineData("fr", "Relevé de formation", "Nom Nakato", "Module Minutes What", "Un formateur a observé", "Comment vérifier ce document", "enregistrée à l’avance", "signé électroniquement", "contient un Open Badge")]
    public void It_is_printed_in_the_officers_language(string language, params string[] texts)
    {
        using var pdf = Print(Recorded with { Language = language });
        pdf.TextOfPage(2).Should().ContainAll(texts).And.NotContainAny("Record", "Observed", "Hours", "trainer", "signed", "attached");
    }

    [Fact]
    public void Without_modules_there_is_none()
    {
        using var pdf = Print(Recorded with { Modules = [] });
        pdf.PageCount.Should().Be(1);
    }

    [Fact]
    public void Without_exercises_and_statement_it_says_nothing_of_them()
    {
        using var pdf = Print(Recorded with { Practised = [], Statement = null });
        pdf.TextOfPage(2).Should().Contain("practice and assessments too. How to check this paper").And.NotContainAny("Observed", "offline", "trainer");
    }

    [Fact]
    public void Hours_are_written_as_the_language_writes_them()
    {
        using var pdf = Print(Recorded with { Language = "fr", Hours = 7.5m });
        pdf.TextOfPage(2).Should().Contain("Heures de formation 7,5 ");
    }

    [Theory]
    [InlineData(1, "A4")]
    [InlineData(14, "Letter")]
    [InlineData(15, "A4")]
    [InlineData(30, "Letter")]
    [InlineData(100, "Letter")]
    public void However_many_modules_all_of_them_fit_above_the_frame(int count, string paper)
    {
        var size = paper == "A4" ? PaperSize.A4 : PaperSize.Letter;
        var modules = Enumerable.Range(1, count).Select(i => new PrintedModule($"Screening at border post number{i}", 1000 + i)).ToList();
        using var pdf = Print(Recorded with { Modules = modules }, size);
        pdf.PageCount.Should().Be(2);
        pdf.Words(2).Should().OnlyContain(word => word.Bottom < size.Landscape().Height - 33 && word.Right < size.Landscape().Width - 33);
        pdf.TextOfPage(2).Should().ContainAll(modules.Select(module => $"{module.Title} {module.Minutes}"));
    }

    [Fact]
    public void Thirty_modules_are_set_large_enough_to_be_read()
    {
        using var pdf = Print(Crowded, PaperSize.Letter);
        // The box of a line of Noto Sans is 1.36 times its size: 6 points, the size of small print.
        pdf.Words(2).Where(word => word.Text == "evidence").Should().HaveCount(30).And.OnlyContain(word => word.Bottom - word.Top > 6 * 1.36);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void The_modules_are_one_table_to_someone_who_hears_it(int count)
    {
        using var pdf = Print(Recorded with { Modules = [.. Crowded.Modules.Take(count)] });
        var structure = pdf.StructureWithText;
        Regex.Count(structure, @"^\s+Table\b", RegexOptions.Multiline).Should().Be(1);
        Regex.Count(structure, @"^\s+TR\b", RegexOptions.Multiline).Should().Be(count + 1);
        Regex.Count(structure, @"^\s+TH\b", RegexOptions.Multiline).Should().Be(2);
        Regex.Count(structure, @"^\s+TD\b", RegexOptions.Multiline).Should().Be(2 * count);
    }

    [Fact]
    public void It_reads_aloud_in_order()
    {
        using var pdf = Print(Recorded with { Emblem = Marks.Shield });
        pdf.StructureWithText.Should().MatchRegex("(?s)H1 .*H2 .*\"Nakato.*Figure.*Link.*Figure.*H2 .*\"Record of training\".*\"Name Nakato Florence Nabirye\".*Table.*TH.*\"Module.*TD.*\"Indicators and referral"
            + ".*H3 .*\"Observed practice\".*L \\(block\\).*LI.*LBody.*\"Interview of a witness\".*H3 .*\"How to check this paper\".*Link.*\"https://academy");
        Regex.Count(pdf.StructureWithText, @"^\s+L \(block\)", RegexOptions.Multiline).Should().Be(1);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
    }
}
