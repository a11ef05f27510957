using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>
/// Passkeys (WebAuthn): what the browser is asked to sign, and what it answered. A passkey is two factors in one, because the
/// device asks for a finger, a face or its own code first.
/// </summary>
public sealed class Passkeys(Academy academy, IPasskeyHandler<Person> handler, DoorCookies cookies, SecondFactors factors, IHttpContextAccessor accessor)
{
    public const int LongestName = 60;
    private const int LongestId = 800;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Nobody asks.");

    /// <returns>What the browser needs to make one, as JSON.</returns>
    public async Task<string> OfferAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.UserName!, DisplayName = person.FullName }, Context);
        cookies.Challenge = options.AttestationState;
        return options.CreationOptionsJson;
    }

    /// <returns>False when the browser's answer is none to what was asked.</returns>
    public async Task<bool> AddAsync(CurrentPerson me, string? name, string? credential, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(me);
        var state = cookies.Challenge;
        cookies.Challenge = null;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential ?? "", AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != me.Id.ToString() || made.Passkey.CredentialId.Length > LongestId)
        {
            return false;
        }

        made.Passkey.Name = Named(name);
        await academy.WriteAsync(
            me.Scope,
            async db =>
            {
                db.Add(new IdentityUserPasskey<Guid> { UserId = me.Id, CredentialId = made.Passkey.CredentialId, Data = DataOf(made.Passkey) });
                await factors.AuditAsync(db, me, "person.passkey-added", cancellationToken);
            },
            cancellationToken);
        return true;
    }

    /// <returns>What the browser needs to sign in with any passkey that it has for the academy, as JSON.</returns>
    public async Task<string> AskAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, Context);
        cookies.Challenge = options.AssertionState;
        return options.RequestOptionsJson;
    }

    /// <returns>Whose passkey signed; null when it is none of ours, or its person is kept out.</returns>
    public async Task<Person?> RecogniseAsync(string? credential, CancellationToken cancellationToken)
    {
        var state = cookies.Challenge;
        cookies.Challenge = null;
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential ?? "", AssertionState = state });
        if (!shown.Succeeded || shown.User is not { DeactivatedAt: null } person)
        {
            return null;
        }

        return await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                // Somebody may have removed it in this moment.
                var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == shown.Passkey.CredentialId, cancellationToken);
                if (passkey is not null)
                {
                    passkey.Data.SignCount = shown.Passkey.SignCount;
                    passkey.Data.IsBackedUp = shown.Passkey.IsBackedUp;
                }

                return passkey is null ? null : person;
            },
            cancellationToken);
    }

    /// <returns>False when it is none of theirs.</returns>
    public Task<bool> RemoveAsync(CurrentPerson me, string? id, CancellationToken cancellationToken) => academy.WriteAsync(
        me.Scope,
        async db =>
        {
            var mine = await db.Passkeys.Where(p => p.UserId == me.Id).ToListAsync(cancellationToken);
            var passkey = mine.SingleOrDefault(p => Convert.ToHexString(p.CredentialId) == id);
            if (passkey is not null)
            {
                db.Remove(passkey);
                await factors.AuditAsync(db, me, "person.passkey-removed", cancellationToken);
            }

            return passkey is not null;
        },
        cancellationToken);

    private string Named(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Caller.DeviceOf(Context.Request.Headers.UserAgent.ToString()) : name.Trim() is { Length: > LongestName } tooLong ? tooLong[..LongestName] : name.Trim();

    private static IdentityPasskeyData DataOf(UserPasskeyInfo passkey) => new()
    {
        Name = passkey.Name,
        PublicKey = passkey.PublicKey,
        CreatedAt = passkey.CreatedAt,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports,
        IsUserVerified = passkey.IsUserVerified,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject,
        ClientDataJson = passkey.ClientDataJson,
    };
}
