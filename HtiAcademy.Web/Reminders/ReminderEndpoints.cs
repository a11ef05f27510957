using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>Where people choose which reminders they get, or stop one of them from its mail.</summary>
internal static class ReminderEndpoints
{
    public const string Choices = "/account/reminders";

    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        app.MapPost(Choices, ChooseAsync);
        // A mail program posts this for its user (RFC 8058), without a cookie and without the form's token: the link itself,
        // which nobody else can know, is the permission, and it stops reminders and does nothing else.
        // Before the page of that address, which takes posts too.
        app.MapPost($"{StopLinks.Start}/{{token}}", StopAsync).AllowAnonymous().DisableAntiforgery().WithOrder(-1);
    }

    private static async Task<RedirectHttpResult> ChooseAsync(IFormCollection form, CurrentPerson person, Academy academy, CancellationToken cancellationToken)
    {
        await academy.WriteAsync(
            person.Scope,
            async db =>
            {
                var me = await db.People.SingleAsync(p => p.Id == person.Id, cancellationToken);
                foreach (var kind in ReminderKinds.OfferedTo(me.Roles))
                {
                    Action<ReminderKind> choose = form["kind"].Contains(kind.ToString()) ? me.ResumeReminders : me.StopReminders;
                    choose(kind);
                }
            },
            cancellationToken);
        return TypedResults.LocalRedirect($"{Choices}?saved=1");
    }

    private static async Task<Results<RazorComponentResult<App>, NotFound>> StopAsync(string token, StopLinks links, Academy academy, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } request)
        {
            return TypedResults.NotFound();
        }

        var stopped = await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                var person = await db.People.FirstOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
                foreach (var kind in request.Kinds)
                {
                    person?.StopReminders(kind);
                }

                return person is not null;
            },
            cancellationToken);
        // The page itself answers and says so: mail programs follow no redirection.
        return stopped ? new RazorComponentResult<App>() : TypedResults.NotFound();
    }
}
