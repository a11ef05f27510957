using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

/// <summary>What came of inviting somebody: the person, or what stood against it.</summary>
/// <param name="Taken">Whose address it is, when whoever asks may see that account.</param>
public sealed record Invited(Person? Person, IReadOnlyList<PersonProblem> Problems, Person? Taken = null);

/// <summary>A code that was just made. Only here is it known.</summary>
public sealed record IssuedCode(Invitation Invitation, EntryCode Code);

public static class Inviting
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Makes an account, into which nobody comes before its code is used: ask <c>IssueCodeAsync</c> for one. Adds nothing when
        /// there is a problem.
        /// </summary>
        /// <param name="by">Who invites, and may state only what they manage.</param>
        public async Task<Invited> InviteAsync(Invitee invitee, Person by, PersonRules rules, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(invitee);
            var facts = invitee.Facts with { FullName = CertificateChange.Tidy(invitee.Facts.FullName) };
            var problems = await db.FindProblemsAsync(facts, by, rules, cancellationToken);
            // Only what is right but for this is looked up: else anybody could ask for free who has an account.
            var (email, userName) = (Blank(invitee.Email), Blank(invitee.UserName)?.ToLowerInvariant());
            Person? taken = null;
            if (email is not null && !FactChecks.IsEmail(email))
            {
                problems.Add(PersonProblem.Email);
            }
            else if (email is not null && problems.Count == 0 && await db.IsTakenAsync(email, cancellationToken))
            {
                taken = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == Person.Normalized(email), cancellationToken);
                problems.Add(taken is null ? PersonProblem.AskAnAdministrator : PersonProblem.EmailTaken);
            }

            if (userName is not null && !FactChecks.IsUserName(userName))
            {
                problems.Add(PersonProblem.UserName);
            }
            else if (userName is not null && await db.IsTakenAsync(userName, cancellationToken))
            {
                problems.Add(PersonProblem.UserNameTaken);
            }

            if (problems.Count > 0)
            {
                return new Invited(null, problems, taken);
            }

            userName ??= email is null ? await db.SuggestUserNameAsync(facts.FullName, facts.Country, cancellationToken) : null;
            var person = new Person(facts.FullName, email, facts.Roles, facts.Language, facts.Country, userName);
            person.State(facts);
            db.Add(person);
            await db.AuditAsync(by.AuditName, "person.invited", $"{person.AuditName}: {facts.Roles}{string.Concat(facts.TrainsIn.Append(facts.Country).Where(country => country.Length > 0).Distinct(StringComparer.Ordinal).Select(country => $", {country}"))}", from, now, cancellationToken);
            return new Invited(person, []);
        }

        /// <summary>Makes a code with which the person sets a password, in place of those made before for the same purpose.</summary>
        /// <param name="byId">Null for who asks for themselves.</param>
        public async Task<IssuedCode> IssueCodeAsync(Person person, InvitationKind kind, bool byMail, Guid? byId, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            await db.RevokeCodesAsync(person, kind, now, cancellationToken);
            var code = EntryCode.New();
            var invitation = new Invitation(person, kind, code, byMail, byId, now);
            db.Add(invitation);
            return new IssuedCode(invitation, code);
        }

        /// <param name="kind">Null for every kind.</param>
        /// <returns>How many would have let somebody in still.</returns>
        public async Task<int> RevokeCodesAsync(Person person, InvitationKind? kind, DateTimeOffset now, CancellationToken cancellationToken)
        {
            // Whoever may manage the person takes back what others made as well.
            var open = await db.Invitations.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(i => i.PersonId == person.Id && (kind == null || i.Kind == kind) && i.UsedAt == null && i.RevokedAt == null)
                .ToListAsync(cancellationToken);
            open.ForEach(invitation => invitation.Revoke(now));
            return open.Count(invitation => invitation.ExpiresAt > now);
        }

        /// <summary>The invitation that a code opens, for whoever holds it, whatever has become of it.</summary>
        public Task<Invitation?> FindInvitationAsync(EntryCode code, CancellationToken cancellationToken)
        {
            var hash = code.Hash;
            // Who comes with a code has no scope yet. Its 80 random bits are the permission, for this one record.
            return db.Invitations.IgnoreQueryFilters([AcademyDb.ScopeFilter]).SingleOrDefaultAsync(i => i.CodeHash == hash, cancellationToken);
        }

        private Task<bool> IsTakenAsync(string name, CancellationToken cancellationToken)
        {
            var normalized = Person.Normalized(name);
            // An address or a user name is one person's, whoever may see them.
            return db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AnyAsync(p => p.NormalizedEmail == normalized || p.NormalizedUserName == normalized, cancellationToken);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
