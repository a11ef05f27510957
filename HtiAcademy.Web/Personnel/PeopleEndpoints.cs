using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Personnel;

/// <summary>What administrators and trainers do to accounts. What somebody does not manage is 404 to them.</summary>
internal static class PeopleEndpoints
{
    public const string List = "/admin/people";
    public const string Invite = $"{List}/invite";

    /// <summary>So many are printed at once.</summary>
    public const int MostSlips = 200;

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        // Named for all: an endpoint that reads no form would not ask for the form's token by itself.
        var people = app.MapGroup(List).RequireAuthorization(Policies.Trainers).WithMetadata(new RequireAntiforgeryTokenAttribute());
        people.MapPost("/invite/send", InviteAsync);
        people.MapPost("/slips", PrintSlipsAsync);
        people.MapPost("/{id:guid}/change", ChangeAsync);
        people.MapPost("/{id:guid}/deactivate", DeactivateAsync);
        people.MapPost("/{id:guid}/reactivate", ReactivateAsync);
        people.MapPost("/{id:guid}/letter", SendLetterAsync);
        people.MapPost("/{id:guid}/revoke", RevokeAsync);
        people.MapPost("/{id:guid}/end-sessions", EndSessionsAsync);
        people.MapPost("/{id:guid}/remove-factors", RemoveFactorsAsync).RequireAuthorization(Policies.Administrators);
        people.MapPost("/{id:guid}/merge/do", MergeAsync).RequireAuthorization(Policies.Administrators);
    }

    public static string Address(Guid person) => $"{List}/{person}";

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<App>>> InviteAsync(
        IFormCollection form, HttpContext context, CurrentPerson current, PeopleDesk desk, Reception reception)
    {
        var invited = await desk.DoAsync(async act =>
        {
            var typed = PersonForm.Read(form, current, await act.Db.Agencies.AsNoTracking().ToListAsync(act.Cancelled));
            return await reception.InviteAsync(act.Db, typed.Invitee, typed.ByMail, act.By, act.From, act.Now, act.Cancelled);
        });
        return invited.Person is { } person ? TypedResults.LocalRedirect($"{Address(person.Id)}?done=invited") : Page(context, Invite, invited.Problems);
    }

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> PrintSlipsAsync(
        IFormCollection form, HttpContext context, PeopleDesk desk, Reception reception, SlipSheet sheet, TimeProvider clock, IStringLocalizer<Words> words)
    {
        var ids = form["person"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().Take(MostSlips).ToList();
        if (ids.Count == 0)
        {
            return TypedResults.LocalRedirect($"{List}?state={AccountState.Invited}&nothing=true");
        }

        var slips = await desk.DoAsync(async act =>
        {
            var people = await act.Db.People.Where(p => ids.Contains(p.Id) && p.DeactivatedAt == null).OrderBy(p => p.FullName).ToListAsync(act.Cancelled);
            if (people.Count < ids.Count || !people.TrueForAll(act.By.Manages))
            {
                return [];
            }

            var written = new List<Slip>(people.Count);
            foreach (var person in people)
            {
                written.Add(await reception.WriteSlipAsync(act.Db, person, act.By, act.From, act.Now, act.Cancelled));
            }

            return written;
        });
        if (slips.Count == 0)
        {
            return TypedResults.NotFound();
        }

        // Whoever has the file has the codes: it stays nowhere on the way.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(sheet.Print(slips, PaperSizes.Read(form["paper"]), clock.GetUtcNow()), "application/pdf", $"{FileNames.Safe(words["Slips"])}.pdf");
    }

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ChangeAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson current, PeopleDesk desk, Reception reception) => DoAsync(id, "changed", context, desk, async (act, person) =>
    {
        var typed = PersonForm.Read(form, current, await act.Db.Agencies.AsNoTracking().ToListAsync(act.Cancelled));
        return await act.Db.ChangePersonAsync(person, typed.Facts, act.By, await reception.RulesAsync(act.Db, act.Cancelled), act.From, act.Now, act.Cancelled);
    });

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> DeactivateAsync(Guid id, IFormCollection form, HttpContext context, PeopleDesk desk) =>
        DoAsync(id, "deactivated", context, desk, async (act, person) => Listed(await act.Db.DeactivateAsync(person, AccountReasons.Read(form["reason"], AccountReasons.ToKeepOut), act.By, act.From, act.Now, act.Cancelled)));

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ReactivateAsync(Guid id, IFormCollection form, HttpContext context, PeopleDesk desk) =>
        DoAsync(id, "reactivated", context, desk, async (act, person) => Listed(await act.Db.ReactivateAsync(person, AccountReasons.Read(form["reason"], AccountReasons.ToLetIn), act.By, act.From, act.Now, act.Cancelled)));

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> SendLetterAsync(Guid id, HttpContext context, PeopleDesk desk, Reception reception) =>
        DoAsync(id, "sent", context, desk, async (act, person) =>
        {
            if (!person.TakesMail)
            {
                return null;
            }

            await reception.SendAsync(act.Db, person, act.By, act.From, act.Now, act.Cancelled);
            return [];
        });

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RevokeAsync(Guid id, HttpContext context, PeopleDesk desk) =>
        DoAsync(id, "revoked", context, desk, async (act, person) =>
        {
            if (await act.Db.RevokeCodesAsync(person, kind: null, act.Now, act.Cancelled) > 0)
            {
                await act.Db.AuditAsync(act.By.AuditName, "invitation.revoked", person.AuditName, act.From, act.Now, act.Cancelled);
            }

            return [];
        });

    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> EndSessionsAsync(Guid id, HttpContext context, PeopleDesk desk) =>
        DoAsync(id, "ended", context, desk, async (act, person) =>
        {
            person.EndSessions();
            await act.Db.RevokeCodesAsync(person, InvitationKind.NewPassword, act.Now, act.Cancelled);
            await act.Db.AuditAsync(act.By.AuditName, "person.sessions-ended", person.AuditName, act.From, act.Now, act.Cancelled);
            return [];
        });

    // Nobody frees themselves of a second step in this way.
    private static Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RemoveFactorsAsync(Guid id, HttpContext context, CurrentPerson current, PeopleDesk desk) =>
        DoAsync(id, "factors", context, desk, async (act, person) =>
        {
            if (person.Id == current.Id)
            {
                return null;
            }

            await act.Db.RemoveFactorsAsync(person, act.Cancelled);
            person.EndSessions();
            await act.Db.AuditAsync(act.By.AuditName, "person.factors-removed", person.AuditName, act.From, act.Now, act.Cancelled);
            return [];
        });

    private static async Task<RedirectHttpResult> MergeAsync(Guid id, IFormCollection form, PeopleDesk desk)
    {
        var other = Guid.TryParse(form["other"], out var chosen) ? chosen : Guid.Empty;
        var problem = await desk.DoAsync(act => act.Db.MergeAsync(id, other, act.By, act.From, act.Now, act.Cancelled));
        return TypedResults.LocalRedirect(problem is null ? $"{Address(id)}?done=merged" : $"{Address(id)}/merge?other={other}&problem={problem}");
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> DoAsync(
        Guid id, string done, HttpContext context, PeopleDesk desk, Func<Act, Person, Task<IReadOnlyList<PersonProblem>?>> work) => await desk.DoToAsync(id, work) switch
        {
            null => TypedResults.NotFound(),
            [] => TypedResults.LocalRedirect($"{Address(id)}?done={done}"),
            var problems => Page(context, Address(id), problems),
        };

    private static IReadOnlyList<PersonProblem> Listed(PersonProblem? problem) => problem is { } one ? [one] : [];

    // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
    private static RazorComponentResult<App> Page(HttpContext context, string page, IReadOnlyList<PersonProblem> problems)
    {
        context.Request.Path = page;
        context.Features.Set(new Refusal(problems));
        return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
    }
}

/// <summary>What the page that answers must say.</summary>
internal sealed record Refusal(IReadOnlyList<PersonProblem> Problems);
