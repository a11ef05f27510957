using CsvHelper;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Reports;

namespace HtiAcademy.Tests.Reports;

public sealed class CohortReportCsvTests : IAsyncLifetime
{
    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task Every_officer_is_a_line_that_reads_back_as_it_was()
    {
        var lines = Officers(Write(await SampleSheet.OfAsync(_sample)));
        lines.Should().HaveCount(4);
        lines[0].Should().Equal(
            "Achieng Zoë Łukasz", "Senior State Attorney", "Office of the Director of Public Prosecutions", "In progress",
            "1", "0", "2", "–", "2026-11-23 09:00", "", "Take the quiz of module 1 of 2");
        lines[2].Should().Equal(
            "Nakato Florence Nabirye", "Detective Inspector", "Uganda Police Force, Directorate of Criminal Investigations", "Completed",
            "2", "2", "2", "100", "2026-11-23 09:00", "HTI-UG-2026-000123", "");
        lines[3].Should().ContainInOrder("Okello James", "50").And.EndWith("Ask a trainer: no attempt at the final assessment is left");
    }

    [Fact]
    public async Task Each_table_begins_with_its_id_and_title_and_ends_with_an_empty_line()
    {
        var lines = Read(Write(await SampleSheet.OfAsync(_sample)));
        lines[0].Take(2).Should().Equal("about", "This report");
        lines.Where(line => line[0] is "summary" or "finals" or "definitions").Should().HaveCount(3);
        lines.Select(line => line.Count).Distinct().Should().ContainSingle("every line of such a file has as many cells");
        lines.TakeWhile(line => line[0] != "summary").Last().Should().OnlyContain(cell => cell.Length == 0);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")")]
    [InlineData("+256 700")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    public async Task What_a_spreadsheet_would_run_is_kept_as_text(string name)
    {
        var names = Officers(Write(await SampleSheet.OfAsync(_sample, name))).Select(line => line[0]).ToList();
        names.Should().Contain($"'{name}").And.NotContain(name);
    }

    [Theory]
    [InlineData("Nakato, \"Flo\"; Florence")]
    [InlineData("Two\r\nlines")]
    public async Task Any_other_name_reads_back_unchanged(string name) =>
        Officers(Write(await SampleSheet.OfAsync(_sample, name))).Select(line => line[0]).Should().Contain(name);

    [Fact]
    public async Task Excel_knows_it_by_its_byte_order_mark() => Write(await SampleSheet.OfAsync(_sample))[..3].Should().Equal(0xEF, 0xBB, 0xBF);

    [Fact]
    public async Task Numbers_are_written_as_machines_do_whatever_the_language()
    {
        using var _ = Language.Speak(Language.Culture("fr", "FR"));
        var words = new TaggedWords();
        var bytes = new CohortReportCsv().Write(new CohortTables(words).Write(await SampleSheet.OfAsync(_sample)));
        var officer = Officers(bytes)[3];
        officer[7].Should().Be("50");
        officer[8].Should().Be("2026-11-23 09:00");
        officer[3].Should().StartWith("[fr-FR]");
    }

    [Fact]
    public async Task A_number_below_zero_stays_a_number()
    {
        var sheet = await SampleSheet.OfAsync(_sample);
        var body = new CohortTables(TaggedWords.Real).Write(sheet) with
        {
            Tables = [new("gain", "Gain", [new("Figure", 1), new("Value", 1, true)], [[ReportCell.Of("-1"), ReportCell.Of(-0.25, 2)]])],
        };
        Read(new CohortReportCsv().Write(body))[2].Take(2).Should().Equal("'-1", "-0.25");
    }

    private static byte[] Write(CohortSheet sheet) => new CohortReportCsv().Write(new CohortTables(TaggedWords.Real).Write(sheet));

    private static List<List<string>> Officers(byte[] bytes) =>
        [.. Read(bytes).SkipWhile(line => line[0] != "officers").Skip(2).TakeWhile(line => line.Exists(cell => cell.Length > 0)).Select(line => line[..11])];

    private static List<List<string>> Read(byte[] bytes)
    {
        using var reader = CsvReader.Create(new MemoryStream(bytes), new CsvReaderOptions { HasHeader = false });
        var lines = new List<List<string>>();
        while (reader.Read())
        {
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
        }

        return lines;
    }
}
