using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HtiAcademy.Web.Assessments;

/// <summary>What an officer does with an attempt. Each answers with the page to go to, so that a reload repeats nothing.</summary>
internal static class AttemptEndpoints
{
    public static void MapAttempts(this IEndpointRouteBuilder app)
    {
        foreach (var address in new[] { "/learn/{courseId}/{moduleId}/quiz", "/learn/{courseId}/final" })
        {
            var attempts = app.MapGroup(address);
            attempts.MapPost("/start", StartAsync);
            attempts.MapPost("/answer", AnswerAsync);
            attempts.MapPost("/submit", SubmitAsync);
        }
    }

    public static string Address(string courseId, string assessment) =>
        $"/learn/{Uri.EscapeDataString(courseId)}/{(assessment == Step.Final ? "final" : $"{Uri.EscapeDataString(assessment)}/quiz")}";

    private static async Task<Results<RedirectHttpResult, NotFound>> StartAsync(
        string courseId, string? moduleId, IFormCollection form, Invigilator invigilator, CurrentPerson officer, CancellationToken cancellationToken)
    {
        var assessment = moduleId ?? Step.Final;
        return await invigilator.StartAsync(officer, courseId, assessment, cancellationToken) is { } started
            ? TypedResults.LocalRedirect(Address(courseId, assessment) + (started ? "?question=1" : ""))
            : TypedResults.NotFound();
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AnswerAsync(
        string courseId,
        string? moduleId,
        IFormCollection form,
        [FromForm] Guid attempt,
        [FromForm] int position,
        [FromForm] string go,
        Invigilator invigilator,
        CurrentPerson officer,
        CancellationToken cancellationToken)
    {
        var values = form["answer"].Select(value => value ?? "").ToList();
        var page = Address(courseId, moduleId ?? Step.Final);
        return await invigilator.SaveAnswerAsync(officer, courseId, moduleId ?? Step.Final, attempt, position, values, cancellationToken) switch
        {
            null or AnswerOutcome.NoSuchQuestion => TypedResults.NotFound(),
            AnswerOutcome.Saved or AnswerOutcome.NothingGiven => TypedResults.LocalRedirect($"{page}?question={Uri.EscapeDataString(go)}"),
            AnswerOutcome.Closed => TypedResults.LocalRedirect($"{page}?closed=true"),
            var refused => TypedResults.LocalRedirect($"{page}?question={position}&refused={refused}"),
        };
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> SubmitAsync(
        string courseId, string? moduleId, IFormCollection form, [FromForm] Guid attempt, Invigilator invigilator, CurrentPerson officer, CancellationToken cancellationToken) =>
        await invigilator.CollectAsync(officer, courseId, moduleId ?? Step.Final, attempt, cancellationToken)
            ? TypedResults.LocalRedirect($"{Address(courseId, moduleId ?? Step.Final)}?result={attempt}")
            : TypedResults.NotFound();
}
