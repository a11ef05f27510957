using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

/// <summary>Why two accounts cannot become one.</summary>
public enum MergeProblem
{
    Unknown,
    SameAccount,

    /// <summary>Nobody takes their own account away.</summary>
    Yourself,

    /// <summary>The account that would go trains, administers or reads reports, or did.</summary>
    Staff,
    SameCohort,

    /// <summary>Both hold a certificate of one course that stands.</summary>
    BothCertified,
}

/// <summary>Makes one account of two that one person has. For administrators: what moves is seen by no one else's scope as a whole.</summary>
public static class Merging
{
    private const string Into = " → ";

    extension(AcademyDb db)
    {
        /// <param name="keptId">With whose user name and password the person goes on.</param>
        /// <returns>Null when it is done.</returns>
        public async Task<MergeProblem?> MergeAsync(Guid keptId, Guid otherId, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(by);
            if (await db.FindMergeProblemAsync(keptId, otherId, by, cancellationToken) is { } problem)
            {
                return problem;
            }

            var kept = await db.People.SingleAsync(p => p.Id == keptId, cancellationToken);
            var other = await db.People.SingleAsync(p => p.Id == otherId, cancellationToken);
            await db.AuditAsync(by.AuditName, "person.merged", $"{other.AuditName}{Into}{kept.AuditName}", from, now, cancellationToken);
            await db.RevokeCodesAsync(other, kind: null, now, cancellationToken);
            var (email, confirmed) = (other.Email, other.EmailConfirmed);
            other.GiveUp(now);
            // The address is free before the other account takes it.
            await db.SaveChangesAsync(cancellationToken);
            kept.TakeMailboxOf(email, confirmed);
            // An enrolment that was never begun gives way to the one in the same cohort.
            await db.Enrolments.Where(e => e.OfficerId == otherId && e.State == EnrolmentState.Invited && db.Enrolments.Any(k => k.OfficerId == keptId && k.CohortId == e.CohortId)).ExecuteDeleteAsync(cancellationToken);
            await db.DropWaysInAsync(otherId, cancellationToken);
            await db.MoveWhatIsAboutAsync(otherId, keptId, cancellationToken);
            await db.MoveWhatWasDoneByAsync(otherId, keptId, cancellationToken);
            await db.TakeAlongAsync(kept, cancellationToken);
            return null;
        }

        /// <summary>The person's account, and those that went into it: the audit log alone tells of them.</summary>
        public async Task<IReadOnlyList<Guid>> AccountsOfAsync(Guid personId, CancellationToken cancellationToken)
        {
            var accounts = new List<Guid> { personId };
            // The newest first: an account had taken in others before it went into another.
            var merges = await db.AuditEntries.Where(e => e.What == "person.merged").OrderByDescending(e => e.Sequence).Select(e => e.Record).ToListAsync(cancellationToken);
            foreach (var merged in merges.Select(record => record.Split(Into)))
            {
                if (accounts.Exists(account => merged[1] == Person.AuditNameOf(account)))
                {
                    accounts.Add(Guid.Parse(merged[0].AsSpan(Person.AuditPrefix.Length)));
                }
            }

            return accounts;
        }

        /// <returns>Null when they can be merged.</returns>
        public async Task<MergeProblem?> FindMergeProblemAsync(Guid keptId, Guid otherId, Person by, CancellationToken cancellationToken)
        {
            if (keptId == otherId)
            {
                return MergeProblem.SameAccount;
            }

            var people = await db.People.AsNoTracking().Where(p => (p.Id == keptId || p.Id == otherId) && p.ErasedAt == null).ToListAsync(cancellationToken);
            if (people.Count < 2)
            {
                return MergeProblem.Unknown;
            }

            return otherId == by.Id ? MergeProblem.Yourself
                : people.Single(p => p.Id == otherId).Roles != Roles.Officer || await db.HasTaughtAsync(otherId, cancellationToken) ? MergeProblem.Staff
                : await db.Enrolments.AnyAsync(e => e.OfficerId == otherId && e.State != EnrolmentState.Invited && db.Enrolments.Any(k => k.OfficerId == keptId && k.CohortId == e.CohortId), cancellationToken) ? MergeProblem.SameCohort
                : (await db.CoursesCertifiedAsync(keptId, cancellationToken)).Intersect(await db.CoursesCertifiedAsync(otherId, cancellationToken)).Any() ? MergeProblem.BothCertified
                : null;
        }

