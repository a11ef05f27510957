using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HtiAcademy.Web.Learning;

/// <summary>What a trainer does with a practical exercise.</summary>
internal static class ObservedEndpoints
{
    public static void MapObserved(this IEndpointRouteBuilder app) =>
        app.MapPost("/cohorts/{id:guid}/observed/{enrolmentId:guid}/{exercise}/record", RecordAsync).RequireAuthorization(Policies.Trainers);

    public static string Address(Guid cohortId, Guid enrolmentId, string exercise) => $"/cohorts/{cohortId}/observed/{enrolmentId}/{Uri.EscapeDataString(exercise)}";

    /// <param name="criteria">How many the exercise has.</param>
    public static Sighting Read(IFormCollection form, int criteria) => new(
        Guid.TryParse(form["form"], out var id) ? id : Guid.Empty,
        [.. Enumerable.Range(0, criteria).Select(i => form[$"level-{i}"].ToString())],
        form["note"].ToString().ReplaceLineEndings("\n").Trim(),
        form["on"].ToString());

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RecordAsync(
        Guid id, Guid enrolmentId, string exercise, IFormCollection form, [FromForm] int criteria, HttpContext context, CurrentPerson trainer, ObservedPractice practice, CancellationToken cancellationToken)
    {
        var page = Address(id, enrolmentId, exercise);
        var from = context.From;
        var recorded = await practice.RecordAsync(trainer, id, enrolmentId, exercise, Read(form, Math.Clamp(criteria, 0, 20)), from, cancellationToken);
        switch (recorded)
        {
            case null:
                return TypedResults.NotFound();
            case true:
                return TypedResults.LocalRedirect($"{page}?recorded=true");
            default:
                // The page itself answers, not a redirection to it: it finds what was chosen in the form and keeps it.
                context.Request.Path = page;
                return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
        }
    }
}
