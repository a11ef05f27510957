using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Privacy;

/// <summary>
/// Removes a person for good: all that says who they are, and every word that they wrote or that was written about them.
/// What was done and scored stays under an id that leads to nobody, so that no figure changes; a certificate still answers
/// whoever knows the name on it. For administrators: it reaches beyond every other scope.
/// </summary>
public static class Erasing
{
    extension(AcademyDb db)
    {
        /// <param name="userName">Typed once more by who erases.</param>
        /// <param name="reason">For the audit log.</param>
        /// <returns>Null when it is done.</returns>
        public async Task<ErasureProblem?> EraseAsync(
            Person person, string? userName, string? reason, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            ArgumentNullException.ThrowIfNull(by);
            ErasureProblem? problem = person.Id == by.Id ? ErasureProblem.Yourself
                : Person.Normalized(userName?.Trim()) != person.NormalizedUserName ? ErasureProblem.UserName
                : !Certificate.IsReason(reason) ? ErasureProblem.Reason
                : person.IsNamedIn(reason!) ? ErasureProblem.NameInReason
                : await db.IsLastAdministratorAsync(person, cancellationToken) ? ErasureProblem.LastAdministrator
                : null;
            if (problem is not null || person.ErasedAt is not null)
            {
                return problem;
            }

            await db.DropLettersAndWaysInAsync(person, cancellationToken);
            await db.ForgetCertificatesAsync(person, cancellationToken);
            await db.ForgetLearningAsync(person, cancellationToken);
            await db.ForgetStaffAsync(person, cancellationToken);
            person.Erase(now);
            await db.AuditAsync(by.AuditName, "person.erased", $"{person.AuditName}: {Certificate.Tidy(reason)}", from, now, cancellationToken);
            return null;
        }

        private async Task DropLettersAndWaysInAsync(Person person, CancellationToken cancellationToken)
        {
            var (id, address, account) = (person.Id, person.Email, Guess.HashOf(person.Id.ToString()));
            await db.Sessions.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Passkeys.Where(p => p.UserId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Authenticators.Where(a => a.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.RecoveryCodes.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Guesses.Where(g => g.Account == account).ExecuteDeleteAsync(cancellationToken);
            await db.Invitations.Where(i => i.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.SentReminders.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.Where(m => m.ToAddress == address).ExecuteDeleteAsync(cancellationToken);
        }

        private async Task ForgetCertificatesAsync(Person person, CancellationToken cancellationToken)
        {
            // Who asked for changes and decided them is in the audit log; of a revocation the certificate has the reason.
            await db.CertificateChanges.Where(c => c.OfficerId == person.Id).ExecuteDeleteAsync(cancellationToken);
            var certificates = await db.Certificates.Where(c => c.OfficerId == person.Id).ToListAsync(cancellationToken);
            certificates.ForEach(certificate => certificate.Forget());
            // Files with the name, made this week.
            var runs = await db.PrintRuns.AsNoTracking().ToListAsync(cancellationToken);
            var naming = runs.Where(run => run.Certificates.Intersect(certificates.Select(c => c.Id)).Any()).Select(run => run.Id).ToList();
            await db.PrintRuns.Where(r => naming.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        private async Task ForgetLearningAsync(Person person, CancellationToken cancellationToken)
        {
            (await db.Enrolments.Where(e => e.OfficerId == person.Id).ToListAsync(cancellationToken)).ForEach(enrolment => enrolment.Forget());
            var markings = await db.EssayMarkings.Where(m => m.OfficerId == person.Id).ToListAsync(cancellationToken);
            markings.ForEach(marking => marking.ForgetWords());
            foreach (var attempt in await db.Attempts.Where(a => a.OfficerId == person.Id).ToListAsync(cancellationToken))
            {
                if (attempt.Percent is null)
                {
                    // It counts in no figure, and nobody can mark what is not there to read.
                    db.RemoveRange(markings.Where(marking => marking.AttemptId == attempt.Id));
                    db.Remove(attempt);
                }
                else
                {
                    attempt.ForgetWords();
                }
            }

            await db.Observations.Where(o => o.OfficerId == person.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Note, ""), cancellationToken);
        }

        // What a trainer did for others stays theirs: marks, comments, what was observed.
        private async Task ForgetStaffAsync(Person person, CancellationToken cancellationToken)
        {
            var (id, name, pseudonym) = (person.Id, person.FullName, person.Pseudonym);
            (await db.Cohorts.Where(c => c.Trainers.Any(t => t.PersonId == id)).ToListAsync(cancellationToken)).ForEach(cohort => cohort.Dismiss(id));
            await db.Observations.Where(o => o.TrainerId == id).ExecuteUpdateAsync(o => o.SetProperty(x => x.TrainerName, pseudonym), cancellationToken);
            // Versions say who published them by name alone: a namesake's must not lose it.
            if (person.Roles != Roles.Officer && !await db.People.AnyAsync(p => p.Id != id && p.FullName == name, cancellationToken))
            {
                await db.CourseVersions.Where(v => v.PublishedBy == name).ExecuteUpdateAsync(v => v.SetProperty(x => x.PublishedBy, pseudonym), cancellationToken);
            }
        }
    }
}
