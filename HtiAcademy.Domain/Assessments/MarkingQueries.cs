namespace HtiAcademy.Domain.Assessments;

/// <summary>An essay that is not marked, without a word of who wrote it.</summary>
public sealed record WaitingEssay(Guid AttemptId, int Position, Guid VersionId, string Cohort, string Country, string Assessment, DateTimeOffset Since);

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
    }
}
