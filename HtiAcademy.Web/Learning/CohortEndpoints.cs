using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

/// <summary>What those who train in a country do with its cohorts and their members.</summary>
internal static class CohortEndpoints
{
    public static void MapCohorts(this IEndpointRouteBuilder app)
    {
        var cohorts = app.MapGroup("/cohorts").RequireAuthorization(Policies.Trainers);
        cohorts.MapPost("create", CreateAsync);
        cohorts.MapPost("{id:guid}/change", ChangeAsync);
        cohorts.MapPost("{id:guid}/duplicate", CopyAsync);
        cohorts.MapPost("{id:guid}/members/{enrolmentId:guid}/withdraw", WithdrawAsync);
        cohorts.MapPost("{id:guid}/members/{enrolmentId:guid}/return", ReturnAsync);
        cohorts.MapPost("{id:guid}/members/{enrolmentId:guid}/extend", ExtendAsync);
        cohorts.MapPost("{id:guid}/members/{enrolmentId:guid}/move", MoveAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> CreateAsync(
        [FromForm] string? country, IFormCollection form, HttpContext context, CurrentPerson trainer, CohortDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(await desk.CreateAsync(trainer, country ?? "", CohortForm.Read(form), context.From, cancellationToken), "/cohorts/new", form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ChangeAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson trainer, CohortDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(await desk.ChangeAsync(trainer, id, CohortForm.Read(form), context.From, cancellationToken), $"/cohorts/{id}/edit", form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> CopyAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson trainer, CohortDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(await desk.CopyAsync(trainer, id, CohortForm.Read(form), context.From, cancellationToken), $"/cohorts/{id}/copy", form, context, words);

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> WithdrawAsync(
        Guid id, Guid enrolmentId, [FromForm] string? reason, IFormCollection form, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        DoAsync(id, enrolmentId, "withdraw", form, context, academy, trainer, clock, (_, enrolment) =>
        {
            if (!Enrolment.IsReason(reason))
            {
                return Task.FromResult<string?>(words["Give a reason of 1 to {0} characters.", Enrolment.LongestReason]);
            }

            if (enrolment.IsOpen)
            {
                enrolment.Withdraw(reason!);
            }

            return Task.FromResult<string?>(null);
        }, cancellationToken);

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ReturnAsync(
        Guid id, Guid enrolmentId, IFormCollection form, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        DoAsync(id, enrolmentId, "return", form, context, academy, trainer, clock, async (db, enrolment) =>
        {
            if (!enrolment.MayReturn)
            {
                return null;
            }

            if (await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(e => e.OfficerId == enrolment.OfficerId && e.CourseId == enrolment.CourseId).Open().AnyAsync(cancellationToken))
            {
                return words["The officer takes this course in another cohort by now."];
            }

            enrolment.Return();
            return null;
        }, cancellationToken);

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ExtendAsync(
        Guid id, Guid enrolmentId, [FromForm] string? due, IFormCollection form, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        DoAsync(id, enrolmentId, "extend", form, context, academy, trainer, clock, async (db, enrolment) =>
        {
            var cohort = await db.Cohorts.SingleAsync(c => c.Id == id, cancellationToken);
            if (!DateOnly.TryParseExact(due, "yyyy-MM-dd", out var day) || !Cohort.AreDates(cohort.StartsOn, day))
            {
                return words["Choose a day from the cohort's first on, at most {0} years later.", Cohort.MostYears];
            }

            if (enrolment.IsOpen)
            {
                enrolment.ExtendTo(day, cohort);
            }

            return null;
        }, cancellationToken);

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> MoveAsync(
        Guid id, Guid enrolmentId, [FromForm] Guid? to, IFormCollection form, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        DoAsync(id, enrolmentId, "move", form, context, academy, trainer, clock, async (db, enrolment) =>
        {
            if (await db.Cohorts.FirstOrDefaultAsync(c => c.Id == to && c.Id != id && c.CourseId == enrolment.CourseId && c.Country == enrolment.Country, cancellationToken) is not { } cohort)
            {
                return words["Choose another cohort of the same course and country."];
            }

            if (await db.Enrolments.AnyAsync(e => e.CohortId == cohort.Id && e.OfficerId == enrolment.OfficerId, cancellationToken))
            {
                return words["The officer is in that cohort already, or was withdrawn from it."];
            }

            if (enrolment.IsOpen)
            {
                enrolment.Transfer(cohort);
            }

            return null;
        }, cancellationToken);

    /// <param name="act">Changes the enrolment and returns null, or returns what is wrong and changes nothing.</param>
    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> DoAsync(
        Guid id, Guid enrolmentId, string name, IFormCollection form, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock,
        Func<AcademyDb, Enrolment, Task<string?>> act, CancellationToken cancellationToken)
    {
        var (cohortId, problem) = await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                if (await db.EnrolmentTrainedByAsync(trainer, id, enrolmentId, cancellationToken) is not { } enrolment)
                {
                    return ((Guid?)null, (string?)null);
                }

                var before = enrolment.Revision;
                var refused = await act(db, enrolment);
                if (enrolment.Revision != before)
                {
                    // What a form sent twice does the second time is nothing, and nothing to note. The reason stays with the
                    // enrolment: it may be personal, and the log forgets nothing.
                    await db.ActAsync(trainer, Done(name), $"enrolment {enrolmentId}, cohort {enrolment.CohortId}, due {enrolment.DueOn:yyyy-MM-dd}", context.From, clock.GetUtcNow(), cancellationToken);
                }

                return (enrolment.CohortId, refused);
            },
            cancellationToken);
        return cohortId is not { } there ? TypedResults.NotFound()
            : problem is null ? TypedResults.LocalRedirect($"/cohorts/{there}/members/{enrolmentId}")
            : context.Refuse($"/cohorts/{id}/members/{enrolmentId}", new RefusedForm(name, [problem], form));
    }

    private static string Done(string name) => name switch
    {
        "withdraw" => "enrolment.withdrawn",
        "return" => "enrolment.returned",
        "extend" => "enrolment.extended",
        _ => "enrolment.moved",
    };

    private static Results<RedirectHttpResult, NotFound, RazorComponentResult<App>> Answer(CohortOutcome? outcome, string page, IFormCollection form, HttpContext context, IStringLocalizer<Words> words) =>
        outcome is null ? TypedResults.NotFound()
        : outcome.Problems.Count == 0 ? TypedResults.LocalRedirect($"/cohorts/{outcome.Id}")
        : context.Refuse(page, new RefusedForm("cohort", [.. outcome.Problems.Select(problem => Says(problem, words))], form));

    private static string Says(CohortProblem problem, IStringLocalizer<Words> words) => problem switch
    {
        CohortProblem.Name => words["Write a name of 1 to {0} characters.", Cohort.LongestName],
        CohortProblem.NameTaken => words["Another cohort of the country has this name."],
        CohortProblem.Course => words["Choose a course that is given in the country."],
        CohortProblem.Agency => words["Choose an agency of the country, or none."],
        CohortProblem.Dates => words["Choose the first day, and for the last the same or a later one, at most {0} years later.", Cohort.MostYears],
        _ => words["Choose trainers who train in the country."],
    };
}
