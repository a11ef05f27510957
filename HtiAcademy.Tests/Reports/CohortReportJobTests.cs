using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Reports;
using HtiAcademy.Web.Shared;
using HtiAcademy.Web.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Reports;

public sealed class CohortReportJobTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private readonly Agency _police = new("Uganda Police Force", "UG");
    private readonly Agency _prosecution = new("Prosecution Service", "UG");
    private SampleAcademy _sample = null!;
    private Person _trainer = null!;
    private Person _policePartner = null!;
    private Enrolment _nakato = null!;

    public async Task InitializeAsync()
    {
        _sample = await SampleAcademy.OpenAsync(Monday);
        await _sample.AddAsync(_police);
        await _sample.AddAsync(_prosecution);
        _trainer = await _sample.TrainerAsync("Sarah Whitfield");
        _policePartner = await _sample.PartnerAsync("Mugisha Peter", _police, "es");
        await _sample.PartnerAsync("Kizza Joan", _prosecution);
        var cohort = await _sample.CohortAsync("Kampala 2026 A", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30), trainer: _trainer);
        _nakato = await _sample.EnrolAsync(cohort, await _sample.OfficerAsync("Nakato Florence", agency: _police, rank: "Inspector"));
        await _sample.EnrolAsync(cohort, await _sample.OfficerAsync("Okello James", agency: _prosecution, rank: "State Attorney"));
    }

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task The_trainers_and_each_agency_get_a_report_by_mail()
    {
        (await RunAsync()).Should().Be("3 made, 3 mails written");

        var reports = await ReportsAsync();
        reports.Select(r => r.AgencyId).Should().BeEquivalentTo(new Guid?[] { null, _police.Id, _prosecution.Id });
        reports.Select(r => r.AgencyName).Should().BeEquivalentTo([null, "Uganda Police Force", "Prosecution Service"]);
        reports.Should().OnlyContain(r => r.Week == new DateOnly(2026, 11, 23) && r.CohortName == "Kampala 2026 A");
        var mails = await OutboxAsync();
        mails.Select(m => m.ToName).Should().BeEquivalentTo(["Sarah Whitfield", "Mugisha Peter", "Kizza Joan"]);
        foreach (var mail in mails)
        {
            var report = reports.Single(r => mail.Key.StartsWith($"report/{r.Id:N}/", StringComparison.Ordinal));
            var named = (report.AgencyName ?? "trainers").Replace(' ', '-');
            mail.Attachments.Select(a => a.Name).Should().BeEquivalentTo([$"Kampala-2026-A-{named}-2026-11-23.pdf", $"Kampala-2026-A-{named}-2026-11-23.csv"]);
            mail.Attachments.Single(a => a.MediaType == "application/pdf").Bytes.Should().Equal(report.Pdf);
            mail.Attachments.Single(a => a.MediaType == "text/csv").Bytes.Should().Equal(report.Csv);
        }
    }

    [Fact]
    public async Task A_partners_report_holds_no_officer_of_another_agency()
    {
        await RunAsync(TaggedWords.Real);
        var report = (await ReportsAsync()).Single(r => r.AgencyId == _police.Id);
        using var pdf = new PdfOnDisk(report.Pdf);
        foreach (var text in new[] { pdf.Text, Encoding.UTF8.GetString(report.Csv), (await OutboxAsync()).Single(m => m.ToName == "Mugisha Peter").Text })
        {
            text.Should().NotContainAny("Okello", "Prosecution Service");
        }

        pdf.Text.Should().Contain("Nakato Florence");
        Encoding.UTF8.GetString(report.Csv).Should().Contain("Nakato Florence");
    }

    [Fact]
    public async Task The_cohort_before_stands_beside_it_with_the_readers_own_officers_alone()
    {
        var earlier = await _sample.CohortAsync("Kampala 2025 B", new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 28));
        await _sample.EnrolAsync(earlier, await _sample.OfficerAsync("Adongo", agency: _prosecution));
        await _sample.EnrolAsync(earlier, await _sample.OfficerAsync("Byamugisha"));
        await _sample.EnrolAsync(await _sample.CohortAsync("Nairobi 2025", new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 20), "KE"), await _sample.OfficerAsync("Wanjiku", country: "KE", agency: _police));

        await RunAsync(TaggedWords.Real);

        var reports = (await ReportsAsync()).ToDictionary(r => r.AgencyName ?? "", r => Encoding.UTF8.GetString(r.Csv));
        reports[""].Should().Contain("Figure,Kampala 2026 A,Kampala 2025 B,").And.Contain("Officers,2,2,");
        reports["Prosecution Service"].Should().Contain("Figure,Kampala 2026 A,Kampala 2025 B,").And.Contain("Officers,1,1,");
        reports["Uganda Police Force"].Should().Contain("No hay un grupo anterior").And.NotContainAny("Kampala 2025 B", "Nairobi");
    }

    [Fact]
    public async Task A_second_run_in_the_same_week_makes_and_sends_nothing()
    {
        await RunAsync();
        var before = (await ReportsAsync()).ConvertAll(r => r.Id);
        _sample.MoveTo(Monday.AddDays(6));
        (await RunAsync()).Should().Be("0 made, 0 mails written");
        (await ReportsAsync()).ConvertAll(r => r.Id).Should().BeEquivalentTo(before);
        (await OutboxAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Two_runs_at_once_make_each_report_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync())));
        (await ReportsAsync()).Should().HaveCount(3);
        (await OutboxAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task The_next_Monday_brings_the_next_report()
    {
        await RunAsync();
        _sample.MoveTo(Monday.AddDays(7));
        (await RunAsync()).Should().Be("3 made, 3 mails written");
    }

    [Fact]
    public async Task An_agency_that_joins_late_gets_its_report_at_the_next_run()
    {
        await RunAsync();
        var service = await _sample.AddAsync(new Agency("Immigration Service", "UG"));
        await using (var db = _sample.Open())
        {
            await _sample.EnrolAsync(await db.Cohorts.SingleAsync(), await _sample.OfficerAsync("Achieng", agency: service));
        }

        (await RunAsync()).Should().Be("1 made, 0 mails written");
    }

    [Fact]
    public async Task A_cohort_that_has_not_begun_or_is_long_over_is_passed_by()
    {
        _sample.MoveTo(Monday.AddDays(-28));
        (await RunAsync()).Should().Be("0 made, 0 mails written");
        _sample.MoveTo(Monday.AddDays(42));
        (await RunAsync()).Should().Be("0 made, 0 mails written");
    }

    [Fact]
    public async Task A_standing_certificate_is_named_and_a_revoked_one_is_not()
    {
        await _sample.WorkAsync(_nakato, _sample.Complete);
        await using (var db = _sample.Open())
        {
            var enrolment = await db.Enrolments.SingleAsync(e => e.Id == _nakato.Id);
            await db.IssueCertificateAsync(enrolment, _sample.Course, 1, Unsigned.Prover, Monday, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        await RunAsync();
        _sample.MoveTo(Monday.AddDays(7).AddHours(-1));
        await using (var db = _sample.Open())
        {
            (await db.Certificates.SingleAsync()).Revoke("Issued to the wrong person", _trainer, Monday);
            await db.SaveChangesAsync();
        }

        await RunAsync();
        var trainers = (await ReportsAsync()).Where(r => r.AgencyId is null).OrderBy(r => r.Week).Select(r => Encoding.UTF8.GetString(r.Csv)).ToList();
        trainers[0].Should().Contain("HTI-UG-2026-000001");
        trainers[^1].Should().NotContain("HTI-UG-2026-000001");
    }

    [Fact]
    public async Task Everybody_is_written_to_in_their_own_language()
    {
        await RunAsync();
        var mails = await OutboxAsync();
        mails.Single(m => m.ToName == "Mugisha Peter").Subject.Should().Be("[es-UG] HTI Academy: report of the week of 23 de noviembre de 2026");
        mails.Single(m => m.ToName == "Sarah Whitfield").Subject.Should().Be("[en-UG] HTI Academy: report of the week of 23 November 2026");
    }

    [Fact]
    public async Task A_report_that_cannot_be_made_holds_up_no_other()
    {
        // The police have a reader of Spanish.
        var other = await _sample.CohortAsync("Mbarara 2026", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30), trainer: _trainer);
        await _sample.EnrolAsync(other, await _sample.OfficerAsync("Achieng Rose"));

        await this.Awaiting(t => t.RunAsync(new WordsLost("es"))).Should().ThrowAsync<AggregateException>().WithMessage("3 made, 3 mails written; 1 failed (report on Kampala 2026 A for *: The words of es are lost.)");

        (await ReportsAsync()).Select(r => (r.CohortName, r.AgencyName)).Should().BeEquivalentTo([("Kampala 2026 A", null), ("Kampala 2026 A", "Prosecution Service"), ("Mbarara 2026", (string?)null)]);
    }

    [Fact]
    public async Task Each_reader_sees_the_reports_of_their_own_scope()
    {
        await RunAsync();
        (await SeenByAsync(_trainer)).Should().HaveCount(3);
        (await SeenByAsync(_policePartner)).Should().ContainSingle().Which.AgencyId.Should().Be(_police.Id);
        (await SeenByAsync(await _sample.TrainerAsync("Ana Pérez", "GT"))).Should().BeEmpty();
        await using var db = _sample.Open();
        (await SeenByAsync(await db.People.SingleAsync(p => p.Id == _nakato.OfficerId))).Should().BeEmpty();
    }

    private Task<string> RunAsync(IStringLocalizer<Web.Shared.Words>? localizer = null)
    {
        var words = localizer ?? new TaggedWords();
        var address = new AcademyAddress(new ConfigurationBuilder().Build());
        return new CohortReportJob(
            _sample.Academy, new CohortRegister(_sample.Catalogue, new AnswerSheets(_sample.Catalogue), _sample.Clock), new ReportPress(new CohortTables(words), new CohortReportPdf(words), new CohortReportCsv()),
            new ReportLetter(words, address), _sample.Clock, NullLogger<CohortReportJob>.Instance).RunAsync(CancellationToken.None);
    }

    private async Task<List<CohortReport>> ReportsAsync()
    {
        await using var db = _sample.Open();
        return await db.CohortReports.ToListAsync();
    }

    private async Task<List<Mail>> OutboxAsync()
    {
        await using var db = _sample.Open();
        return await db.Outbox.ToListAsync();
    }

    private async Task<List<CohortReport>> SeenByAsync(Person person)
    {
        await using var db = _sample.Academy.Open(Scope.Of(person));
        return await db.CohortReports.ToListAsync();
    }
}
