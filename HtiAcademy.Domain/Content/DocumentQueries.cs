using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Content;

public static class DocumentQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The bytes of documents, by hash.</summary>
        public async Task<Dictionary<string, byte[]>> BytesAsync(IEnumerable<string> hashes, CancellationToken cancellationToken = default)
        {
            List<string> wanted = [.. hashes.Distinct(StringComparer.Ordinal)];
            return await db.Documents.AsNoTracking().Where(d => wanted.Contains(d.Hash)).ToDictionaryAsync(d => d.Hash, d => d.Bytes, StringComparer.Ordinal, cancellationToken);
        }
    }
}
