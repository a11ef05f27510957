using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Tests.Audit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HtiAcademy.Tests.Jobs;

public sealed class JobsPageTests
{
    [Fact]
    public async Task A_job_that_failed_is_named_first_with_its_attempt()
    {
        await using var app = new AcademyApp();
        await AddAsync(app, Run(app, "cohort-reports", minutes: -60, attempt: 2, failed: "Out of order"), Run(app, "outbox", minutes: -60, failed: "No"), Run(app, "outbox", minutes: -50));
        var page = await (await app.SignInAsync(Cast.Administrator)).GetAsync("/admin/jobs");

        page.Document.QuerySelector("[role=alert]")!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().Equal("#cohort-reports");
        page.Document.QuerySelector("section[aria-labelledby=cohort-reports]")!.TextContent.Should().Contain("Attempt 2").And.Contain("Out of order");
    }

    [Fact]
    public async Task One_jobs_history_is_longer_and_may_be_of_failures_alone()
    {
        await using var app = new AcademyApp();
        await AddAsync(app, [.. Enumerable.Range(1, 8).Select(n => Run(app, "outbox", minutes: -n, failed: n == 3 ? "The third" : null))]);
        var administrator = await app.SignInAsync(Cast.Administrator);

        (await administrator.GetAsync("/admin/jobs")).Document.QuerySelectorAll("section[aria-labelledby=outbox] tbody tr").Should().HaveCount(5);
        var all = await administrator.GetAsync("/admin/jobs?job=outbox");
        (all.Document.QuerySelectorAll("section").Length, all.Document.QuerySelectorAll("tbody tr").Length).Should().Be((1, 8));
        var failures = await administrator.GetAsync("/admin/jobs?job=outbox&failed=true");
        failures.Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("The third");
        failures.Document.QuerySelector("[role=alert]").Should().BeNull("its last run succeeded");
        (await administrator.GetAsync("/admin/jobs?job=due-reminders")).Text.Should().Contain("It has not run yet.");
        (await administrator.GetAsync("/admin/jobs?job=due-reminders&failed=true")).Text.Should().Contain("No run has failed.").And.NotContain("It has not run yet.");
    }

    [Fact]
    public async Task Who_runs_a_job_is_led_back_to_it_and_told_so_there()
    {
        await using var app = new AcademyApp();
        var administrator = await app.SignInAsync(Cast.Administrator);

        var answer = await administrator.PostAsync((await administrator.GetAsync("/admin/jobs")).Form("/due-reminders/run"));

        answer.Headers.Location!.OriginalString.Should().Be("/admin/jobs?started=due-reminders#due-reminders");
        var page = await administrator.FollowAsync(answer);
        Told(page).Should().Equal("It was started. Load this page again to see what came of it.");
        page.Document.QuerySelector("section[aria-labelledby=due-reminders] [role=status]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_run_in_the_future_is_marked_and_hides_none_of_the_others()
    {
        await using var app = new AcademyApp();
        await AddAsync(app, [Run(app, "outbox", minutes: 600), .. Enumerable.Range(1, 4).Select(n => Run(app, "outbox", minutes: -n))]);
        var rows = (await (await app.SignInAsync(Cast.Administrator)).GetAsync("/admin/jobs?job=outbox")).Document.QuerySelectorAll("tbody tr");

        rows.Should().HaveCount(5);
        rows[^1].TextContent.Should().Contain("the clock was set back");
        rows.SkipLast(1).Should().OnlyContain(row => !row.TextContent.Contains("the clock was set back"));
    }

    [Fact]
    public async Task A_job_is_paused_and_resumed_and_the_audit_log_says_by_whom()
    {
        await using var app = new RunningApp();
        var administrator = await app.SignInAsync(Cast.Administrator);

        var pause = (await administrator.GetAsync("/admin/jobs")).Form("/cohort-reports/pause");
        (await administrator.PostAsync(pause)).Headers.Location!.OriginalString.Should().Be("/admin/jobs?paused=cohort-reports#cohort-reports");
        var paused = await administrator.SubmitAsync(pause);
        Told(paused).Should().Equal("It is paused.");
        paused.Document.QuerySelector("section[aria-labelledby=cohort-reports]")!.TextContent.Should().Contain("Paused");
        var resume = paused.Form("/cohort-reports/resume");
        var resumed = await administrator.SubmitAsync(resume);
        await administrator.SubmitAsync(resume);

        resumed.Text.Should().NotContain("Paused");
        Told(resumed).Should().Equal("It runs by the timetable again.");
        Told(await administrator.GetAsync("/admin/jobs?paused=cohort-reports")).Should().BeEmpty("it was resumed since");
        await using var db = app.Open();
        var name = await db.AuditNameAsync(Cast.Administrator);
        (await db.AuditEntries.Where(e => e.What.StartsWith("job.")).OrderBy(e => e.Sequence).Select(e => e.By + " " + e.What + " " + e.Record).ToListAsync())
            .Should().Equal([$"{name} job.paused cohort-reports", $"{name} job.resumed cohort-reports"], "each was asked for twice and changed something once");
    }

    [Fact]
    public async Task Where_nothing_runs_by_itself_nothing_can_be_paused()
    {
        await using var app = new AcademyApp();
        var administrator = await app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync("/admin/jobs");

        page.Html.Should().NotContain("/pause");
        await administrator.PostAsync(page.Form("/outbox/run").To("/admin/jobs/outbox/pause"));
        await using var db = app.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "job.paused")).Should().Be(0);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task A_job_that_is_not_in_the_timetable_is_not_found(string what)
    {
        await using var app = new AcademyApp();
        var administrator = await app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync("/admin/jobs")).Form("/outbox/run").To($"/admin/jobs/nonsense/{what}");

        (await administrator.PostAsync(form)).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Told(Page page) => page.Document.QuerySelectorAll("[role=status]").Select(e => e.TextContent);

    private static JobRun Run(AcademyApp app, string job, int minutes, int attempt = 1, string? failed = null)
    {
        var began = app.Clock.Now.AddMinutes(minutes);
        var run = new JobRun(job, began, attempt);
        if (failed is null)
        {
            run.Succeed("Done", began.AddSeconds(1));
        }
        else
        {
            run.Fail(failed, began.AddSeconds(1));
        }

        return run;
    }

    private static Task AddAsync(AcademyApp app, params JobRun[] runs) => app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        await db.JobRuns.ExecuteDeleteAsync();
        db.AddRange(runs);
    });

    /// <summary>With its timetable, which goes by the real clock.</summary>
    private sealed class RunningApp : AcademyApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Academy:Jobs", "true");
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
        }
    }
}
