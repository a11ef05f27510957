using System.Globalization;
using System.Text.Json;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Rolls;

/// <summary>Enrolling officers in a cohort: a list of them, or one who has an account.</summary>
internal static class RollEndpoints
{
    public const int LargestRoll = 2_000_000;

    // What travels hidden in a form is longer than the roll by a third at most.
    private const int LargestForm = 3 * LargestRoll;

    private const string List = "list";
    private const string Result = "result";

    public static void MapRolls(this IEndpointRouteBuilder app)
    {
        var enrol = app.MapGroup("/cohorts/{id:guid}/enrol").RequireAuthorization(Policies.Trainers).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        enrol.MapGet("template.csv", TemplateAsync);
        enrol.MapPost("check", CheckAsync);
        enrol.MapPost("apply", ApplyAsync);
        enrol.MapPost("result.csv", ResultAsync);
        enrol.MapPost("officer", AddOfficerAsync);
    }

    public static string Address(Guid cohortId) => $"/cohorts/{cohortId}/enrol";

    private static async Task<Results<FileContentHttpResult, NotFound>> TemplateAsync(Guid id, AcademyDb db, CurrentPerson trainer, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.CohortTrainedByAsync(trainer, id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.File(RollFile.Template(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), CsvFile.MediaType, "officers.csv");
    }

    private static async Task<Results<NotFound, RazorComponentResult<App>>> CheckAsync(
        Guid id, IFormCollection form, HttpContext context, AcademyDb db, CurrentPerson trainer, RollDesk desk, CarriedText carried, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (await db.CohortTrainedByAsync(trainer, id, cancellationToken) is not { } cohort)
        {
            return TypedResults.NotFound();
        }

        var (text, problem) = await UploadedAsync(form, cancellationToken);
        var reading = problem is null ? RollReader.Read(text) : null;
        problem ??= Find(reading!);
        if (problem is not null)
        {
            return Show(context, id, new RollView(problem, reading), StatusCodes.Status400BadRequest);
        }

        var plan = await desk.PlanAsync(db, trainer, cohort, reading!, cancellationToken);
        return Show(context, id, new RollView(
            Reading: reading, Plan: plan, Carried: carried.Pack(List, text, trainer, id), ResultCarried: Pack(plan, done: false, carried, trainer, id, words)));
    }

    private static async Task<Results<NotFound, RazorComponentResult<App>>> ApplyAsync(
        Guid id, [FromForm] string? roll, [FromForm] string? fates, HttpContext context, CurrentPerson trainer, RollDesk desk, CarriedText carried, IStringLocalizer<Words> words, AcademyDb db, CancellationToken cancellationToken)
    {
        if (await db.CohortTrainedByAsync(trainer, id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (carried.Unpack(List, roll, trainer, id) is not { } text)
        {
            return Show(context, id, new RollView(RollUploadProblem.TooOld), StatusCodes.Status400BadRequest);
        }

        if (await desk.EnrolAsync(trainer, id, RollReader.Read(text), fates ?? "", context.From, cancellationToken) is not { } outcome)
        {
            return TypedResults.NotFound();
        }

        return Show(
            context, id,
            new RollView(
                Plan: outcome.Plan, Carried: outcome.Done ? null : roll, ResultCarried: Pack(outcome.Plan, outcome.Done, carried, trainer, id, words),
                Done: outcome.Done, Changed: !outcome.Done),
            outcome.Done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<Results<NotFound, FileContentHttpResult, RazorComponentResult<App>>> ResultAsync(
        Guid id, [FromForm] string? result, AcademyDb db, HttpContext context, CurrentPerson trainer, CarriedText carried, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (await db.CohortTrainedByAsync(trainer, id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (carried.Unpack(Result, result, trainer, id) is not { } lines)
        {
            return Show(context, id, new RollView(RollUploadProblem.TooOld), StatusCodes.Status400BadRequest);
        }

        // On a shared desktop the next person must not find it.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(RollFile.Result(JsonSerializer.Deserialize<List<FateLine>>(lines)!, words), CsvFile.MediaType, "enrolled.csv");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AddOfficerAsync(
        Guid id, [FromForm] Guid? officer, [FromForm] string? due, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var outcome = await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                if (await db.CohortTrainedByAsync(trainer, id, cancellationToken) is not { } cohort
                    || await db.People.FirstOrDefaultAsync(p => p.Id == officer && p.Id != trainer.Id && p.Country == cohort.Country && p.Roles.HasFlag(Domain.Access.Roles.Officer), cancellationToken) is not { DeactivatedAt: null } person)
                {
                    return null;
                }

                var dueOn = DateOnly.TryParseExact(due, "yyyy-MM-dd", out var own) ? own : (DateOnly?)null;
                if ((dueOn is null && !string.IsNullOrEmpty(due)) || (dueOn is { } day && !Cohort.AreDates(cohort.StartsOn, day)))
                {
                    return "Date";
                }

                var others = await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                    .Where(e => e.OfficerId == person.Id && e.CourseId == cohort.CourseId).ToListAsync(cancellationToken);
                if (others.Exists(e => e.CohortId == id))
                {
                    return "Member";
                }

                if (others.Exists(e => e.IsOpen))
                {
                    return "OtherCohort";
                }

                var enrolment = new Enrolment(cohort, person, clock.GetUtcNow(), dueOn);
                db.Add(enrolment);
                await db.ActAsync(trainer, "cohort.enrolled", $"{person.AuditName}, enrolment {enrolment.Id}, cohort {cohort.Id}: {cohort.Name}", context.From, clock.GetUtcNow(), cancellationToken);
                return "Added";
            },
            cancellationToken);
        return outcome is null ? TypedResults.NotFound() : TypedResults.LocalRedirect($"{Address(id)}?outcome={outcome}&who={officer}");
    }

    /// <summary>The file when one was chosen, otherwise what was pasted.</summary>
    private static async Task<(string Text, RollUploadProblem? Problem)> UploadedAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            var pasted = form["text"].ToString();
            return (pasted, string.IsNullOrWhiteSpace(pasted) ? RollUploadProblem.Empty : pasted.Length > LargestRoll ? RollUploadProblem.TooLarge : null);
        }

        if (file.Length > LargestRoll)
        {
            return ("", RollUploadProblem.TooLarge);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return RollText.IsWorkbook(bytes.ToArray()) ? ("", RollUploadProblem.Workbook) : (RollText.Decode(bytes.ToArray()), null);
    }

    private static RollUploadProblem? Find(RollReading reading) => reading switch
    {
        { Missing.Count: > 0 } => RollUploadProblem.Columns,
        { Entries.Count: 0 } => RollUploadProblem.Empty,
        { Entries.Count: > RollReader.MostLines } => RollUploadProblem.TooManyLines,
        _ => null,
    };

    private static string Pack(RollPlan plan, bool done, CarriedText carried, CurrentPerson trainer, Guid id, IStringLocalizer<Words> words) =>
        carried.Pack(Result, JsonSerializer.Serialize(plan.Fates.Select(fate => words.Tell(fate, done))), trainer, id);

    private static RazorComponentResult<App> Show(HttpContext context, Guid id, RollView view, int status = StatusCodes.Status200OK)
    {
        context.Features.Set(view);
        return context.Page(Address(id), status);
    }
}
