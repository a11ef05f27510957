using HtiAcademy.Domain;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What a partner says of the drafts that their agency was asked to read.</summary>
internal static class AgencyEndpoints
{
    public static void MapAgencyReadings(this IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup("/agency/readings/{id:guid}").RequireAuthorization(Policies.Partners);
        reading.MapPost("comment", CommentAsync);
        reading.MapPost("approve", ApproveAsync);
        reading.MapGet("images/{name}", ImageAsync);
    }

    public static string Address(Guid readingId) => $"/agency/readings/{readingId}";

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> CommentAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson partner, AgencyDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "comment", await desk.CommentAsync(partner, id, SectionComment.Read(form), cancellationToken), form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ApproveAsync(
        Guid id, [FromForm] int revision, IFormCollection form, HttpContext context, CurrentPerson partner, AgencyDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(id, "approve", await desk.ApproveAsync(partner, id, revision, context.From, cancellationToken), form, context, words);

    private static async Task<Results<FileContentHttpResult, NotFound>> ImageAsync(Guid id, string name, HttpContext context, CurrentPerson partner, AcademyDb db, Manuscripts manuscripts, CancellationToken cancellationToken)
    {
        if (PictureType.Of(name) is not { } type
            || await db.ReadingOfAsync(partner, id, cancellationToken) is not { } reading
            || await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == reading.DraftId, cancellationToken) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        var path = $"{draft.File.Folder}/images/{name}";
        var image = (await manuscripts.WithAsync(draft, cancellationToken)).SelectMany(course => course.Documents).FirstOrDefault(document => document.Path == path);
        context.Response.Headers.CacheControl = "private, no-cache";
        return image is null ? TypedResults.NotFound() : TypedResults.Bytes(image.Bytes.ToArray(), type);
    }

    private static Results<RedirectHttpResult, NotFound, RazorComponentResult<App>> Answer(Guid id, string name, ReviewOutcome? outcome, IFormCollection form, HttpContext context, IStringLocalizer<Words> words) =>
        outcome is null ? TypedResults.NotFound()
        : outcome.Problem is null ? TypedResults.LocalRedirect(Address(id))
        : context.Refuse(Address(id), new RefusedForm(name, [words.Say(outcome.Problem.Value)], form));
}
