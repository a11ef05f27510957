using System.Globalization;
using System.Security.Cryptography;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class Issuing
{
    // Of 131,072 places 99 in 100 must be taken before so many draws find none free.
    private const int MostTries = 1_000;

    extension(AcademyDb db)
    {
        /// <summary>
        /// Adds the certificate of a completed enrolment to what is saved next. Two at once would take the same number: the
        /// unique index lets one win, and the other is done again.
        /// </summary>
        public async Task<Certificate> IssueCertificateAsync(
            Enrolment enrolment, Course course, int courseVersion, IProveCertificates prover, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var country = course.Country(enrolment.Country);
            var completedOn = country.DayOf(enrolment.CompletedAt ?? throw new InvalidOperationException("Only a completed enrolment earns a certificate."));
            var renewed = await db.RenewableAsync(enrolment.OfficerId, [course.Id, .. course.Refreshes], completedOn, cancellationToken);
            var printed = await db.PrintedAsync(enrolment, course, courseVersion, completedOn, cancellationToken);
            if (renewed is not null)
            {
                printed = printed with { Renews = renewed.Number, ValidUntil = LastDay(course, Later(completedOn, renewed.Printed.ValidUntil)) };
            }

            var certificate = new Certificate(
                enrolment,
                printed,
                await db.NextSequenceAsync(enrolment.Country, completedOn.Year, cancellationToken),
                VerificationCode.New(),
                await db.FreeStatusIndexAsync(completedOn.Year, cancellationToken),
                now);
            certificate.Prove(prover.Prove(certificate, course.Id));
            renewed?.RenewBy(certificate);
            db.Add(certificate);
            return certificate;
        }

        /// <summary>Adds a certificate with the name corrected, which supersedes this one, to what is saved next.</summary>
        public async Task<Certificate> CorrectCertificateAsync(
            Certificate certificate, string holderName, IProveCertificates prover, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(certificate);
            var corrected = certificate.Correct(
                holderName,
                await db.NextSequenceAsync(certificate.Country, certificate.Year, cancellationToken),
                VerificationCode.New(),
                await db.FreeStatusIndexAsync(certificate.Year, cancellationToken),
                now);
            var courseId = await db.Enrolments.IgnoreQueryFilters().Where(e => e.Id == certificate.EnrolmentId).Select(e => e.CourseId).SingleAsync(cancellationToken);
            corrected.Prove(prover.Prove(corrected, courseId));
            db.Add(corrected);
            return corrected;
        }

        /// <summary>Signs, in what is saved next, the certificates that were issued before certificates were signed.</summary>
        public async Task ProveOlderCertificatesAsync(IProveCertificates prover, CancellationToken cancellationToken)
        {
            var older = await db.Certificates.Where(c => c.Statement == null && c.HolderSeal == null)
                .Select(c => new { Certificate = c, CourseId = db.Enrolments.Where(e => e.Id == c.EnrolmentId).Select(e => e.CourseId).First() })
                .ToListAsync(cancellationToken);
            older.ForEach(row => row.Certificate.Prove(prover.Prove(row.Certificate, row.CourseId)));
        }

        private async Task<Certificate?> RenewableAsync(Guid officerId, string[] courses, DateOnly on, CancellationToken cancellationToken)
        {
            var candidates = await db.Certificates.IgnoreQueryFilters()
                .Where(c => c.OfficerId == officerId && c.RevokedAt == null && c.SupersededAt == null && c.SuccessorId == null)
                .Where(c => db.Enrolments.IgnoreQueryFilters().Any(e => e.Id == c.EnrolmentId && courses.Contains(e.CourseId)))
                .OrderByDescending(c => c.Printed.ValidUntil)
                .ToListAsync(cancellationToken);
            return candidates.Find(c => c.CanBeRenewedOn(on));
        }

        private async Task<Printed> PrintedAsync(Enrolment enrolment, Course course, int courseVersion, DateOnly completedOn, CancellationToken cancellationToken)
        {
            // The officer completes, but may not see the trainers whose names are printed.
            var officer = await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == enrolment.OfficerId, cancellationToken);
            var agency = await db.Agencies.IgnoreQueryFilters().SingleOrDefaultAsync(a => a.Id == enrolment.AgencyId, cancellationToken);
            var progress = new Progress(course, enrolment, officer.Audience);
            return new Printed(
                officer.FullName,
                officer.Rank,
                agency?.Name,
                course.Country(enrolment.Country).Name(officer.Language),
                course.Title(officer.Locale),
                courseVersion,
                course.Hours,
                completedOn,
                LastDay(course, completedOn),
                ScoreBand.Of(enrolment.StepOf(Step.Final)?.BestPercent ?? 0, course.Pass),
                string.Join('\n', await db.TrainersOfAsync(enrolment.CohortId, cancellationToken)),
                officer.Language,
                string.Join('\n', progress.Modules.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Module.Minutes}\t{m.Module.Title(officer.Locale)}"))),
                string.Join('\n', progress.Exercises.Where(e => e.SignedOff).Select(e => e.Exercise.Title.In(officer.Language))),
                agency?.EmblemId);
        }

        private async Task<List<string>> TrainersOfAsync(Guid cohortId, CancellationToken cancellationToken)
        {
            var cohort = await db.Cohorts.IgnoreQueryFilters().SingleAsync(c => c.Id == cohortId, cancellationToken);
            var ids = cohort.Trainers.Select(t => t.PersonId).ToList();
            return await db.People.IgnoreQueryFilters().Where(p => ids.Contains(p.Id)).OrderBy(p => p.FullName).Select(p => p.FullName).ToListAsync(cancellationToken);
        }

        private async Task<int> NextSequenceAsync(string country, int year, CancellationToken cancellationToken) =>
            1 + (await db.Certificates.IgnoreQueryFilters().Where(c => c.Country == country && c.Year == year).MaxAsync(c => (int?)c.Sequence, cancellationToken) ?? 0);

        private async Task<int> FreeStatusIndexAsync(int year, CancellationToken cancellationToken)
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var index = RandomNumberGenerator.GetInt32(Certificate.StatusPlaces);
                if (!await db.Certificates.IgnoreQueryFilters().AnyAsync(c => c.Year == year && c.StatusIndex == index, cancellationToken))
                {
                    return index;
                }
            }

            throw new InvalidOperationException($"The status list of {year} is full: {Certificate.StatusPlaces} certificates were issued.");
        }
    }

    private static DateOnly? LastDay(Course course, DateOnly from) => course.ValidityMonths is { } months ? from.AddMonths(months) : null;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
