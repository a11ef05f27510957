using System.Globalization;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Assessments;

/// <summary>What an officer does with an attempt. Each answers with the page to go to, so that a reload repeats nothing.</summary>
internal static class AttemptEndpoints
{
    public static void MapAttempts(this IEndpointRouteBuilder app)
    {
        foreach (var address in new[] { "/learn/{courseId}/{moduleId}/quiz", "/learn/{courseId}/pretest", "/learn/{courseId}/final" })
        {
            var attempts = app.MapGroup(address);
            attempts.MapPost("/start", StartAsync);
            attempts.MapPost("/answer", AnswerAsync);
            attempts.MapPost("/submit", SubmitAsync);
        }
    }

    public static string Address(string courseId, string assessment) =>
        $"/learn/{Uri.EscapeDataString(courseId)}/{(assessment is Step.Final or Step.Pretest ? assessment : $"{Uri.EscapeDataString(assessment)}/quiz")}";

    private static async Task<Results<RedirectHttpResult, NotFound>> StartAsync(
        Sitting sitting, IFormCollection form, Invigilator invigilator, CurrentPerson officer, CancellationToken cancellationToken) =>
        await invigilator.StartAsync(officer, sitting.CourseId, sitting.Assessment, cancellationToken) is { } started
            ? TypedResults.LocalRedirect(sitting.Address + (started ? "?question=1" : ""))
            : TypedResults.NotFound();

    /// <summary>Takes one question's answer, or all of a page's. A script asks for JSON and stays on the page.</summary>
    private static async Task<Results<RedirectHttpResult, JsonHttpResult<IReadOnlyList<Receipt>>, NotFound>> AnswerAsync(
        Sitting sitting,
        IFormCollection form,
        [FromForm] Guid attempt,
        [FromForm] string go,
        HttpRequest request,
        Invigilator invigilator,
        CurrentPerson officer,
        IStringLocalizer<Words> words)
    {
        var answers = PostedIn(form);
        // Whoever leaves the page while it is sent has still answered.
        var saved = await invigilator.SaveAnswersAsync(officer, sitting.CourseId, sitting.Assessment, attempt, answers, CancellationToken.None);
        if (saved is not { Outcomes: { Count: > 0 } outcomes } || outcomes.Contains(AnswerOutcome.NoSuchQuestion))
        {
            return TypedResults.NotFound();
        }

        if (request.Headers.Accept.Contains("application/json"))
        {
            return TypedResults.Json<IReadOnlyList<Receipt>>([.. answers.Zip(outcomes, (answer, outcome) => Receipt.Of(answer, outcome, saved, words))]);
        }

        var refused = answers.Zip(outcomes).Where(a => a.Second is AnswerOutcome.NotOffered or AnswerOutcome.NotANumber or AnswerOutcome.TooLong).ToList();
        return TypedResults.LocalRedirect(
            outcomes.Contains(AnswerOutcome.Closed) ? $"{sitting.Address}?closed=true"
            : refused is [] ? $"{sitting.Address}?question={Uri.EscapeDataString(go)}"
            : $"{sitting.Address}?question={refused[0].First.Position}&refused={string.Join(',', refused.Select(r => $"{r.First.Position}:{r.Second}"))}");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> SubmitAsync(
        Sitting sitting, IFormCollection form, [FromForm] Guid attempt, Invigilator invigilator, CurrentPerson officer, CancellationToken cancellationToken) =>
        await invigilator.CollectAsync(officer, sitting.CourseId, sitting.Assessment, attempt, cancellationToken)
            ? TypedResults.LocalRedirect($"{sitting.Address}?result={attempt}")
            : TypedResults.NotFound();

    /// <summary>A page of one question names its fields without a number, a page of all with one.</summary>
    private static List<PostedAnswer> PostedIn(IFormCollection form)
    {
        var positions = form["position"].Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0).Distinct().ToList();
        return positions.ConvertAll(position =>
        {
            var suffix = form.ContainsKey("numbered") ? $"-{position}" : "";
            return new PostedAnswer(position, [.. form[$"answer{suffix}"].Select(value => value ?? "")], form.ContainsKey($"flag{suffix}"));
        });
    }
}
