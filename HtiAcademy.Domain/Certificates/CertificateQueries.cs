using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class CertificateQueries
{
    /// <summary>The numbers of certificates by their ids, for whoever may see those that these followed.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NumbersAsync(this AcademyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        // A query of its own: ignoring the filters holds for all of a query.
        ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Certificates.IgnoreQueryFilters([AcademyDb.ScopeFilter])
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);

    /// <summary>Whose it is, for whoever may see the certificate though the holder works in another country by now.</summary>
    public static Task<Person> HolderOfAsync(this AcademyDb db, Certificate certificate, CancellationToken cancellationToken) =>
        db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking().SingleAsync(p => p.Id == certificate.OfficerId, cancellationToken);

    extension(IQueryable<Certificate> certificates)
    {
        /// <summary>The certificate whose paper carries the code, for whoever asks.</summary>
        public IQueryable<Certificate> OnPaper(VerificationCode code) =>
            // A court clerk has no account, so no scope shows them the certificate. The 128 random bits of the code are
            // printed on that paper alone: to know them is the permission, for this one record and no list.
            certificates.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(c => c.Code == code);

        /// <summary>The newest first.</summary>
        public IQueryable<Certificate> OfOfficer(Guid officerId) =>
            certificates.Where(c => c.OfficerId == officerId).OrderByDescending(c => c.IssuedAt);

        public IQueryable<Certificate> OfAgency(Guid agencyId) => certificates.Where(c => c.AgencyId == agencyId);

        /// <summary>Of those who were in the cohort.</summary>
        public IQueryable<Certificate> OfCohort(Guid cohortId, AcademyDb db) =>
            certificates.Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.CohortId == cohortId));

        /// <inheritdoc cref="Certificate.Stands"/>
        public IQueryable<Certificate> Standing() => certificates.Where(c => c.RevokedAt == null && c.SupersededAt == null);

        /// <inheritdoc cref="Certificate.CanBePrinted"/>
        public IQueryable<Certificate> Printable() => certificates.Standing().Where(c => c.HolderSeal == null);

        public IQueryable<Certificate> Numbered(CertificateNumber number) =>
            certificates.Where(c => c.Country == number.Country && c.Year == number.Year && c.Sequence == number.Sequence);

        /// <param name="text">A number or a verification code, as somebody typed it. None is found by anything else.</param>
        public IQueryable<Certificate> NumberedOrCoded(string? text) =>
            CertificateNumber.TryParse(text, out var number) ? certificates.Numbered(number)
            : VerificationCode.TryParse(text, out var code) ? certificates.Where(c => c.Code == code)
            : certificates.Where(c => false);
    }
}
