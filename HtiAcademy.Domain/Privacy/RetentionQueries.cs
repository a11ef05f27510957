using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Domain.Privacy;

/// <summary>What was kept long enough, the oldest first, of the kinds that the job of retention deletes.</summary>
public static class RetentionQueries
{
    extension(AcademyDb db)
    {
        public IQueryable<Session> OutdatedSessions(DateTimeOffset now)
        {
            var before = now - Session.KeptFor;
            return db.Sessions.Where(s => s.EndsAt < before).OrderBy(s => s.Id);
        }

        public IQueryable<Invitation> OutdatedInvitations(DateTimeOffset now)
        {
            var before = now - Invitation.KeptFor;
            return db.Invitations.Where(i => i.ExpiresAt < before).OrderBy(i => i.Id);
        }

        public IQueryable<Guess> OutdatedGuesses(DateTimeOffset now)
        {
            var before = now - Guess.KeptFor;
            return db.Guesses.Where(g => g.At < before).OrderBy(g => g.Id);
        }

        public IQueryable<JobRun> OutdatedJobRuns(DateTimeOffset now)
        {
            var before = now - JobRun.KeptFor;
            return db.JobRuns.Where(r => r.StartedAt < before).OrderBy(r => r.Id);
        }

        /// <summary>Without those about a course that is still open: forgotten, they would be sent again.</summary>
        public IQueryable<SentReminder> OutdatedReminders(DateTimeOffset now)
        {
            var before = now - SentReminder.KeptFor;
            return db.SentReminders.Where(s => s.SentAt < before && !db.Enrolments.Open().Any(e => e.Id == s.About));
        }
    }
}
