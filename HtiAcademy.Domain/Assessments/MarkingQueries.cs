using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Assessments;

/// <summary>An essay that is not marked, without a word of who wrote it.</summary>
public sealed record WaitingEssay(Guid AttemptId, int Position, Guid VersionId, string Cohort, string Country, string Assessment, DateTimeOffset Since);

/// <summary>An essay in the queue of one marker.</summary>
public sealed record QueuedEssay(WaitingEssay Essay, MarkingStage Stage, bool HasDraft);

public static class MarkingQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Submitted attempts whose essays a trainer marks: of their countries, and not their own.</summary>
        /// <param name="trainsIn">Null for an administrator, who marks in every country.</param>
        public IQueryable<Attempt> AttemptsMarkedBy(Guid markerId, string[]? trainsIn)
        {
            var others = db.Attempts.Where(a => a.OfficerId != markerId && a.SubmittedAt != null);
            // Someone who is a partner too sees officers of other countries, whose essays are others' to mark.
            return trainsIn is null ? others : others.Where(a => trainsIn.Contains(a.Country));
        }

        /// <summary>The essays that no mark counts for yet, the longest waiting first.</summary>
        /// <inheritdoc cref="AttemptsMarkedBy"/>
        public IQueryable<WaitingEssay> EssaysWaiting(Guid markerId, string[]? trainsIn) =>
            from attempt in db.AttemptsMarkedBy(markerId, trainsIn)
            where attempt.Percent == null
            join enrolment in db.Enrolments on attempt.EnrolmentId equals enrolment.Id
            join cohort in db.Cohorts on enrolment.CohortId equals cohort.Id
            from question in attempt.Questions
            where question.Fraction == null
            orderby attempt.SubmittedAt, attempt.Id, question.Position
            select new WaitingEssay(attempt.Id, question.Position, attempt.VersionId, cohort.Name, attempt.Country, attempt.Assessment, attempt.SubmittedAt!.Value);

        /// <summary>The essays that no mark counts for yet, the longest waiting first, each with what the marker has to do.</summary>
        /// <inheritdoc cref="AttemptsMarkedBy"/>
        public async Task<IReadOnlyList<QueuedEssay>> MarkingQueueAsync(Guid markerId, string[]? trainsIn, CancellationToken cancellationToken)
        {
            var waiting = await db.EssaysWaiting(markerId, trainsIn).ToListAsync(cancellationToken);
            if (waiting.Count == 0)
            {
                return [];
            }

            var begun = await db.EssayMarkings.AsNoTracking().Where(m => m.MarkedAt == null).ToDictionaryAsync(m => (m.AttemptId, m.Position), cancellationToken);
            return
            [
                .. waiting.Select(essay => begun.GetValueOrDefault((essay.AttemptId, essay.Position)) is { } marking
                    ? new QueuedEssay(essay, marking.StageFor(markerId, isAdministrator: trainsIn is null), marking.MarkOf(markerId) is { GivenAt: null })
                    : new QueuedEssay(essay, MarkingStage.ToMark, HasDraft: false)),
            ];
        }
    }
}
