using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

public enum Entry
{
    Refused,
    SecondStep,
    Entered,
}

/// <summary>
/// Lets people in. What it answers to a wrong name or password, and how long it takes, tells nobody whether an account
/// exists, has a password, is kept out or was guessed at too often.
/// </summary>
public sealed class Door(
    Academy academy, IPasswordHasher<Person> hasher, DoorCookies cookies, SecondFactors factors, Sessions sessions, Caller caller, TimeProvider clock, ILogger<Door> log)
{
    // A hash takes its time; so a password is always held against one, made in the same way as all.
    private static string? _nobodysHash;

    /// <param name="name">The user name or the mail address.</param>
    /// <param name="shared">On a computer that others use too.</param>
    public async Task<Entry> EnterAsync(string? name, string? password, bool shared, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrEmpty(password) || password.Length > PasswordRules.Longest)
        {
            return Entry.Refused;
        }

        var person = await FindAsync(name.Trim(), cancellationToken);
        var account = person?.Id.ToString() ?? Person.Normalized(name.Trim())!;
        if (!await IsRightAsync(person, account, password, cancellationToken))
        {
            log.LogWarning("A wrong password, or too many tries, from {Network}", caller.From);
            return Entry.Refused;
        }

        if (await factors.HasAsync(person!.Id, cancellationToken))
        {
            cookies.WaitForSecondStep(person, shared);
            return Entry.SecondStep;
        }

        await sessions.BeginAsync(person, shared, cancellationToken);
        return Entry.Entered;
    }

    /// <summary>The second step, by a code of the authenticator app or a recovery code.</summary>
    public async Task<Entry> EnterByCodeAsync(string? code, CancellationToken cancellationToken)
    {
        if (await WaitingAsync(cancellationToken) is not { } person)
        {
            return Entry.Refused;
        }

        var shared = cookies.Waiting!.Shared;
        if (!await factors.AcceptAsync(person, code, cookies.Origin(person), cancellationToken))
        {
            log.LogWarning("A wrong code of the second step, or too many tries, from {Network}", caller.From);
            return Entry.SecondStep;
        }

        cookies.ForgetSecondStep();
        await sessions.BeginAsync(person, shared, cancellationToken);
        return Entry.Entered;
    }

    /// <summary>Whose second step is to come; null for nobody.</summary>
    public async Task<Person?> WaitingAsync(CancellationToken cancellationToken)
    {
        if (cookies.Waiting is not { } waiting)
        {
            return null;
        }

        await using var db = academy.Open(Scope.Everything);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == waiting.PersonId && p.DeactivatedAt == null && p.SecurityStamp == waiting.SecurityStamp, cancellationToken);
    }

    /// <summary>Whether it is the password of who is signed in already.</summary>
    public async Task<bool> KnowsAsync(Guid personId, string? password, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        return password is { Length: > 0 and <= PasswordRules.Longest } && await IsRightAsync(person, person.Id.ToString(), password, cancellationToken);
    }

    /// <summary>Whether who is signed in shows again that it is them: with the password, and a code of the app or a recovery code if they have a second factor.</summary>
    public async Task<bool> ProvesAsync(Guid personId, string? password, string? code, CancellationToken cancellationToken)
    {
        if (!await KnowsAsync(personId, password, cancellationToken))
        {
            return false;
        }

        await using var db = academy.Open(Scope.Everything);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        return !await factors.HasAsync(personId, cancellationToken)
            || await factors.AcceptAsync(person, code, cookies.Origin(person), cancellationToken);
    }

    private async Task<bool> IsRightAsync(Person? person, string account, string password, CancellationToken cancellationToken)
    {
        var origin = cookies.Origin(person);
        // Counted first: of many tries at once, none is forgotten.
        var counted = await academy.WriteAsync(Scope.Everything, db => db.CountAsync(GuessKind.Password, account, origin, clock.GetUtcNow(), cancellationToken), cancellationToken);
        _nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString());
        var match = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? _nobodysHash, password);
        if (!counted || match == PasswordVerificationResult.Failed || person is not { DeactivatedAt: null, PasswordHash: not null })
        {
            return false;
        }

        // Hashes that were made with less work than is asked for now are made anew as their owners come in.
        var stronger = match == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(person, password) : null;
        await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                await db.ForgetGuessesAsync(GuessKind.Password, account, origin, cancellationToken);
                if (stronger is not null)
                {
                    (await db.People.SingleAsync(p => p.Id == person.Id, cancellationToken)).StrengthenHash(stronger);
                }
            },
            cancellationToken);
        return true;
    }

    private async Task<Person?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.People.AsNoTracking().NamedAsync(name, cancellationToken);
    }
}
