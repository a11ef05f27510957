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
        var lines = Read(Write(await SampleSheet.OfAsync(_sample)));
        lines.Should().HaveCount(4).And.OnlyContain(line => line.Count == 12);
        lines[0].Should().Equal(
            "Achieng Zoë Łukasz", "Senior State Attorney", "Office of the Director of Public Prosecutions", "In progress",
            "1", "2", "0", "2", "", "2026-11-23 09:00", "", "Take the quiz of module 1 of 2");
        lines[2].Should().Equal(
            "Nakato Florence Nabirye", "Detective Inspector", "Uganda Police Force, Directorate of Criminal Investigations", "Completed",
            "2", "2", "2", "2", "100", "2026-11-23 09:00", "HTI-UG-2026-000123", "");
        lines[3].Should().ContainInOrder("Okello James", "50").And.EndWith("Ask a trainer: no attempt at the final assessment is left");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")")]
    [InlineData("+256 700")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    public async Task What_a_spreadsheet_would_run_is_kept_as_text(string name)
    {
        var names = Read(Write(await SampleSheet.OfAsync(_sample, name))).Select(line => line[0]).ToList();
        names.Should().Contain($"'{name}").And.NotContain(name);
    }

    [Theory]
    [InlineData("Nakato, \"Flo\"; Florence")]
    [InlineData("Two\r\nlines")]
    public async Task Any_other_name_reads_back_unchanged(string name) =>
        Read(Write(await SampleSheet.OfAsync(_sample, name))).Select(line => line[0]).Should().Contain(name);

    [Fact]
    public async Task Excel_knows_it_by_its_byte_order_mark() => Write(await SampleSheet.OfAsync(_sample))[..3].Should().Equal(0xEF, 0xBB, 0xBF);

    [Fact]
    public async Task Numbers_are_written_as_machines_do_whatever_the_language()
    {
        using var _ = Language.Speak(Language.Culture("fr", "FR"));
        var bytes = new CohortReportCsv(new TaggedWords()).Write(await SampleSheet.OfAsync(_sample));
        Read(bytes)[3][8].Should().Be("50");
        Read(bytes)[3][9].Should().Be("2026-11-23 09:00");
        Read(bytes)[3][3].Should().StartWith("[fr-FR]");
    }

    private static byte[] Write(CohortSheet sheet) => new CohortReportCsv(TaggedWords.Real).Write(sheet);

    private static List<List<string>> Read(byte[] bytes)
    {
        using var reader = CsvReader.Create(new MemoryStream(bytes), new CsvReaderOptions());
        var lines = new List<List<string>>();
        while (reader.Read())
        {
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
        }

        return lines;
    }
}
