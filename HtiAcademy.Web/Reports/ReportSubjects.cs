using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>What a person may be told of a cohort.</summary>
/// <param name="AgencyId">Of which agency's officers alone; null for all.</param>
public sealed record ReportSubject(Cohort Cohort, Guid? AgencyId);

internal static class ReportSubjects
{
    extension(AcademyDb db)
    {
        /// <returns>
        /// All of a cohort to those who train there, its own officers to a partner agency; null for everyone else, officers of
        /// the cohort too.
        /// </returns>
        public async Task<ReportSubject?> ReportSubjectAsync(Guid cohortId, CurrentPerson reader, CancellationToken cancellationToken) =>
            await db.ReportSubjectsAsync(reader, cancellationToken, cohortId) is [var subject, ..] ? subject : null;

        /// <summary>The latest first.</summary>
        /// <param name="cohortId">Null for every cohort.</param>
        public async Task<IReadOnlyList<ReportSubject>> ReportSubjectsAsync(CurrentPerson reader, CancellationToken cancellationToken, Guid? cohortId = null)
        {
            var visible = await db.Cohorts.AsNoTracking().Where(c => cohortId == null || c.Id == cohortId).ToListAsync(cancellationToken);
            var trained = reader.Trains ? visible.Where(c => reader.TrainsThere(c.Country)).ToList() : [];
            var agency = reader.Scope.PartnerOf;
            var ofAgency = agency == Guid.Empty ? [] : await db.Enrolments
                .Where(e => e.AgencyId == agency && (cohortId == null || e.CohortId == cohortId))
                .Select(e => e.CohortId).Distinct().ToListAsync(cancellationToken);
            var others = ofAgency.Except(trained.Select(c => c.Id)).ToList();
            // Whoever may see the enrolments may see in which cohort they are.
            var shared = others.Count == 0 ? [] : await db.Cohorts.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
                .Where(c => others.Contains(c.Id)).ToListAsync(cancellationToken);
            return
            [
                .. trained.Select(cohort => new ReportSubject(cohort, null))
                    .Concat(shared.Select(cohort => new ReportSubject(cohort, agency)))
                    .OrderByDescending(subject => subject.Cohort.StartsOn).ThenBy(subject => subject.Cohort.Name, StringComparer.CurrentCulture),
            ];
        }
    }
}
