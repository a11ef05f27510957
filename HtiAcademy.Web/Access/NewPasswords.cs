using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>Sets passwords: with a code after a forgotten one, or anew by who is signed in. Either ends the other sessions.</summary>
public sealed class NewPasswords(Academy academy, IPasswordHasher<Person> hasher, NewPasswordLetter letter, SecondFactors factors, Caller caller, TimeProvider clock)
{
    /// <summary>Sends a code, if there is somebody of this name with a mailbox; three in an hour at most.</summary>
    public async Task SendAsync(string name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                var person = await db.People.NamedAsync(name.Trim(), cancellationToken);
                // Counted for who does not exist too: the answer takes as long.
                var counted = await db.CountAsync(GuessKind.Mail, person?.Id.ToString() ?? Person.Normalized(name.Trim())!, new GuessOrigin("", IsKnown: false), now, cancellationToken);
                if (counted && person is { TakesMail: true, PasswordHash: not null })
                {
                    await WriteAsync(db, person, now, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <returns>Whose password the code lets set; null when it does not any more, or never did.</returns>
    public async Task<Person?> OwnerAsync(string? code, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return (await FindAsync(db, code, cancellationToken))?.Person;
    }

    /// <returns>False when the code no longer lets anybody in.</returns>
    public Task<bool> SetByCodeAsync(string? code, string password, CancellationToken cancellationToken)
    {
        // Before the transaction, which should be short: a hash takes time.
        var hash = hasher.HashPassword(null!, password);
        return academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await FindAsync(db, code, cancellationToken) is not var (invitation, person) || !invitation.Use(now))
                {
                    return false;
                }

                person.SetPassword(hash);
                await db.ForgetGuessesAsync(person, cancellationToken);
                await db.AuditAsync(person.AuditName, "person.password-set", person.AuditName, caller.From, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    public Task ChangeAsync(CurrentPerson me, string password, CancellationToken cancellationToken)
    {
        var hash = hasher.HashPassword(null!, password);
        return academy.WriteAsync(
            me.Scope,
            async db =>
            {
                var person = await db.People.SingleAsync(p => p.Id == me.Id, cancellationToken);
                person.SetPassword(hash);
                // Whoever fears for the account closes every way in, codes that were asked for too.
                await db.RevokeCodesAsync(person, kind: null, clock.GetUtcNow(), cancellationToken);
                (await db.Sessions.SingleAsync(s => s.Id == me.SessionId, cancellationToken)).Keep(person);
                await factors.AuditAsync(db, me, "person.password-changed", cancellationToken);
            },
            cancellationToken);
    }

    private async Task WriteAsync(AcademyDb db, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issued = await db.IssueCodeAsync(person, InvitationKind.NewPassword, byMail: true, byId: null, now, cancellationToken);
        db.Send(person, to => letter.Write(issued, to, now));
        await db.AuditAsync(person.AuditName, "person.password-forgotten", person.AuditName, caller.From, now, cancellationToken);
    }

    private async Task<(Invitation Invitation, Person Person)?> FindAsync(AcademyDb db, string? text, CancellationToken cancellationToken)
    {
        if (!EntryCode.TryParse(text, out var code))
        {
            return null;
        }

        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == code.Hash && i.Kind == InvitationKind.NewPassword, cancellationToken);
        if (invitation?.StateAt(clock.GetUtcNow()) != InvitationState.Open)
        {
            return null;
        }

        var person = await db.People.SingleAsync(p => p.Id == invitation.PersonId, cancellationToken);
        return person.DeactivatedAt is null ? (invitation, person) : null;
    }
}
