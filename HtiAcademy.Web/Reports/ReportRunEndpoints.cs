using HtiAcademy.Domain;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>Reports asked for, and called off.</summary>
internal static class ReportRunEndpoints
{
    public static void MapReportRuns(this IEndpointRouteBuilder app)
    {
        app.MapPost("/cohorts/{id:guid}/report/make", MakeAsync).RequireAuthorization(Policies.ReportReaders);
        app.MapPost("/reports/runs/{id:guid}/cancel", CancelAsync).RequireAuthorization(Policies.ReportReaders);
    }

    public static string MakingOf(Guid cohort) => $"/cohorts/{cohort}/report/make";

    public static string Address(Guid run) => $"/reports/runs/{run}";

    // The form is read so that its token is asked for.
    private static async Task<Results<RedirectHttpResult, NotFound>> MakeAsync(
        Guid id, IFormCollection form, CurrentPerson reader, AcademyDb db, Academy academy, IJobScheduling scheduling, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.ReportSubjectAsync(id, reader, cancellationToken) is not { } subject)
        {
            return TypedResults.NotFound();
        }

        var run = await academy.WriteAsync(
            reader.Scope,
            async records =>
            {
                var last = await records.ReportRuns.Where(r => r.CohortId == id && r.AgencyId == subject.AgencyId && r.AskedById == reader.Id).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(cancellationToken);
                if (last?.Answers(clock.GetUtcNow()) == true)
                {
                    return last.Id;
                }

                return records.Add(new ReportRun(subject.Cohort, subject.AgencyId, reader.Id, clock.GetUtcNow())).Entity.Id;
            },
            cancellationToken);
        await scheduling.RunNowAsync(Timetable.ReportRuns, cancellationToken);
        return TypedResults.LocalRedirect(Address(run));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> CancelAsync(
        Guid id, IFormCollection form, CurrentPerson reader, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await academy.WriteAsync(
            reader.Scope,
            async db =>
            {
                // Others see that it is being made, and leave it.
                var run = await db.ReportRuns.SingleOrDefaultAsync(r => r.Id == id && (r.AskedById == reader.Id || reader.Scope.SeesEverything), cancellationToken);
                run?.Cancel(clock.GetUtcNow());
                return run is not null;
            },
            cancellationToken);
        return found ? TypedResults.LocalRedirect(Address(id)) : TypedResults.NotFound();
    }
}
