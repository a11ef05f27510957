using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What becomes of a draft: what its author does with it, and whoever decides about it.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var draft = app.MapGroup("/author/drafts/{id:guid}").RequireAuthorization(Policies.Trainers);
        draft.MapPost("submit", SubmitAsync);
        draft.MapPost("take-back", TakeBackAsync);
        draft.MapPost("give-up", GiveUpAsync);
        draft.MapPost("ask", AskAsync);
        draft.MapPost("answer", AnswerAsync);
        draft.MapPost("merge/apply", MergeAsync);
        draft.MapPost("comment", CommentAsync);
        draft.MapPost("return", ReturnAsync);
        draft.MapPost("publish", PublishAsync);
    }

    public static string Address(Guid draftId) => $"/author/drafts/{draftId}";

    public static string MergeAddress(Guid draftId, Guid? with) => with is null ? $"{Address(draftId)}/merge" : $"{Address(draftId)}/merge?with={with}";

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> SubmitAsync(
        Guid id, [FromForm] int revision, IFormCollection form, HttpContext context, CurrentPerson author, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "submit", await desk.SubmitAsync(author, id, revision, context.From, cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> TakeBackAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson author, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "take-back", await desk.TakeBackAsync(author, id, context.From, cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> GiveUpAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson author, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "give-up", await desk.GiveUpAsync(author, id, context.From, cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> AskAsync(
        Guid id, [FromForm] string? agency, IFormCollection form, HttpContext context, CurrentPerson author, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "ask", await desk.AskAsync(author, id, Guid.TryParse(agency, out var chosen) ? chosen : null, context.From, cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> AnswerAsync(
        Guid id, [FromForm] Guid comment, [FromForm] string? answer, IFormCollection form, HttpContext context, CurrentPerson author, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "answer", await desk.AnswerAsync(author, id, comment, answer ?? "", cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> CommentAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson reader, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "comment", await desk.CommentAsync(reader, id, SectionComment.Read(form), cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ReturnAsync(
        Guid id, [FromForm] int revision, IFormCollection form, HttpContext context, CurrentPerson by, ReviewDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "comment", await desk.ReturnAsync(by, id, revision, SectionComment.Read(form), context.From, cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> PublishAsync(
        Guid id, [FromForm] int revision, IFormCollection form, HttpContext context, CurrentPerson by, DraftPublisher publisher, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        await publisher.PublishAsync(by, id, revision, context.From, cancellationToken) is not { } outcome ? TypedResults.NotFound()
        : outcome.Problem is null ? TypedResults.LocalRedirect(Address(id))
        : context.Refuse(Address(id), new RefusedForm("publish", [words.Say(outcome.Problem.Value)], form));

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> MergeAsync(
        Guid id, [FromForm] string? with, [FromForm] string? theirs, [FromForm] int revision, IFormCollection form, HttpContext context,
        CurrentPerson author, AcademyDb db, Manuscripts manuscripts, DraftDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        Guid? other = Guid.TryParse(with, out var chosen) ? chosen : null;
        if (await db.MergeOfAsync(author, id, other, manuscripts, cancellationToken) is not { } merge || !author.Writer.Writes(merge.Mine.File))
        {
            return TypedResults.NotFound();
        }

        var problem = merge.Seen != (theirs ?? "") ? ReviewProblem.ReadEarlier
            : merge.TextOf(form) is not { } text ? ReviewProblem.NotChosen
            : ProblemOf(other is null
                ? await desk.MergeAsync(author, id, text, merge.Hash, revision, cancellationToken)
                : await desk.SaveAsync(author, id, text, revision, cancellationToken));
        if (problem is null)
        {
            return TypedResults.LocalRedirect(Address(id));
        }

        context.Request.QueryString = other is null ? QueryString.Empty : QueryString.Create("with", $"{other}");
        return context.Refuse(MergeAddress(id, null), new RefusedForm("merge", [words.Say(problem.Value)], form));
    }

    private static ReviewProblem? ProblemOf(DraftSaved? saved) => saved?.Problem switch
    {
        null => null,
        DraftProblem.WrittenElsewhere => ReviewProblem.ReadEarlier,
        DraftProblem.TooLong => ReviewProblem.TooLong,
        _ => ReviewProblem.NotWriting,
    };

    private static Results<RedirectHttpResult, NotFound, RazorComponentResult<App>> Answer(Guid id, string name, ReviewOutcome? outcome, IFormCollection form, HttpContext context, IStringLocalizer<Words> words) =>
        outcome is null ? TypedResults.NotFound()
        : outcome.Problem is null ? TypedResults.LocalRedirect(Address(id))
        : context.Refuse(Address(id), new RefusedForm(name, [words.Say(outcome.Problem.Value)], form));
}
