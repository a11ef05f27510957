using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
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
        /// <param name="reason">One of <see cref="AccountReasons.ToErase"/>, for the audit log.</param>
        /// <param name="bankOf">The questions that an attempt drew from, by their hash: they say which answers were typed.</param>
        /// <returns>Null when it is done.</returns>
        public async Task<ErasureProblem?> EraseAsync(
            Person person, string? userName, AccountReason? reason, Func<Attempt, Task<IReadOnlyDictionary<string, Question>>> bankOf,
            Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            ArgumentNullException.ThrowIfNull(bankOf);
            ArgumentNullException.ThrowIfNull(by);
            ErasureProblem? problem = person.Id == by.Id ? ErasureProblem.Yourself
                : Person.Normalized(userName?.Trim()) != person.NormalizedUserName ? ErasureProblem.UserName
                : reason is not { } why || !AccountReasons.ToErase.Contains(why) ? ErasureProblem.Reason
                : await db.IsLastAdministratorAsync(person, cancellationToken) ? ErasureProblem.LastAdministrator
                : null;
            if (problem is not null || person.ErasedAt is not null)
            {
                return problem;
            }

            await db.DropReportsAndLettersAsync(person, cancellationToken);
            await db.DropWaysInAsync(person, cancellationToken);
            await db.ForgetCertificatesAsync(person, cancellationToken);
            await db.ForgetLearningAsync(person, bankOf, cancellationToken);
            await db.ForgetStaffAsync(person, cancellationToken);
            person.Erase(now);
            await db.AuditAsync(by.AuditName, "person.erased", $"{person.AuditName}: {reason}", from, now, cancellationToken);
            return null;
        }

        // Each finds what it drops by what is dropped later.
        private async Task DropReportsAndLettersAsync(Person person, CancellationToken cancellationToken)
        {
            var reports = await db.ReportsNamingAsync(person, cancellationToken);
            Guid[] letters = [.. await db.LettersToAsync(person, cancellationToken), .. await db.LettersAboutAsync(person, reports, cancellationToken)];
            var (ids, runs) = (reports.ConvertAll(r => r.Id), reports.ConvertAll(r => r.RunId));
            await db.Outbox.Where(m => letters.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.CohortReports.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
            // The page of a run leads to its report.
            await db.ReportRuns.Where(r => runs.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        private async Task DropWaysInAsync(Person person, CancellationToken cancellationToken)
        {
            var (id, account) = (person.Id, Guess.HashOf(person.Id.ToString()));
            await db.Sessions.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Passkeys.Where(p => p.UserId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Authenticators.Where(a => a.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.RecoveryCodes.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Guesses.Where(g => g.Account == account).ExecuteDeleteAsync(cancellationToken);
            await db.Invitations.Where(i => i.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.SentReminders.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        }

        private async Task ForgetCertificatesAsync(Person person, CancellationToken cancellationToken)
        {
            // Who asked for changes and decided them is in the audit log.
            await db.CertificateChanges.Where(c => c.OfficerId == person.Id).ExecuteDeleteAsync(cancellationToken);
            var certificates = await db.Certificates.Where(c => c.OfficerId == person.Id).ToListAsync(cancellationToken);
            certificates.ForEach(certificate => certificate.Forget());
            // Files with the name, made this week.
            var runs = await db.PrintRuns.AsNoTracking().ToListAsync(cancellationToken);
            var naming = runs.Where(run => run.Certificates.Intersect(certificates.Select(c => c.Id)).Any()).Select(run => run.Id).ToList();
            await db.PrintRuns.Where(r => naming.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        private async Task ForgetLearningAsync(Person person, Func<Attempt, Task<IReadOnlyDictionary<string, Question>>> bankOf, CancellationToken cancellationToken)
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
                    attempt.ForgetWords(await bankOf(attempt));
                }
            }

            (await db.SectionFlags.Where(f => f.ById == person.Id).ToListAsync(cancellationToken)).ForEach(flag => flag.ForgetWords());
            await db.Observations.Where(o => o.OfficerId == person.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Note, ""), cancellationToken);
        }

        // What a trainer did for others stays theirs: marks, comments, what was observed.
        private async Task ForgetStaffAsync(Person person, CancellationToken cancellationToken)
        {
            var (id, pseudonym, auditName) = (person.Id, person.Pseudonym, person.AuditName);
            (await db.Cohorts.Where(c => c.Trainers.Any(t => t.PersonId == id)).ToListAsync(cancellationToken)).ForEach(cohort => cohort.Dismiss(id));
            await db.Observations.Where(o => o.TrainerId == id).ExecuteUpdateAsync(o => o.SetProperty(x => x.TrainerName, pseudonym), cancellationToken);
            // Versions say who published them by name alone, which a namesake may have too; the log says by id who published which.
            foreach (var record in await db.AuditEntries.Where(e => e.What == "course.published" && e.By == auditName).Select(e => e.Record).ToListAsync(cancellationToken))
            {
                // Such as "foundations@3, which is foundations@1 again".
                var parts = record.Split('@', ',');
                var (course, number) = (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
                await db.CourseVersions.Where(v => v.CourseId == course && v.Number == number).ExecuteUpdateAsync(v => v.SetProperty(x => x.PublishedBy, pseudonym), cancellationToken);
            }
        }
    }
}
