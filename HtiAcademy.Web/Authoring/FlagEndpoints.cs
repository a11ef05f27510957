using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

internal static class FlagEndpoints
{
    /// <summary>Where trainers answer.</summary>
    public const string List = "/author/flags";

    /// <summary>Of the form by which an officer flags a section.</summary>
    public const string FormName = "flag";

    public static void MapFlags(this IEndpointRouteBuilder app)
    {
        app.MapPost("/learn/{courseId}/{moduleId}/flag/send", SendAsync);
        app.MapPost(List + "/{id:guid}/settle", SettleAsync).RequireAuthorization(Policies.Trainers);
    }

    /// <summary>Of the form that settles a flag.</summary>
    public static string SettleFormName(Guid id) => $"settle-{id}";

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> SendAsync(
        string courseId, string moduleId, [FromForm] string? section, [FromForm] string? kind, [FromForm] string? sentence, IFormCollection form, HttpContext context, FlagDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(courseId, moduleId, cancellationToken) is not { } read)
        {
            return TypedResults.NotFound();
        }

        var page = $"/learn/{courseId}/{moduleId}/flag";
        var problems = await desk.RaiseAsync(read, section ?? "", Choice<FlagKind>(kind), sentence ?? "", cancellationToken);
        return problems.Count == 0
            ? TypedResults.LocalRedirect($"{page}?sent=true")
            : context.Refuse(page, new RefusedForm(FormName, [.. problems.Select(words.Say)], form));
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> SettleAsync(
        Guid id, [FromForm] string? outcome, [FromForm] string? answer, IFormCollection form, HttpContext context, FlagDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken) =>
        await desk.SettleAsync(id, Choice<FlagOutcome>(outcome), answer ?? "", context.From, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            [] => TypedResults.LocalRedirect($"{List}#flag-{id}"),
            var problems => context.Refuse(List, new RefusedForm(SettleFormName(id), [.. problems.Select(words.Say)], form)),
        };

    // Enums are also parsed from numbers, which no form sends.
    private static T? Choice<T>(string? name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<T>(name!) : null;
}
