using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HtiAcademy.Web.Jobs;

internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        app.MapPost("/admin/jobs/{name}/run", RunAsync).RequireAuthorization(Policies.Administrators);
        app.MapPost("/admin/jobs/{name}/pause", PauseAsync).RequireAuthorization(Policies.Administrators);
        app.MapPost("/admin/jobs/{name}/resume", ResumeAsync).RequireAuthorization(Policies.Administrators);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RunAsync(
        string name, IFormCollection form, IJobScheduling scheduling, CancellationToken cancellationToken)
    {
        if (Timetable.Find(name) is not { } job)
        {
            return TypedResults.NotFound();
        }

        await scheduling.RunNowAsync(job, cancellationToken);
        return form["from"] == "audit" ? TypedResults.LocalRedirect("/admin/audit?started=true") : BackTo(job, "started");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> PauseAsync(
        string name, IFormCollection form, HttpContext context, CurrentPerson administrator, JobPauses pauses, CancellationToken cancellationToken)
    {
        if (Timetable.Find(name) is not { } job)
        {
            return TypedResults.NotFound();
        }

        await pauses.PauseAsync(job, administrator.Id, context.From, cancellationToken);
        return BackTo(job, "paused");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ResumeAsync(
        string name, IFormCollection form, HttpContext context, CurrentPerson administrator, JobPauses pauses, CancellationToken cancellationToken)
    {
        if (Timetable.Find(name) is not { } job)
        {
            return TypedResults.NotFound();
        }

        await pauses.ResumeAsync(job, administrator.Id, context.From, cancellationToken);
        return BackTo(job, "resumed");
    }

    private static RedirectHttpResult BackTo(TimetabledJob job, string done) => TypedResults.LocalRedirect($"/admin/jobs?{done}={job.Name}#{job.Name}");
}
