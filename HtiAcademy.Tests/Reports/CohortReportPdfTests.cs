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
            "First steps · Uganda · November 2, 2026 – November 30, 2026",
            "All officers of the cohort",
            "As of November 23, 2026 9:00 AM (Africa/Kampala)",
            "4 Officers", "1 Not started", "1 Completed", "75 Mean of the best finals (%)", "1 Need a trainer", "0 Not active for 14 days",
            "Page 1 of 1");
    }

    [Fact]
    public async Task Each_officers_row_has_the_same_figures_as_the_CSV()
    {
        var sheet = await SampleSheet.OfAsync(_sample);
        using var pdf = Print(sheet);
        pdf.Text.Should().Contain("Nakato Florence Nabirye Detective Inspector Uganda Police Force, Directorate of Criminal Investigations Completed 2 of 2 2 of 2 100 11/23/2026 HTI-UG-2026-000123")
            .And.Contain("Okello James Detective Constable Uganda Police Force, Directorate of Criminal Investigations In progress 2 of 2 2 of 2 50 11/23/2026 Ask a trainer: no attempt at the final assessment is left")
            .And.Contain("Achieng Zoë Łukasz Senior State Attorney Office of the Director of Public Prosecutions In progress 1 of 2 0 of 2 – 11/23/2026 Take the quiz of module 1 of 2");
    }

    [Fact]
    public async Task An_agencys_report_names_no_officer_of_another()
    {
        var sheet = (await SampleSheet.OfAsync(_sample)).About(SampleSheet.Police.Id);
        using var pdf = Print(sheet);
        pdf.Text.Should().ContainAll("Officers of Uganda Police Force, Directorate of Criminal Investigations", "2 Officers", "Nakato", "Okello")
            .And.NotContainAny("Achieng", "Mukasa", "Office of the Director");
    }

    [Fact]
    public async Task A_large_cohort_runs_over_pages_with_headings_on_each()
    {
        var names = Enumerable.Range(1, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"Officer {i:000}")).ToArray();
        using var pdf = Print(await SampleSheet.OfAsync(_sample, names));
        pdf.PageCount.Should().BeGreaterThan(3);
        for (var page = 1; page <= pdf.PageCount; page++)
        {
            pdf.TextOfPage(page).Should().ContainAll("Next step", $"Page {page} of {pdf.PageCount}", "Personal data");
        }

        names.Should().OnlyContain(name => pdf.Text.Contains(name));
    }

    [Fact]
    public async Task It_is_written_in_the_language_that_is_spoken()
    {
        var sheet = await SampleSheet.OfAsync(_sample);
        using var _ = Language.Speak(Language.Culture("es", "GT"));
        using var pdf = new PdfOnDisk(new CohortReportPdf(new TaggedWords()).Write(sheet));
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
        return new PdfOnDisk(new CohortReportPdf(TaggedWords.Real).Write(sheet));
    }
}
