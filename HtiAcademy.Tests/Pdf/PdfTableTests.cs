using System.Globalization;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public class PdfTableTests
{
    private static readonly PdfBox Area = new(50, 60, 495, 700);
    private readonly PdfDocument _document = new("Table", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Each_page_repeats_the_headings_and_no_row_is_lost()
    {
        var (last, bottom) = Draw(y: 400, Enumerable.Range(1, 80).Select(i => Row($"Officer{i}", "Uganda Police Force", $"{i}")));
        using var pdf = new PdfOnDisk(_document.Save());
        pdf.PageCount.Should().Be(3);
        Enumerable.Range(1, 3).Should().OnlyContain(page => pdf.TextOfPage(page).StartsWith("Officer Agency Score Officer", StringComparison.Ordinal));
        Regex.Matches(pdf.Text, @"Officer(\d+)").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(1, 80));
        Enumerable.Range(1, 3).SelectMany(pdf.Words).Should().OnlyContain(word => word.Bottom < Area.Bottom);
        last.Should().BeSameAs(_document.Pages[2]);
        bottom.Should().BeGreaterThan(pdf.Words(3).Max(word => word.Bottom) - 1);
    }

    [Fact]
    public void Headings_are_read_aloud_once_and_stand_for_their_columns()
    {
        Draw(y: 600, Enumerable.Range(1, 20).Select(i => Row($"Officer {i}", "Police", "80")));
        using var pdf = new PdfOnDisk(_document.Save());
        pdf.PageCount.Should().Be(2);
        Regex.Count(pdf.StructureWithText, @"^\s+TH\b", RegexOptions.Multiline).Should().Be(3);
        Regex.Count(pdf.StructureWithText, @"^\s+TR\b", RegexOptions.Multiline).Should().Be(21);
        Regex.Count(pdf.StructureWithText, @"^\s+TD\b", RegexOptions.Multiline).Should().Be(60);
        pdf.StructureWithText.Should().Contain("/Scope /Column");
    }

    [Fact]
    public void A_cell_wraps_in_its_column_and_the_next_row_stands_below_it()
    {
        Draw(y: 60, [Row("A", "Directorate of Criminal Investigations of the Uganda Police Force", "1"), Row("B", "Zebra", "2")]);
        using var pdf = new PdfOnDisk(_document.Save());
        var words = pdf.Words();
        var agency = words.Where(word => word.Left > 200 && word.Right < 376).ToList();
        words.Single(word => word.Text == "Force").Should().Match<(string Text, double Left, double Top, double Right, double Bottom)>(word => agency.Contains(word));
        words.Single(word => word.Text == "Zebra").Top.Should().BeGreaterThan(words.Single(word => word.Text == "Force").Bottom);
    }

    [Fact]
    public void Figures_line_up_at_the_right()
    {
        Draw(y: 60, [Row("A", "Police", "7"), Row("B", "Police", "100")]);
        using var pdf = new PdfOnDisk(_document.Save());
        var words = pdf.Words();
        words.Single(word => word.Text == "7").Right.Should().BeApproximately(words.Single(word => word.Text == "100").Right, 0.1);
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_over_the_next()
    {
        var essay = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"w{i}"));
        Draw(y: 300, [Row("Before", "Police", "1"), Row("Essay", essay, "2"), Row("After", "Police", "3")]);
        using var pdf = new PdfOnDisk(_document.Save());
        Regex.Matches(pdf.Text, @"\bw(\d+)").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(1, 900));
        Enumerable.Range(1, pdf.PageCount).SelectMany(pdf.Words).Should().OnlyContain(word => word.Bottom < Area.Bottom);
    }

    [Fact]
    public void Headings_without_room_for_a_row_go_to_the_next_page()
    {
        Draw(y: 740, [Row("A", "Police", "1")]);
        using var pdf = new PdfOnDisk(_document.Save());
        pdf.TextOfPage(1).Should().BeEmpty();
        pdf.TextOfPage(2).Should().Be("Officer Agency Score A Police 1");
    }

    private static string[] Row(params string[] cells) => cells;

    private (PdfPage Page, double Y) Draw(double y, IEnumerable<IReadOnlyList<string>> rows) =>
        new PdfTable(_document, Area, [new("Officer", 150), new("Agency", 180), new("Score", 165, PdfAlign.Right)]).Draw(_document.AddPage(PaperSize.A4), y, rows);
}
