using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Personnel;

/// <summary>Whom a code lets in.</summary>
/// <param name="MayName">Whether the name can still be stated: none of the person's certificates bears it.</param>
public sealed record Guest(Person Person, InvitationKind Kind, InvitationState State, bool MayName);

/// <summary>Where somebody stands who holds an invitation. Its code is all that is known of them, and it is enough.</summary>
public sealed class Threshold(Academy academy, IPasswordHasher<Person> hasher, Caller caller, IHttpContextAccessor accessor, TimeProvider clock)
{
    private CancellationToken Cancelled => accessor.HttpContext!.RequestAborted;

    /// <returns>Null when there is no such code. Looking uses nothing up: mail scanners open links too.</returns>
    public async Task<Guest?> LookAsync(EntryCode code)
    {
        await using var db = academy.Open(Scope.Everything);
        return await FindAsync(db, code) is (var invitation, var person) ? await GuestAsync(db, invitation, person) : null;
    }

    /// <summary>Sets what was checked before, and uses the code up.</summary>
    /// <returns><see cref="InvitationState.Open"/> when it is done; else what has become of the code meanwhile.</returns>
    public async Task<InvitationState> EnterAsync(EntryCode code, string password, string? name, string? language)
    {
        // Before the transaction, which should be short: a hash takes time.
        var hash = hasher.HashPassword(null!, password);
        return await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await FindAsync(db, code) is not ({ Kind: InvitationKind.Join } invitation, var person))
                {
                    return InvitationState.Revoked;
                }

                var guest = await GuestAsync(db, invitation, person);
                if (guest.State != InvitationState.Open)
                {
                    return guest.State;
                }

                invitation.Use(now);
                person.EmailConfirmed |= invitation.ByMail;
                if (guest.MayName && name is not null)
                {
                    person.CorrectName(CertificateChange.Tidy(name));
                }

                if (language is not null)
                {
                    person.Speak(language);
                }

                person.SetPassword(hash);
                await db.AuditAsync(person.AuditName, "person.joined", person.AuditName, caller.From, now, Cancelled);
                return InvitationState.Open;
            },
            Cancelled);
    }

    private async Task<(Invitation Invitation, Person Person)?> FindAsync(AcademyDb db, EntryCode code) =>
        await db.FindInvitationAsync(code, Cancelled) is { } invitation
            ? (invitation, await db.People.SingleAsync(p => p.Id == invitation.PersonId, Cancelled))
            : null;

    private async Task<Guest> GuestAsync(AcademyDb db, Invitation invitation, Person person) => new(
        person,
        invitation.Kind,
        // Who was kept out since stays out, whatever code they hold.
        person.DeactivatedAt is not null ? InvitationState.Revoked : invitation.StateAt(clock.GetUtcNow()),
        !await db.HasCertificateAsync(person, Cancelled));
}
