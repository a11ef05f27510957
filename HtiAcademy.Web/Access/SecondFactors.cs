using System.Security.Cryptography;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>What a person shows besides the password: an authenticator app's code, a recovery code, or a passkey.</summary>
public sealed class SecondFactors(Academy academy, IDataProtectionProvider protection, DemoAcademy demo, Caller caller, TimeProvider clock)
{
    private readonly IDataProtector _secrets = protection.CreateProtector("authenticator-secret");

    /// <summary>Who sees others' records needs one, except where all people are invented.</summary>
    public bool AreRequiredOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !demo.IsOn && (person.Roles & (Roles.Trainer | Roles.Administrator)) != Roles.None;
    }

    public async Task<bool> HasAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Authenticators.AnyAsync(a => a.PersonId == personId, cancellationToken)
            || await db.Passkeys.AnyAsync(p => p.UserId == personId, cancellationToken);
    }

    /// <returns>For a form to carry until the first code was right: the secret of a new app, protected.</returns>
    public string NewSecret() => _secrets.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(Totp.SecretBytes)));

    /// <returns>Null when it is not ours.</returns>
    public byte[]? Reveal(string? protectedSecret)
    {
        try
        {
            return protectedSecret is null ? null : Convert.FromHexString(_secrets.Unprotect(protectedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Counts and looks at a code of the second step.</summary>
    internal async Task<bool> AcceptAsync(Person person, string? code, GuessOrigin origin, CancellationToken cancellationToken)
    {
        var account = person.Id.ToString();
        if (!await academy.WriteAsync(Scope.Everything, db => db.CountAsync(GuessKind.Code, account, origin, clock.GetUtcNow(), cancellationToken), cancellationToken))
        {
            return false;
        }

        return await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                if (!await UseAsync(db, person, code, cancellationToken))
                {
                    return false;
                }

                await db.ForgetGuessesAsync(GuessKind.Code, account, origin, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Adds the app whose code is right.</summary>
    public async Task<bool> AddAuthenticatorAsync(CurrentPerson me, string? protectedSecret, string? code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (Reveal(protectedSecret) is not { } secret || Totp.Match(secret, code, clock.GetUtcNow(), after: 0) is not { } step)
        {
            return false;
        }

        await academy.WriteAsync(
            me.Scope,
            async db =>
            {
                await db.Authenticators.Where(a => a.PersonId == me.Id).ExecuteDeleteAsync(cancellationToken);
                db.Add(new Authenticator(me.Id, protectedSecret!, step, clock.GetUtcNow()));
                await AuditAsync(db, me, "person.authenticator-added", cancellationToken);
            },
            cancellationToken);
        return true;
    }

    public Task RemoveAuthenticatorAsync(CurrentPerson me, CancellationToken cancellationToken) => academy.WriteAsync(
        me.Scope,
        async db =>
        {
            if (await db.Authenticators.SingleOrDefaultAsync(a => a.PersonId == me.Id, cancellationToken) is { } app)
            {
                db.Remove(app);
                await AuditAsync(db, me, "person.authenticator-removed", cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Makes new recovery codes in place of those before.</summary>
    /// <returns>The only time that anybody sees them.</returns>
    public Task<IReadOnlyList<EntryCode>> MakeRecoveryCodesAsync(CurrentPerson me, CancellationToken cancellationToken) => academy.WriteAsync<IReadOnlyList<EntryCode>>(
        me.Scope,
        async db =>
        {
            var codes = Enumerable.Range(0, RecoveryCode.Number).Select(_ => EntryCode.New()).ToList();
            await db.RecoveryCodes.Where(c => c.PersonId == me.Id).ExecuteDeleteAsync(cancellationToken);
            db.AddRange(codes.Select(code => new RecoveryCode(me.Id, code)));
            await AuditAsync(db, me, "person.recovery-codes-made", cancellationToken);
            return codes;
        },
        cancellationToken);

    public async Task AuditAsync(AcademyDb db, CurrentPerson me, string what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(me);
        var name = (await db.People.SingleAsync(p => p.Id == me.Id, cancellationToken)).AuditName;
        await db.AuditAsync(name, what, name, caller.From, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<bool> UseAsync(AcademyDb db, Person person, string? code, CancellationToken cancellationToken)
    {
        if (EntryCode.TryParse(code, out var entry))
        {
            var recovery = await db.RecoveryCodes.SingleOrDefaultAsync(c => c.PersonId == person.Id && c.CodeHash == entry.Hash, cancellationToken);
            if (recovery is not null)
            {
                db.Remove(recovery);
                await db.AuditAsync(person.AuditName, "person.recovery-code-used", person.AuditName, caller.From, clock.GetUtcNow(), cancellationToken);
            }

            return recovery is not null;
        }

        var app = await db.Authenticators.SingleOrDefaultAsync(a => a.PersonId == person.Id, cancellationToken);
        if (Reveal(app?.ProtectedSecret) is not { } secret || Totp.Match(secret, code, clock.GetUtcNow(), app!.LastStep) is not { } step)
        {
            return false;
        }

        app.Use(step);
        return true;
    }
}