        // Marks and appointments are kept by marker and by trainer: two of one person's would fall together.
        private async Task<bool> HasTaughtAsync(Guid id, CancellationToken cancellationToken) =>
            await db.Cohorts.AnyAsync(c => c.Trainers.Any(t => t.PersonId == id), cancellationToken)
            || await db.EssayMarkings.AnyAsync(m => m.Marks.Any(mark => mark.MarkerId == id), cancellationToken)
            || await db.Observations.AnyAsync(o => o.TrainerId == id, cancellationToken)
            // Of one file a person has one open draft.
            || await db.Drafts.AnyAsync(d => d.AuthorId == id, cancellationToken);

        private Task<List<string>> CoursesCertifiedAsync(Guid id, CancellationToken cancellationToken) => db.Certificates.Standing()
            .Where(c => c.OfficerId == id)
            .Select(c => db.Enrolments.Where(e => e.Id == c.EnrolmentId).Select(e => e.CourseId).First())
            .ToListAsync(cancellationToken);

        // The person goes on by the ways of the account that stays.
        private async Task DropWaysInAsync(Guid id, CancellationToken cancellationToken)
        {
            await db.Sessions.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellationToken);
            await db.RemoveFactorsAsync(await db.People.SingleAsync(p => p.Id == id, cancellationToken), cancellationToken);
        }

        private async Task MoveWhatIsAboutAsync(Guid from, Guid to, CancellationToken cancellationToken)
        {
            await db.Enrolments.Where(e => e.OfficerId == from).ExecuteUpdateAsync(e => e.SetProperty(x => x.OfficerId, to).SetProperty(x => x.Revision, x => x.Revision + 1), cancellationToken);
            await db.Attempts.Where(a => a.OfficerId == from).ExecuteUpdateAsync(a => a.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.EssayMarkings.Where(m => m.OfficerId == from).ExecuteUpdateAsync(m => m.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.Observations.Where(o => o.OfficerId == from).ExecuteUpdateAsync(o => o.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.Certificates.Where(c => c.OfficerId == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.CertificateChanges.Where(c => c.OfficerId == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.Printings.Where(p => p.OfficerId == from).ExecuteUpdateAsync(p => p.SetProperty(x => x.OfficerId, to), cancellationToken);
            await db.Invitations.Where(i => i.PersonId == from).ExecuteUpdateAsync(i => i.SetProperty(x => x.PersonId, to), cancellationToken);
            // Each is about an enrolment or a certificate, which only one of the two had.
            await db.SentReminders.Where(s => s.PersonId == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.PersonId, to), cancellationToken);
        }

        private async Task MoveWhatWasDoneByAsync(Guid from, Guid to, CancellationToken cancellationToken)
        {
            // Else one person could decide by one account what they asked for by the other.
            await db.CertificateChanges.Where(c => c.AskedById == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.AskedById, to), cancellationToken);
            await db.CertificateChanges.Where(c => c.DecidedById == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.DecidedById, to), cancellationToken);
            await db.Certificates.Where(c => c.RevokedById == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.RevokedById, to), cancellationToken);
            await db.Printings.Where(p => p.ById == from).ExecuteUpdateAsync(p => p.SetProperty(x => x.ById, to), cancellationToken);
            await db.PrintRuns.Where(r => r.AskedById == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedById, to), cancellationToken);
            await db.ReportRuns.Where(r => r.AskedById == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedById, to), cancellationToken);
            await db.CaseCounts.Where(c => c.RecordedById == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.RecordedById, to), cancellationToken);
            await db.SectionFlags.Where(f => f.ById == from).ExecuteUpdateAsync(f => f.SetProperty(x => x.ById, to), cancellationToken);
            await db.Drafts.Where(d => d.DecidedById == from).ExecuteUpdateAsync(d => d.SetProperty(x => x.DecidedById, to), cancellationToken);
            await db.DraftComments.Where(c => c.ById == from).ExecuteUpdateAsync(c => c.SetProperty(x => x.ById, to), cancellationToken);
            await db.AgencyReadings.Where(r => r.AskedById == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedById, to), cancellationToken);
            await db.AgencyReadings.Where(r => r.ApprovedById == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.ApprovedById, to), cancellationToken);
            await db.SelfApprovals.Where(a => a.AllowedById == from).ExecuteUpdateAsync(a => a.SetProperty(x => x.AllowedById, to), cancellationToken);
            await db.Invitations.Where(i => i.ById == from).ExecuteUpdateAsync(i => i.SetProperty(x => x.ById, to), cancellationToken);
        }
    }
}
