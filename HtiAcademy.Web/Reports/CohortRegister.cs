using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>Reads how a cohort stands, as far as the scope of the records lets it be seen.</summary>
public sealed class CohortRegister(Catalogue catalogue, TimeProvider clock)
{
    public async Task<CohortSheet> ReadAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var course = (await catalogue.CourseAsync(cohort.VersionId)).Course;
        return new CohortSheet(cohort, course, new CohortFigures(await MembersAsync(db, cohort, cancellationToken), clock.GetUtcNow()));
    }

    private async Task<List<CohortMember>> MembersAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => e.CohortId == cohort.Id).ToListAsync(cancellationToken);
        var officerIds = enrolments.ConvertAll(e => e.OfficerId);
        // Whoever may see an enrolment may see whose it is, though the officer works in another country.
        var officers = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(p => officerIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var agencyIds = enrolments.Select(e => e.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var certificates = await CertificatesAsync(db, cohort, cancellationToken);

        var members = new List<CohortMember>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            members.Add(new CohortMember(
                enrolment,
                (await catalogue.CourseAsync(enrolment.VersionId)).Course,
                officers[enrolment.OfficerId],
                enrolment.AgencyId is { } agency ? agencies[agency] : null,
                certificates.GetValueOrDefault(enrolment.Id)));
        }

        return members;
    }

    private static async Task<Dictionary<Guid, string>> CertificatesAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var certificates = await db.Certificates.AsNoTracking()
            .Standing()
            .OfCohort(cohort.Id, db)
            .ToListAsync(cancellationToken);
        return certificates.ToDictionary(c => c.EnrolmentId, c => c.Number);
    }
}
