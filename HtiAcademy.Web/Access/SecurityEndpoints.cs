using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>What people do to their own sign-in from the overview page.</summary>
internal static class SecurityEndpoints
{
    public const string Overview = "/account/security";

    public static void MapSecurity(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{Overview}/authenticator/remove", RemoveAuthenticatorAsync);
        app.MapPost($"{Overview}/sessions/{{id:guid}}/end", EndSessionAsync);
        app.MapPost($"{Overview}/sessions/end-others", EndOtherSessionsAsync);
    }

    private static async Task<RedirectHttpResult> RemoveAuthenticatorAsync(
        IFormCollection form, CurrentPerson me, SecondFactors factors, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!me.MayChangeSignIn(clock))
        {
            return TypedResults.LocalRedirect(Confirmation.ThenGoTo(Overview));
        }

        await factors.RemoveAuthenticatorAsync(me, cancellationToken);
        await sessions.RefreshAsync(me.SessionId, cancellationToken);
        return TypedResults.LocalRedirect($"{Overview}?done=removed");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> EndSessionAsync(
        Guid id, IFormCollection form, CurrentPerson me, AcademyDb db, Sessions sessions, CancellationToken cancellationToken)
    {
        if (!await db.Sessions.AnyAsync(s => s.Id == id && s.PersonId == me.Id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await sessions.EndAsync(id, cancellationToken);
        return TypedResults.LocalRedirect($"{Overview}?done=ended");
    }

    // Ending others' sessions needs no proof: whoever fears that somebody else is in must not be held up.
    private static async Task<RedirectHttpResult> EndOtherSessionsAsync(
        IFormCollection form, CurrentPerson me, Academy academy, SecondFactors factors, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        await academy.WriteAsync(
            me.Scope,
            async db =>
            {
                var person = await db.People.SingleAsync(p => p.Id == me.Id, cancellationToken);
                person.EndSessions();
                await db.RevokeCodesAsync(person, kind: null, clock.GetUtcNow(), cancellationToken);
                (await db.Sessions.SingleAsync(s => s.Id == me.SessionId, cancellationToken)).Keep(person);
                await factors.AuditAsync(db, me, "person.sessions-ended", cancellationToken);
            },
            cancellationToken);
        await sessions.RefreshAsync(me.SessionId, cancellationToken);
        return TypedResults.LocalRedirect($"{Overview}?done=ended");
    }
}
