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

internal static class HistoryEndpoints
{
    public const string RestoreForm = "restore";

    private const string History = "/author/history";

    public static void MapHistory(this IEndpointRouteBuilder app) => app.MapPost(History + "/restore", RestoreAsync).RequireAuthorization(Policies.Trainers);

    public static string Address(string path) => $"{History}/{path}";

    /// <param name="section">Empty for the whole text.</param>
    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RestoreAsync(
        [FromForm] string? path, [FromForm] int? version, [FromForm] string? section, IFormCollection form, HttpContext context, AcademyDb db, CurrentPerson author, DraftDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (AuthoredFile.Parse(path ?? "") is not { } file
            || !author.Writer.Writes(file)
            || (await db.HistoryAsync(file.Path, cancellationToken)).FirstOrDefault(v => v.Number == version) is not { Hash: not null } earlier
            || WordingOf(await db.TextAsync(earlier, cancellationToken), section) is not { } wording
            || await desk.OpenAsync(author, file, begin: null, cancellationToken) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        var text = string.IsNullOrEmpty(section) ? wording : WithSection(AuthoredSections.Of(draft.Text), section, wording);
        var problem = (await desk.SaveAsync(author, draft.Id, text, draft.Revision, cancellationToken))?.Problem;
        return problem is null
            ? TypedResults.LocalRedirect(file.Kind == AuthoredKind.Questions ? BankEndpoints.Address(file.Path) : $"/author/edit/{file.Path}")
            : context.Refuse(Address(file.Path), new RefusedForm(RestoreForm, [words.Say(BankDesk.Of(problem.Value))], form));
    }

    private static string? WordingOf(string text, string? section) => string.IsNullOrEmpty(section) ? text : AuthoredSections.Of(text).Wording(section);

    /// <summary>What was left out since comes at the end.</summary>
    private static string WithSection(AuthoredSections sections, string id, string wording) => sections.Find(id) is null ? sections.Append(wording) : sections.Replace(id, wording);
}
