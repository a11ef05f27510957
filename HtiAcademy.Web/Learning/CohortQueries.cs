using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>What those who run cohorts ask of the records.</summary>
internal static class CohortQueries
{
    extension(AcademyDb db)
    {
        /// <returns>Null when there is none, or the person does not train where it is.</returns>
        public async Task<Cohort?> CohortTrainedByAsync(CurrentPerson trainer, Guid id, CancellationToken cancellationToken) =>
            await db.Cohorts.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } cohort && trainer.TrainsThere(cohort.Country) ? cohort : null;

        /// <summary>Nobody manages their own enrolment.</summary>
        /// <returns>Null when there is none, or the person does not train where it is.</returns>
        public async Task<Enrolment?> EnrolmentTrainedByAsync(CurrentPerson trainer, Guid cohortId, Guid id, CancellationToken cancellationToken) =>
            await db.Enrolments.FirstOrDefaultAsync(e => e.Id == id && e.CohortId == cohortId && e.OfficerId != trainer.Id, cancellationToken) is { } enrolment && trainer.TrainsThere(enrolment.Country) ? enrolment : null;

        /// <summary>Those who train in a country, by name.</summary>
        public async Task<List<Person>> TrainersInAsync(string country, CancellationToken cancellationToken) =>
            // Who trains there are colleagues, whom no trainer's scope shows.
            await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(p => p.DeactivatedAt == null && p.Roles.HasFlag(Roles.Trainer) && p.TrainsIn.Contains(country)).OrderBy(p => p.FullName).ToListAsync(cancellationToken);

        /// <summary>Officers of a country whose name, address or user name has the words, by name.</summary>
        public async Task<List<Person>> FindOfficersAsync(string words, string country, int most, CancellationToken cancellationToken)
        {
            var like = $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
            var normalized = Person.Normalized(like)!;
            return await db.People.AsNoTracking()
                .Where(p => p.Country == country && p.DeactivatedAt == null && p.Roles.HasFlag(Roles.Officer)
                    && (EF.Functions.Like(p.FullName, like, "\\") || EF.Functions.Like(p.NormalizedUserName!, normalized, "\\") || EF.Functions.Like(p.NormalizedEmail!, normalized, "\\")))
                .OrderBy(p => p.FullName).Take(most).ToListAsync(cancellationToken);
        }

        /// <summary>Notes what a person does, in the same transaction.</summary>
        public async Task ActAsync(CurrentPerson by, string what, string record, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var actor = await db.People.SingleAsync(p => p.Id == by.Id, cancellationToken);
            await db.AuditAsync(actor.AuditName, what, record, from, now, cancellationToken);
        }
    }
}
