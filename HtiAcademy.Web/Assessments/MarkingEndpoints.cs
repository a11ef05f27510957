using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HtiAcademy.Web.Assessments;

/// <summary>What a trainer does with an essay.</summary>
internal static class MarkingEndpoints
{
    /// <summary>Under which the page finds what it must tell beside the essay: a <see cref="MarkingOutcome"/>, or the officer's name.</summary>
    public const string Answer = "marking-answer";

    public static void MapMarking(this IEndpointRouteBuilder app)
    {
        var essay = app.MapGroup("/marking/{attemptId:guid}/{position:int}").RequireAuthorization(Policies.Trainers);
        essay.MapPost("/mark", MarkAsync);
        essay.MapPost("/name", NameAsync);
    }

    public static string Address(Guid attemptId, int position) => FormattableString.Invariant($"/marking/{attemptId}/{position}");

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> MarkAsync(
        Guid attemptId, int position, IFormCollection form, [FromForm] MarkingAct act, HttpContext context, CurrentPerson marker, MarkingDesk desk, Academy academy, CancellationToken cancellationToken)
    {
        var points = form["points"].Select(value => value ?? "").ToList();
        var comment = form["comment"].ToString().ReplaceLineEndings("\n").Trim();
        var outcome = await desk.MarkAsync(marker, attemptId, position, points, comment, act, context.From, cancellationToken);
        return outcome switch
        {
            null => TypedResults.NotFound(),
            MarkingOutcome.Kept => TypedResults.LocalRedirect($"{Address(attemptId, position)}?saved=true"),
            MarkingOutcome.Given => TypedResults.LocalRedirect(await NextAsync(marker, desk, academy, cancellationToken)),
            MarkingOutcome.Refused => Page(context, attemptId, position, outcome, StatusCodes.Status400BadRequest),
            _ => Page(context, attemptId, position, outcome, StatusCodes.Status409Conflict),
        };
    }

    private static async Task<Results<NotFound, RazorComponentResult<App>>> NameAsync(
        Guid attemptId, int position, IFormCollection form, HttpContext context, CurrentPerson marker, MarkingDesk desk, CancellationToken cancellationToken) =>
        await desk.NameAsync(marker, attemptId, position, context.From, cancellationToken) is { } name
            ? Page(context, attemptId, position, name, StatusCodes.Status200OK)
            : TypedResults.NotFound();

    // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
    private static RazorComponentResult<App> Page(HttpContext context, Guid attemptId, int position, object answer, int status)
    {
        context.Items[Answer] = answer;
        context.Request.Path = Address(attemptId, position);
        return new RazorComponentResult<App> { StatusCode = status };
    }

    private static async Task<string> NextAsync(CurrentPerson marker, MarkingDesk desk, Academy academy, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(marker.Scope);
        var next = (await desk.QueueAsync(db, marker, cancellationToken)).Where(e => e.Stage.IsToDo).Select(e => e.Essay).FirstOrDefault();
        return next is null ? "/marking?done=true" : $"{Address(next.AttemptId, next.Position)}?done=true";
    }
}
