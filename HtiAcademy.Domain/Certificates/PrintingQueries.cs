using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class PrintingQueries
{
    extension(AcademyDb db)
    {
        /// <summary>What a person asked for on a page and can still download, the newest first.</summary>
        public Task<List<PrintRun>> PrintRunsOfAsync(Guid personId, string page, CancellationToken cancellationToken) =>
            db.PrintRuns.AsNoTracking().Where(r => r.AskedById == personId && r.ReturnTo == page).OrderByDescending(r => r.AskedAt).Take(20).ToListAsync(cancellationToken);

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
