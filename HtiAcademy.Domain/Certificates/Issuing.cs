using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class Issuing
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Adds the certificate of a completed enrolment to what is saved next. Two at once would take the same number: the
        /// unique index lets one win, and the other is done again.
        /// </summary>
        public async Task<Certificate> IssueCertificateAsync(Enrolment enrolment, Course course, int courseVersion, DateTimeOffset now, CancellationToken cancellationToken)
        {
            // The officer completes, but may not see the trainers whose names are printed nor the last number given.
            var officer = await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == enrolment.OfficerId, cancellationToken);
            var agency = await db.Agencies.IgnoreQueryFilters().Where(a => a.Id == enrolment.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
            var trainers = await TrainersOfAsync(db, enrolment.CohortId, cancellationToken);
            var country = course.Country(enrolment.Country);
            var completedOn = country.DayOf(enrolment.CompletedAt ?? throw new InvalidOperationException("Only a completed enrolment earns a certificate."));
            var last = await db.Certificates.IgnoreQueryFilters()
                .Where(c => c.Country == enrolment.Country && c.Year == completedOn.Year)
                .MaxAsync(c => (int?)c.Sequence, cancellationToken);
            var printed = new Printed(
                officer.FullName,
                officer.Rank,
                agency,
                country.Name(officer.Language),
                course.Title(officer.Locale),
                courseVersion,
                course.Hours,
                completedOn,
                course.ValidityMonths is { } months ? completedOn.AddMonths(months) : null,
                ScoreBand.Of(enrolment.StepOf(Step.Final)?.BestPercent ?? 0, course.Pass),
                string.Join('\n', trainers),
                officer.Language);
            var certificate = new Certificate(enrolment, printed, (last ?? 0) + 1, VerificationCode.New(), now);
            db.Add(certificate);
            return certificate;
        }
    }

    private static async Task<List<string>> TrainersOfAsync(AcademyDb db, Guid cohortId, CancellationToken cancellationToken)
    {
        var cohort = await db.Cohorts.IgnoreQueryFilters().SingleAsync(c => c.Id == cohortId, cancellationToken);
        var ids = cohort.Trainers.Select(t => t.PersonId).ToList();
        return await db.People.IgnoreQueryFilters().Where(p => ids.Contains(p.Id)).OrderBy(p => p.FullName).Select(p => p.FullName).ToListAsync(cancellationToken);
    }
}
