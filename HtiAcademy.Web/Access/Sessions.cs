using System.Globalization;
using System.Security.Claims;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>Begins, goes on with and ends what the sign-in cookie names.</summary>
public sealed class Sessions(
    Academy academy, IUserClaimsPrincipalFactory<Person> principals, SecondFactors factors, DoorCookies cookies, Caller caller, IHttpContextAccessor accessor, EndedSessions ended, TimeProvider clock)
{
    private static readonly TimeSpan IdleOnSharedComputer = TimeSpan.FromHours(1);

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Nobody asks.");

    public async Task BeginAsync(Person person, bool shared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.GetUtcNow();
        var session = new Session(person, caller.Device, caller.CoarseNetwork, shared, now);
        // Whoever signs in again leaves no session behind.
        var before = new CurrentPerson(Context.User).SessionId;
        await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                await db.Sessions.Where(s => s.PersonId == person.Id && s.EndsAt < now - Session.KeptFor).ExecuteDeleteAsync(cancellationToken);
                db.Add(session);
            },
            cancellationToken);
        await EndAsync(before, cancellationToken);
        await HandOutAsync(person, session, cancellationToken);
    }

    /// <returns>The person as they are now; null when the session is over.</returns>
    public async Task<ClaimsPrincipal?> GoOnAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (person, session) = await FindAsync(id, cancellationToken);
        if (person is null || session?.IsOpenFor(person, now) != true)
        {
            return null;
        }

        if (!session.WasSeen(now))
        {
            await ChangeAsync(id, s => s.See(now), cancellationToken);
        }

        return await PrincipalAsync(person, session, cancellationToken);
    }

    /// <summary>After the person gave a password or a passkey again: a session of a new name takes the place of this one.</summary>
    public async Task ProveAsync(Guid id, CancellationToken cancellationToken)
    {
        var next = await academy.WriteAsync(
            Scope.Everything,
            async db => db.Add((await db.Sessions.SingleAsync(s => s.Id == id, cancellationToken)).Prove(clock.GetUtcNow())).Entity.Id,
            cancellationToken);
        ended.Add(id);
        await RefreshAsync(next, cancellationToken);
    }

    /// <summary>Writes the cookie anew, after something that it says has changed.</summary>
    public async Task RefreshAsync(Guid id, CancellationToken cancellationToken)
    {
        var (person, session) = await FindAsync(id, cancellationToken);
        if (person is not null && session is not null)
        {
            await HandOutAsync(person, session, cancellationToken);
        }
    }

    public async Task EndAsync(Guid id, CancellationToken cancellationToken)
    {
        await ChangeAsync(id, session => session.End(clock.GetUtcNow()), cancellationToken);
        ended.Add(id);
    }

    private Task ChangeAsync(Guid id, Action<Session> change, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        async db =>
        {
            if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } session)
            {
                change(session);
            }
        },
        cancellationToken);

    private async Task<(Person? Person, Session? Session)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        return (session is null ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == session.PersonId, cancellationToken), session);
    }

    private async Task HandOutAsync(Person person, Session session, CancellationToken cancellationToken)
    {
        var properties = new AuthenticationProperties { IsPersistent = false };
        if (session.IsShared)
        {
            properties.IssuedUtc = clock.GetUtcNow();
            properties.ExpiresUtc = clock.GetUtcNow() + IdleOnSharedComputer;
        }
        else
        {
            cookies.Know(person);
        }

        await Context.SignInAsync(IdentityConstants.ApplicationScheme, await PrincipalAsync(person, session, cancellationToken), properties);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(Person person, Session session, CancellationToken cancellationToken)
    {
        var principal = await principals.CreateAsync(person);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaims(CurrentPerson.ClaimsOf(session));
        if (factors.AreRequiredOf(person) && !await factors.HasAsync(person.Id, cancellationToken))
        {
            identity.AddClaim(CurrentPerson.SecondFactorIsMissing);
        }

        return principal;
    }
}
