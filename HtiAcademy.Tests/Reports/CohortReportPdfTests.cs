using System.Globalization;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Reports;

namespace HtiAcademy.Tests.Reports;

public sealed class CohortReportPdfTests : IAsyncLifetime
{
    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task It_says_which_cohort_and_when_and_sums_it_up()
    {
        using var pdf = Print(await SampleSheet.OfAsync(_sample));
        pdf.Text.Should().ContainAll(
            "Progress of Kampala 2026 A",
            "Course First steps", "Country Uganda", "November 2, 2026 – November 30, 2026",
            "All officers of the cohort",
            "As of November 23, 2026 9:00 AM (Africa/Kampala)", "Version of the course 1",
            "Officers 4 –", "Not started 1 –", "Completed 1 –", "Mean of the best finals (%) 75 –", "Need a trainer 1 –", "Not active for 14 days 0 –",
            "Page 1 of ");
    }

    [Fact]
    public async Task An_agencys_report_tells_no_officers_score()
    {
        var sheet = await SampleSheet.OfPoliceAsync(_sample);
        using var pdf = Print(sheet);
        pdf.Text.Should().ContainAll("Officers of Uganda Police Force, Directorate of Criminal Investigations", "Nakato", "Okello", "fewer than 5")
            .And.NotContainAny("Achieng", "Mukasa", "Office of the Director", "Best final (%)", "Questions of the final, those");
    }

    [Fact]
    public async Task Charts_are_drawn_and_told_in_words()
    {
        using var pdf = Print(await SampleSheet.OfAsync(_sample));
        pdf.Objects.Should().Contain("/Alt (Officers who have done each step)").And.Contain("/Alt (Officers by their best final, in per cent)");
        pdf.Images().Should().BeEmpty();
    }

    [Fact]
    public async Task A_large_cohort_runs_over_pages_with_headings_on_each()
    {
        var names = Enumerable.Range(1, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"Officer {i:000}")).ToArray();
        using var pdf = Print(await SampleSheet.OfAsync(_sample, names));
        pdf.PageCount.Should().BeGreaterThan(3);
        for (var page = 1; page <= pdf.PageCount; page++)
        {
            pdf.TextOfPage(page).Should().ContainAll($"Page {page} of {pdf.PageCount}", "Personal data");
        }

        names.Should().OnlyContain(name => pdf.Text.Contains(name));
    }

    [Fact]
    public async Task It_is_written_in_the_language_that_is_spoken()
    {
        var sheet = await SampleSheet.OfAsync(_sample);
        using var _ = Language.Speak(Language.Culture("es", "GT"));
        using var pdf = new PdfOnDisk(new CohortReportPdf(new TaggedWords()).Write(new CohortTables(new TaggedWords()).Write(sheet)));
        pdf.Text.Should().ContainAll("[es-GT] Progress of Kampala 2026 A", "2 de noviembre de 2026");
        pdf.Objects.Should().Contain("/Lang (es-GT)");
    }

    [Fact]
    public async Task Programs_find_no_fault_in_the_file()
    {
        using var pdf = Print(await SampleSheet.OfAsync(_sample));
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        pdf.Fonts.Should().OnlyContain(font => font.Contains(" yes yes yes "));
    }

    private static PdfOnDisk Print(CohortSheet sheet)
    {
        using var _ = Language.Speak(Language.Culture("en", "US"));
        return new PdfOnDisk(new CohortReportPdf(TaggedWords.Real).Write(new CohortTables(TaggedWords.Real).Write(sheet)));
    }
}
