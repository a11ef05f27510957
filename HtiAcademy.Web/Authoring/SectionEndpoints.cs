using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What an author does with single sections of a draft and what it is made from.</summary>
internal static class SectionEndpoints
{
    public const string FormName = "section";

    public static void MapSections(this IEndpointRouteBuilder app)
    {
        var sections = app.MapGroup("/author/drafts/{id:guid}/sections").RequireAuthorization(Policies.Trainers);
        sections.MapPost("take", TakeAsync);
        sections.MapPost("keep", KeepAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> TakeAsync(
        Guid id, [FromForm] string? section, IFormCollection form, HttpContext context, CurrentPerson author, DraftSections sections, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(await sections.TakeAsync(author, id, section ?? "", cancellationToken), section, form, context, words);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> KeepAsync(
        Guid id, [FromForm] string? section, IFormCollection form, HttpContext context, CurrentPerson author, DraftSections sections, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        Answer(await sections.KeepAsync(author, id, section ?? "", cancellationToken), section, form, context, words);

    private static Results<RedirectHttpResult, NotFound, RazorComponentResult<App>> Answer(DraftSaved? saved, string? section, IFormCollection form, HttpContext context, IStringLocalizer<Words> words) => saved switch
    {
        null => TypedResults.NotFound(),
        { Problem: null } => TypedResults.LocalRedirect($"/author/drafts/{saved.Draft.Id}/sections#section-{Uri.EscapeDataString(section ?? "")}"),
        { Problem: DraftProblem.TooLong } => context.Refuse($"/author/drafts/{saved.Draft.Id}/sections", new RefusedForm(FormName, [words["The text would be too long."]], form)),
        _ => context.Refuse($"/author/drafts/{saved.Draft.Id}/sections", new RefusedForm(FormName, [words["The draft is submitted. Take it back to go on writing."]], form)),
    };
}
