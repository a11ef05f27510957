using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Assessments;

/// <summary>A question as attempts were marked by it.</summary>
/// <param name="VersionId">Of the course version that holds its key.</param>
/// <param name="Attempts">How many marked attempts drew it.</param>
public sealed record MarkedKey(Guid VersionId, string Language, string Country, string Assessment, string Name, string Hash, int Attempts);

public static class RemarkQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The marked attempts at a course of the officers whom a reader trains, all of them and not only the first. Nobody marks their own again.</summary>
        public IQueryable<Attempt> MarkedAttempts(string courseId, Scope reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            var (everywhere, countries, me) = (reader.SeesEverything, reader.TrainsIn.ToArray(), reader.PersonId);
            return db.Attempts.Where(a => a.SubmittedAt != null && a.Percent != null && a.OfficerId != me
                && (everywhere || countries.Contains(a.Country))
                && db.Enrolments.Any(e => e.Id == a.EnrolmentId && e.CourseId == courseId));
        }

        /// <summary>Without those of answers that were typed and forgotten since, which nobody can mark again.</summary>
        public IQueryable<MarkedKey> MarkedKeys(string courseId, Scope reader) => db.MarkedAttempts(courseId, reader)
            .SelectMany(a => a.Questions.Where(q => q.Response != ""), (a, q) => new
            {
                VersionId = q.Correction == null ? a.VersionId : q.Correction.VersionId,
                a.Language,
                a.Country,
                a.Assessment,
                q.Name,
                Hash = q.Correction == null ? q.Hash : q.Correction.NewHash,
            })
            .GroupBy(key => key)
            .Select(keys => new MarkedKey(
                keys.Key.VersionId, keys.Key.Language, keys.Key.Country, keys.Key.Assessment, keys.Key.Name, keys.Key.Hash, keys.Count()));
    }
}
