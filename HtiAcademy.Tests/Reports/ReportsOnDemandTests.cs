using System.Net;
using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Reports;

public sealed class ReportsOnDemandTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_trainer_makes_a_report_and_finds_it_again()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await AskAsync(trainer, await CohortAsync());

        page.Text.Should().Contain("The report is ready");
        var csv = await CsvAsync(trainer, page);
        csv.Should().Contain("Nakato").And.Contain("definitions,");
        using var pdf = new PdfOnDisk(await trainer.Http.GetByteArrayAsync(Link(page, ".pdf")));
        pdf.Text.Should().Contain("What these figures mean");
        (await trainer.GetAsync("/reports")).Text.Should().Contain("asked for, 23 November 2026 at 07:00 UTC");
        await using var db = _app.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "report.made")).Should().Be(1);
    }

    [Fact]
    public async Task An_agency_makes_one_about_its_own_officers()
    {
        var cohort = await CohortAsync();
        var (agency, stranger) = await OtherAgencysOfficerAsync(cohort);
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);

        var live = await partner.GetAsync($"/cohorts/{cohort.Id}/report");
        var page = await AskAsync(partner, cohort);

        foreach (var text in new[] { live.Text, await CsvAsync(partner, page) })
        {
            text.Should().Contain("Nakato").And.NotContain(stranger).And.NotContain(agency).And.NotContain("Questions of the final");
        }
    }

    [Fact]
    public async Task Nobody_else_sees_a_run_nor_calls_it_off()
    {
        var run = await WaitingAsync();
        foreach (var person in new[] { Cast.TrainerInKenya, Cast.PartnerInUganda, Cast.PartnerInKenya, Cast.OfficerInUganda })
        {
            var visitor = await _app.SignInAsync(person);
            (await visitor.Http.GetAsync($"/reports/runs/{run.Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound, person);
            var form = (await visitor.GetAsync("/")).Document.Forms[0];
            (await visitor.PostAsync(form.To($"/reports/runs/{run.Id}/cancel"))).StatusCode.Should().Be(HttpStatusCode.NotFound, person);
        }

        (await ReadAsync(run)).State.Should().Be(ReportRunState.Waiting);
    }

    [Fact]
    public async Task Who_asks_again_at_once_gets_the_same_report()
    {
        var (trainer, cohort) = (await _app.SignInAsync(Cast.TrainerInUganda), await CohortAsync());
        var first = await AskAsync(trainer, cohort);
        (await AskAsync(trainer, cohort)).Address.Should().Be(first.Address);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await AskAsync(trainer, cohort)).Address.Should().NotBe(first.Address);

        await using var db = _app.Open();
        (await db.ReportRuns.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Another_trainer_of_the_country_sees_a_run_and_leaves_it()
    {
        var run = await WaitingAsync();
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Email == Cast.TrainerInKenya)).TrainIn("UG"));
        var colleague = await _app.SignInAsync(Cast.TrainerInKenya);
        var page = await colleague.GetAsync($"/reports/runs/{run.Id}");
        page.Text.Should().Contain("Step 1 of 3").And.NotContain("Call it off");
        (await colleague.PostAsync(page.Document.Forms[0].To($"/reports/runs/{run.Id}/cancel"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Old_reports_are_found_page_by_page_and_by_cohort()
    {
        var cohort = await CohortAsync();
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            await db.CohortReports.ExecuteDeleteAsync();
            db.AddRange(Enumerable.Range(0, 60).Select(week => Made(cohort, _app.Clock.Now.AddDays(-7 * week), null)));
        });
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var newest = await trainer.GetAsync("/reports");
        newest.Document.Links.Count(l => l.GetAttribute("href")!.EndsWith(".pdf", StringComparison.Ordinal)).Should().Be(50);
        var oldest = await trainer.GetAsync("/reports?from=50");
        oldest.Document.Links.Count(l => l.GetAttribute("href")!.EndsWith(".pdf", StringComparison.Ordinal)).Should().Be(10);
        newest.Document.QuerySelector("a[href='/reports?from=50#kept']").Should().NotBeNull();
        oldest.Document.QuerySelector("a[href='/reports?from=0#kept']").Should().NotBeNull();
        (await trainer.GetAsync($"/reports?cohort={Guid.NewGuid()}")).Text.Should().Contain("There is no report yet");
    }

    [Fact]
    public async Task A_run_that_waits_shows_how_far_it_is_and_can_be_called_off()
    {
        var run = await WaitingAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var response = await trainer.Http.GetAsync($"/reports/runs/{run.Id}");
        response.Headers.GetValues("Refresh").Should().Equal("2");
        var page = await trainer.GetAsync($"/reports/runs/{run.Id}");
        page.Text.Should().Contain("Step 1 of 3");

        (await trainer.SubmitAsync(page.Form("/cancel"))).Text.Should().Contain("called off");

        (await RunJobAsync()).Should().Be("0 made, 0 deleted");
        (await ReadAsync(run)).State.Should().Be(ReportRunState.Cancelled);
    }

    [Fact]
    public async Task A_run_that_was_cut_short_is_begun_again_and_kept_once()
    {
        var run = await WaitingAsync(cut => cut.Begin(_app.Clock.Now));
        (await RunJobAsync()).Should().Be("1 made, 0 deleted");
        (await RunJobAsync()).Should().Be("0 made, 0 deleted");

        var done = await ReadAsync(run);
        (done.State, done.Tries).Should().Be((ReportRunState.Done, 2));
        await using var db = _app.Open();
        (await db.CohortReports.CountAsync(r => r.RunId == run.Id)).Should().Be(1);
    }

    [Fact]
    public async Task A_run_that_ends_the_academy_each_time_is_given_up()
    {
        var run = await WaitingAsync(cut => Enumerable.Range(0, 5).ToList().ForEach(_ => cut.Begin(_app.Clock.Now)));
        await RunJobAsync();
        (await ReadAsync(run)).State.Should().Be(ReportRunState.Failed);
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"/reports/runs/{run.Id}")).Text.Should().Contain("could not be made");
    }

    [Fact]
    public void What_was_called_off_meanwhile_is_neither_gone_on_with_nor_finished()
    {
        var cohort = new ReportRun(SomeCohort(), null, Guid.NewGuid(), _app.Clock.Now);
        cohort.Begin(_app.Clock.Now).Should().BeTrue();
        cohort.Cancel(_app.Clock.Now).Should().BeTrue();
        cohort.Reach(ReportStage.Keeping).Should().BeFalse();
        cohort.Finish(_app.Clock.Now).Should().BeFalse();
        cohort.State.Should().Be(ReportRunState.Cancelled);
    }

    [Fact]
    public async Task Reports_are_kept_for_their_time_and_no_longer()
    {
        var cohort = await CohortAsync();
        var now = _app.Clock.Now;
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            await db.CohortReports.ExecuteDeleteAsync();
            var by = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            db.AddRange(
                Made(cohort, now.AddDays(-740), null), Made(cohort, now.AddDays(-730), null),
                Made(cohort, now.AddDays(-91), Guid.NewGuid()), Made(cohort, now.AddDays(-89), Guid.NewGuid()),
                new ReportRun(cohort, null, by.Id, now.AddDays(-91)));
        });

        (await RunJobAsync()).Should().Be("0 made, 2 deleted");

        await using var db = _app.Open();
        (await db.CohortReports.Select(r => r.MadeAt).ToListAsync()).Should().BeEquivalentTo([now.AddDays(-730), now.AddDays(-89)]);
        (await db.ReportRuns.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_page_of_an_empty_cohort_says_so()
    {
        var cohort = await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var empty = new Cohort("Nobody yet", await db.CourseVersions.FirstAsync(v => v.CourseId == "foundations"), "UG", null, new(2026, 11, 2), new(2026, 11, 30));
            db.Add(empty);
            return empty;
        });
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await trainer.GetAsync($"/cohorts/{cohort.Id}/report")).Text.Should().Contain("No officer takes this course here.").And.Contain("Nobody is stuck.");
        (await AskAsync(trainer, cohort)).Text.Should().Contain("The report is ready");
    }

    public void Dispose() => _app.Dispose();

    private static CohortReport Made(Cohort cohort, DateTimeOffset at, Guid? run) =>
        new(cohort, null, CohortReport.MondayOf(DateOnly.FromDateTime(at.UtcDateTime)), [1], [2], at, runId: run);

    private static Cohort SomeCohort() => (Cohort)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Cohort));

    private static Uri Link(Page page, string ending) =>
        new(page.Document.Links.Select(link => link.GetAttribute("href")!).Single(link => link.EndsWith(ending, StringComparison.Ordinal)), UriKind.Relative);

    private static async Task<string> CsvAsync(Visitor visitor, Page page) => Encoding.UTF8.GetString(await visitor.Http.GetByteArrayAsync(Link(page, ".csv")));

    private static async Task<Page> AskAsync(Visitor visitor, Cohort cohort) =>
        await visitor.SubmitAsync((await visitor.GetAsync($"/cohorts/{cohort.Id}/report")).Form("/report/make"));

    private async Task<Cohort> CohortAsync()
    {
        await using var db = _app.Open();
        return await db.Cohorts.FirstAsync(c => c.Country == "UG");
    }

    private async Task<ReportRun> WaitingAsync(Action<ReportRun>? change = null)
    {
        var cohort = await CohortAsync();
        return await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var by = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            var run = new ReportRun(cohort, null, by.Id, _app.Clock.Now);
            change?.Invoke(run);
            db.Add(run);
            return run;
        });
    }

    private async Task<ReportRun> ReadAsync(ReportRun run)
    {
        await using var db = _app.Open();
        return await db.ReportRuns.SingleAsync(r => r.Id == run.Id);
    }

    private async Task<string> RunJobAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportRunJob>().RunAsync(CancellationToken.None);
    }

    private Task<(string Agency, string Officer)> OtherAgencysOfficerAsync(Cohort cohort) => _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var agency = new Agency("Immigration Service", "UG");
        var officer = new Person("Wanyama Stranger", "stranger@example.org", Roles.Officer, "en", "UG");
        officer.BelongTo(agency, "Officer", "investigator");
        db.AddRange(agency, officer, new Enrolment(await db.Cohorts.SingleAsync(c => c.Id == cohort.Id), officer, _app.Clock.Now));
        return (agency.Name, officer.FullName);
    });
}
