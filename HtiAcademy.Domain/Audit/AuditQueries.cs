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

        /// <summary>Goes through the whole chain.</summary>
        /// <param name="known">Where the log is known to have ended at some moments, in any order.</param>
        public async Task<AuditCheck> CheckAuditAsync(IReadOnlyCollection<AuditHead> known, CancellationToken cancellationToken)
        {
            var heads = known.ToLookup(head => head.Sequence, head => head.Hash);
            AuditEntry? previous = null;
            await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (!entry.Follows(previous))
                {
                    return new(HeadOf(previous), new(AuditFaultKind.Altered, (previous?.Sequence ?? 0) + 1));
                }

                if (heads[entry.Sequence].Any(hash => hash != entry.Hash))
                {
                    return new(HeadOf(previous), new(AuditFaultKind.Rewritten, entry.Sequence));
                }

                previous = entry;
            }

            var end = HeadOf(previous);
            return new(end, known.Any(head => head.Sequence > end.Sequence) ? new(AuditFaultKind.Cut, end.Sequence) : null);
        }

        /// <summary>The newest first.</summary>
        public IQueryable<AuditEntry> AuditOf(AuditFilter filter)
        {
            var (by, record) = (filter.By?.ToArray(), filter.Record?.ToLowerInvariant());
            // Not every database's own comparison is blind to case. What the database calls small letters is not culture's affair.
#pragma warning disable CA1304, CA1311, CA1862, MA0011
            return db.AuditEntries
                .Where(e => by == null || by.Contains(e.By))
                .Where(e => filter.What == null || e.What == filter.What)
                .Where(e => record == null || e.Record.ToLower().Contains(record))
                .Where(e => filter.From == null || e.At >= filter.From)
                .Where(e => filter.Before == null || e.At < filter.Before)
                .OrderByDescending(e => e.Sequence);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }
    }

    private static AuditHead HeadOf(AuditEntry? last) => last is null ? AuditHead.None : new(last.Sequence, last.Hash);
}
