using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Audit;

public static class AuditQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Adds an entry to what is saved next, in the same transaction as the act itself.</summary>
        public async Task AuditAsync(string by, string what, string record, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            // Everyone's acts are chained to the last entry, which only administrators may read.
            var last = await db.AuditEntries.IgnoreQueryFilters().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
            db.Add(new AuditEntry(last, by, what, record, from, now));
        }

        /// <returns>The sequence number at which the chain is broken; null when it is whole.</returns>
        public async Task<long?> FindBrokenAuditEntryAsync(CancellationToken cancellationToken)
        {
            AuditEntry? previous = null;
            await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (!entry.Follows(previous))
                {
                    return (previous?.Sequence ?? 0) + 1;
                }

                previous = entry;
            }

            return null;
        }
    }
}
