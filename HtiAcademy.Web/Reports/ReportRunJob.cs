using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// Makes the reports that were asked for, and deletes those whose time is over. A run that was cut short is begun again: it
/// takes seconds.
/// </summary>
public sealed class ReportRunJob(Academy academy, CohortRegister register, ReportPress press, TimeProvider clock, ILogger<ReportRunJob> log) : IAcademyJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (made, mishaps) = (0, new Mishaps(log));
        await using var db = academy.Open(Scope.Everything);
        var deleted = await DeleteAsync(db, clock.GetUtcNow(), cancellationToken);
        var waiting = await db.ReportRuns.Where(r => r.State == ReportRunState.Waiting || r.State == ReportRunState.Running)
            .OrderBy(r => r.AskedAt).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            await mishaps.TryAsync($"report run {id}", async () =>
            {
                if (await ReachAsync(id, run => run.Begin(clock.GetUtcNow()), cancellationToken) is { } run)
                {
                    made += await MakeAsync(run, cancellationToken) ? 1 : 0;
                }
            });
        }

        return mishaps.Report($"{made} made, {deleted} deleted");
    }

    private static async Task<int> DeleteAsync(AcademyDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (asked, weekly) = (now - CohortReport.AskedKeptFor, now - CohortReport.WeeklyKeptFor);
        await db.ReportRuns.Where(r => r.AskedAt < asked).ExecuteDeleteAsync(cancellationToken);
        return await db.CohortReports.Where(r => r.MadeAt < weekly || (r.RunId != Guid.Empty && r.MadeAt < asked)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> MakeAsync(ReportRun run, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == run.CohortId, cancellationToken);
        var sheet = await register.ReadInFullAsync(db, cohort, run.AgencyId, cancellationToken);
        if (await ReachAsync(run.Id, at => at.Reach(ReportStage.Drawing), cancellationToken) is null)
        {
            return false;
        }

        var language = Language.Culture(await db.People.Where(p => p.Id == run.AskedById).Select(p => p.Language).SingleAsync(cancellationToken), run.Country);
        var report = press.Print(sheet, run.AgencyId, language, run.Id);
        return await ReachAsync(run.Id, at => at.Reach(ReportStage.Keeping), cancellationToken) is not null && await KeepAsync(run.Id, report, cancellationToken);
    }

    private Task<bool> KeepAsync(Guid id, CohortReport report, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        async db =>
        {
            var run = await db.ReportRuns.SingleAsync(r => r.Id == id, cancellationToken);
            if (!run.Finish(clock.GetUtcNow()))
            {
                return false;
            }

            var by = await db.People.SingleAsync(p => p.Id == run.AskedById, cancellationToken);
            db.Add(report);
            await db.AuditAsync(by.AuditName, "report.made", report.AgencyName is null ? report.CohortName : $"{report.CohortName}, {report.AgencyName}", "", clock.GetUtcNow(), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <returns>Null when the run does not go on.</returns>
    private Task<ReportRun?> ReachAsync(Guid id, Func<ReportRun, bool> reach, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        async db => await db.ReportRuns.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } run && reach(run) ? run : null,
        cancellationToken);
}
