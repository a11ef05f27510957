using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

internal static class PrintingQueries
{
    extension(AcademyDb db)
    {
        /// <summary>How often each was printed, and when last.</summary>
        public async Task<IReadOnlyDictionary<Guid, (int Times, DateTimeOffset Last)>> PrintingsOfAsync(IQueryable<Certificate> certificates, CancellationToken cancellationToken)
        {
            var rows = await db.Printings.Where(p => certificates.Any(c => c.Id == p.CertificateId))
                .GroupBy(p => p.CertificateId)
                .Select(g => new { g.Key, Times = g.Count(), Last = g.Max(p => p.At) })
                .ToListAsync(cancellationToken);
            return rows.ToDictionary(r => r.Key, r => (r.Times, r.Last));
        }
    }
}
