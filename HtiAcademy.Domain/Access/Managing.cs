using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

/// <summary>What is done to accounts by those who manage them.</summary>
public static class Managing
{
    extension(AcademyDb db)
    {
        /// <summary>Takes away the app, the passkeys and the recovery codes: for who has lost them, after it was made sure who asks.</summary>
        public async Task RemoveFactorsAsync(Person person, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            await db.Passkeys.Where(p => p.UserId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Authenticators.Where(a => a.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
            await db.RecoveryCodes.Where(c => c.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
        }

        /// <returns>Null when <paramref name="by"/> does not manage the person, who does not exist for them then.</returns>
        public async Task<Person?> FindManagedAsync(Guid id, Person by, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(by);
            var person = await db.People.SingleOrDefaultAsync(p => p.Id == id && p.ErasedAt == null, cancellationToken);
            return person is not null && by.Manages(person) ? person : null;
        }

        /// <returns>Nothing when it is done.</returns>
        public async Task<IReadOnlyList<PersonProblem>> ChangePersonAsync(
            Person person, PersonFacts stated, Person by, PersonRules rules, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            ArgumentNullException.ThrowIfNull(stated);
            ArgumentNullException.ThrowIfNull(by);
            var facts = stated with { FullName = CertificateChange.Tidy(stated.FullName) };
            var problems = await db.FindProblemsAsync(facts, by, rules, cancellationToken);
            if (facts.FullName != person.FullName && await db.HasCertificateAsync(person, cancellationToken))
            {
                problems.Add(PersonProblem.NameOnCertificate);
            }

            if (facts.Roles != person.Roles && person.Id == by.Id)
            {
                problems.Add(PersonProblem.Yourself);
            }
            else if (!facts.Roles.HasFlag(Roles.Administrator) && await db.IsLastAdministratorAsync(person, cancellationToken))
            {
                problems.Add(PersonProblem.LastAdministrator);
            }

            if (problems.Count > 0)
            {
                return problems;
            }

            var (before, agency, name, rank) = (Told(person), person.AgencyId, person.FullName, person.Rank);
            person.State(facts);
            if (person.AgencyId != agency)
            {
                await db.TakeAlongAsync(person, cancellationToken);
            }

            await db.AuditAsync(by.AuditName, "person.changed", $"{person.AuditName}: {before} → {Told(person)}{(person.FullName == name ? "" : ", another name")}{(person.Rank == rank ? "" : ", another rank")}", from, now, cancellationToken);
            return [];
        }

        /// <param name="reason">One of <see cref="AccountReasons.ToKeepOut"/>, for the audit log.</param>
        /// <returns>Null when it is done.</returns>
        public async Task<PersonProblem?> DeactivateAsync(Person person, AccountReason? reason, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            ArgumentNullException.ThrowIfNull(by);
            PersonProblem? problem = person.Id == by.Id ? PersonProblem.Yourself
                : reason is not { } why || !AccountReasons.ToKeepOut.Contains(why) ? PersonProblem.Reason
                : await db.IsLastAdministratorAsync(person, cancellationToken) ? PersonProblem.LastAdministrator
                : null;
            if (problem is null && person.DeactivatedAt is null)
            {
                person.Deactivate(now);
                await db.RevokeCodesAsync(person, kind: null, now, cancellationToken);
                await db.AuditAsync(by.AuditName, "person.deactivated", $"{person.AuditName}: {reason}", from, now, cancellationToken);
            }

            return problem;
        }

        /// <param name="reason">One of <see cref="AccountReasons.ToLetIn"/>, for the audit log.</param>
        /// <returns>Null when it is done.</returns>
        public async Task<PersonProblem?> ReactivateAsync(Person person, AccountReason? reason, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            ArgumentNullException.ThrowIfNull(by);
            if (reason is not { } why || !AccountReasons.ToLetIn.Contains(why))
            {
                return PersonProblem.Reason;
            }

            if (person.DeactivatedAt is not null)
            {
                person.Reactivate();
                await db.AuditAsync(by.AuditName, "person.reactivated", $"{person.AuditName}: {why}", from, now, cancellationToken);
            }

            return null;
        }

        /// <summary>Whether the name stands on a certificate already, however that stands.</summary>
        public Task<bool> HasCertificateAsync(Person person, CancellationToken cancellationToken) =>
            // Also on one that was earned in a country which whoever asks does not see: a name is changed by two people then.
            db.Certificates.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AnyAsync(c => c.OfficerId == person.Id, cancellationToken);

        /// <summary>
        /// Gives the officer's open enrolments, with all that belongs to them, to the agency of the officer. What is completed stays
        /// with the agency that sent them.
        /// </summary>
        internal async Task TakeAlongAsync(Person officer, CancellationToken cancellationToken)
        {
            var (id, agency) = (officer.Id, officer.AgencyId);
            // Also what the officer studies in a country that whoever moves them does not see.
            var open = await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Open().Where(e => e.OfficerId == id).Select(e => e.Id).ToListAsync(cancellationToken);
            await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(e => open.Contains(e.Id))
                // An attempt that begins meanwhile is begun again on the new agency.
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.AgencyId, agency).SetProperty(x => x.Revision, x => x.Revision + 1), cancellationToken);
            var attempts = await db.Attempts.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(a => open.Contains(a.EnrolmentId)).Select(a => a.Id).ToListAsync(cancellationToken);
            await db.Attempts.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(a => attempts.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.AgencyId, agency), cancellationToken);
            await db.EssayMarkings.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(m => attempts.Contains(m.AttemptId)).ExecuteUpdateAsync(m => m.SetProperty(x => x.AgencyId, agency), cancellationToken);
            await db.Observations.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(o => open.Contains(o.EnrolmentId)).ExecuteUpdateAsync(o => o.SetProperty(x => x.AgencyId, agency), cancellationToken);
        }

        // Two administrators at once who each deactivate the other both write the next entry of the audit log: one is too late
        // and thinks again.
        internal async Task<bool> IsLastAdministratorAsync(Person person, CancellationToken cancellationToken) =>
            person.Roles.HasFlag(Roles.Administrator) && person.DeactivatedAt is null && person.PasswordHash is not null
            && !await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .AnyAsync(p => p.Id != person.Id && p.Roles.HasFlag(Roles.Administrator) && p.DeactivatedAt == null && p.PasswordHash != null, cancellationToken);
    }

    // Nothing that was typed: the log keeps it for good.
    private static string Told(Person person) =>
        $"{person.Roles}, {person.Country}, {person.AgencyId}, {person.Audience}, {person.Language}{(person.TrainsIn.Count > 0 ? $", trains in {string.Join(' ', person.TrainsIn)}" : "")}";
}
