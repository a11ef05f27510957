using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HtiAcademy.Web.Jobs;

internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder app) =>
        app.MapPost("/admin/jobs/{name}/run", RunAsync).RequireAuthorization(Policies.Administrators);

    private static async Task<Results<RedirectHttpResult, NotFound>> RunAsync(
        string name, IFormCollection form, IJobScheduling scheduling, CancellationToken cancellationToken)
    {
        if (Timetable.Find(name) is not { } job)
        {
            return TypedResults.NotFound();
        }

        await scheduling.RunNowAsync(job, cancellationToken);
        return TypedResults.LocalRedirect($"/admin/jobs?started={job.Name}");
    }
}
