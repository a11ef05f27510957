using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>Tells how certificates stand today, by the calendar of the country where each was earned.</summary>
public sealed class CertificateRegister(Catalogue catalogue, TimeProvider clock)
{
    /// <param name="certificates">A query of <paramref name="db"/>; its order is kept.</param>
    public async Task<IReadOnlyList<Standing>> ReadAsync(AcademyDb db, IQueryable<Certificate> certificates, CancellationToken cancellationToken)
    {
        var rows = await certificates.AsNoTracking()
            .Select(c => new
            {
                Certificate = c,
                VersionId = db.Enrolments.Where(e => e.Id == c.EnrolmentId).Select(e => e.VersionId).First(),
            })
            .ToListAsync(cancellationToken);
        var successors = await db.NumbersAsync([.. rows.Select(row => row.Certificate.SuccessorId).OfType<Guid>()], cancellationToken);
        var now = clock.GetUtcNow();
        var standings = new List<Standing>(rows.Count);
        foreach (var row in rows)
        {
            var country = (await catalogue.CourseAsync(row.VersionId)).Course.Country(row.Certificate.Country);
            standings.Add(new Standing(
                row.Certificate,
                row.Certificate.StatusOn(country.DayOf(now)),
                (row.Certificate.RevokedAt ?? row.Certificate.SupersededAt) is { } at ? country.DayOf(at) : null,
                row.Certificate.SuccessorId is { } successor ? successors[successor] : null,
                country));
        }

        return standings;
    }
}

/// <summary>A certificate and how it stands today.</summary>
/// <param name="EndedOn">The day on which it was revoked or superseded; null while it stands.</param>
/// <param name="Successor">The number of the certificate that corrected or renewed it.</param>
/// <param name="Country">Where it was earned: its calendar counts.</param>
public sealed record Standing(Certificate Certificate, CertificateStatus Status, DateOnly? EndedOn, string? Successor, Country Country);
