using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>Begins a draft and saves what is typed in it.</summary>
internal static class EditorEndpoints
{
    // What is too long is still read, so that it comes back with the answer: as much as the server takes at all.
    private const int LargestText = 30_000_000;

    public static void MapEditor(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/author/drafts").RequireAuthorization(Policies.Trainers);
        drafts.MapPost("start", StartAsync);
        drafts.MapPost("{id:guid}/save", SaveAsync).WithFormOptions(valueLengthLimit: LargestText).WithMetadata(new TypedTextKeptAttribute());
    }

    public static string Address(string path) => $"/author/edit/{path}";

    private static async Task<Results<RedirectHttpResult, NotFound>> StartAsync(
        [FromForm] string? path, CurrentPerson author, AuthoredPlaces places, DraftDesk desk, CancellationToken cancellationToken) =>
        await places.FindAsync(path ?? "", cancellationToken) is { File: var file } && await desk.OpenAsync(author, file, begin: null, cancellationToken) is not null
            ? TypedResults.LocalRedirect(Address(file.Path))
            : TypedResults.NotFound();

    /// <summary>A script asks for JSON and stays on the page.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound, JsonHttpResult<SaveReceipt>, RazorComponentResult<App>>> SaveAsync(
        Guid id, [FromForm] string? text, [FromForm] int? revision, [FromForm] string? show, HttpContext context, CurrentPerson author, DraftDesk desk, IStringLocalizer<Words> words)
    {
        // Whoever leaves the page while it is sent has still written. A form without a revision was begun before any other.
        var typed = text ?? "";
        if (await desk.SaveAsync(author, id, typed, revision ?? -1, CancellationToken.None) is not { } saved)
        {
            return TypedResults.NotFound();
        }

        if (context.Request.Headers.Accept.Contains("application/json"))
        {
            return TypedResults.Json(SaveReceipt.Of(saved, words), statusCode: StatusOf(saved.Problem));
        }

        if (saved.Problem is not { } problem)
        {
            return TypedResults.LocalRedirect($"{Address(saved.Draft.Path)}{context.Request.QueryString}{(show == "preview" ? "#preview" : "")}");
        }

        context.Features.Set(new UnsavedText(Draft.WithLineFeeds(typed), problem));
        return context.Page(Address(saved.Draft.Path), StatusOf(problem));
    }

    private static int StatusOf(DraftProblem? problem) => problem switch
    {
        null => StatusCodes.Status200OK,
        DraftProblem.TooLong => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>What a script tells an author about a text that it sent.</summary>
/// <param name="Message">Why it is not saved; null when it is.</param>
/// <param name="Text">What the draft says, when it was written elsewhere.</param>
internal sealed record SaveReceipt(int Revision, DateTimeOffset SavedAt, string? Message, string? Text)
{
    public static SaveReceipt Of(DraftSaved saved, IStringLocalizer<Words> words) => new(
        saved.Draft.Revision,
        saved.Draft.ChangedAt,
        saved.Problem is { } problem ? UnsavedText.Say(problem, words) : null,
        saved.Problem == DraftProblem.WrittenElsewhere ? saved.Draft.Text : null);
}
