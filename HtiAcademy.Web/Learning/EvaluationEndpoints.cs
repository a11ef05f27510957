using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>What an officer thinks of a course that they have completed, told once and without a name.</summary>
internal static class EvaluationEndpoints
{
    public static void MapEvaluation(this IEndpointRouteBuilder app) => app.MapPost("/learn/{courseId}/evaluation/send", SendAsync);

    public static string Address(string courseId) => $"/learn/{courseId}/evaluation";

    /// <returns>Null where an answer lacks or is none of those offered.</returns>
    public static int?[] Read(IFormCollection form) =>
        [.. Enumerable.Range(0, Evaluation.Statements).Select(i => int.TryParse(form[$"agreement-{i}"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= Evaluation.FullAgreement ? (int?)given : null)];

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> SendAsync(
        string courseId, IFormCollection form, HttpContext context, CurrentPerson officer, Academy academy, CancellationToken cancellationToken)
    {
        var given = Read(form);
        if (given.Contains(null))
        {
            // The page itself answers, not a redirection to it: it finds what was chosen in the form and keeps it.
            context.Request.Path = Address(courseId);
            return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
        }

        var sent = await academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var enrolment = await db.Enrolments.Of(officer.Id).FirstOrDefaultAsync(e => e.CourseId == courseId && e.State == EnrolmentState.Completed, cancellationToken);
                if (enrolment is not null)
                {
                    await db.EvaluateAsync(enrolment, [.. given.OfType<int>()], cancellationToken);
                }

                return enrolment is not null;
            },
            cancellationToken);
        return sent ? TypedResults.LocalRedirect(Address(courseId)) : TypedResults.NotFound();
    }
}
