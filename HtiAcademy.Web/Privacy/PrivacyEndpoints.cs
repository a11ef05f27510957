using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Personnel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HtiAcademy.Web.Privacy;

/// <summary>What people may ask of their own data, and administrators do when somebody wants to be forgotten.</summary>
internal static class PrivacyEndpoints
{
    public const string MyData = "/account/data";

    public static void AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PersonalRecords>();
        builder.Services.AddSingleton<PersonalFile>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{MyData}/download", DownloadAsync);
        app.MapPost($"{PeopleEndpoints.List}/{{id:guid}}/erase/do", EraseAsync).RequireAuthorization(Policies.Administrators);
    }

    public static string EraseAddress(Guid person) => $"{PeopleEndpoints.Address(person)}/erase";

    // Reading the form checks its token.
    private static async Task<FileContentHttpResult> DownloadAsync(
        IFormCollection form, HttpContext context, CurrentPerson me, Caller caller, PersonalFile file, TimeProvider clock, CancellationToken cancellationToken)
    {
        var bytes = await file.MakeAsync(me.Id, caller.From, cancellationToken);
        // Computers are shared: nothing of it stays behind in the browser.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, "application/zip", $"hti-academy-{clock.GetUtcNow():yyyy-MM-dd}.zip");
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> EraseAsync(
        Guid id, IFormCollection form, HttpContext context, PeopleDesk desk, Catalogue catalogue, IJobScheduling scheduling)
    {
        var reason = AccountReasons.Read(form["reason"], AccountReasons.ToErase);
        var (found, problem) = await desk.DoAsync(async act => await act.Db.FindManagedAsync(id, act.By, act.Cancelled) is { } person
            ? (true, await act.Db.EraseAsync(person, form["userName"], reason, catalogue.BankAsync, act.By, act.From, act.Now, act.Cancelled))
            : (false, (ErasureProblem?)null));
        if (!found)
        {
            return TypedResults.NotFound();
        }

        if (problem is null)
        {
            await scheduling.RunNowAsync(Timetable.Retention, CancellationToken.None);
            return TypedResults.LocalRedirect(EraseAddress(id));
        }

        // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
        context.Request.Path = EraseAddress(id);
        context.Features.Set(new ErasureRefused(problem.Value));
        return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
    }
}

/// <summary>What the page that answers must say.</summary>
internal sealed record ErasureRefused(ErasureProblem Problem);
