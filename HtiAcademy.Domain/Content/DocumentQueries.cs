using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Content;

public static class DocumentQueries
{
    extension(IQueryable<Document> documents)
    {
        /// <summary>Whatever stood at a path in any version of a course, each wording once.</summary>
        public IQueryable<Document> EverAt(string path, string courseId, IQueryable<CourseVersion> versions) =>
            documents.Where(d => versions.Where(v => v.CourseId == courseId).SelectMany(v => v.Documents).Any(stood => stood.Path == path && stood.DocumentHash == d.Hash));

        /// <summary>The bytes of some documents, by hash.</summary>
        public async Task<Dictionary<string, byte[]>> BytesAsync(IEnumerable<string> hashes, CancellationToken cancellationToken = default)
        {
            List<string> wanted = [.. hashes.Distinct(StringComparer.Ordinal)];
            return await documents.AsNoTracking().Where(d => wanted.Contains(d.Hash)).ToDictionaryAsync(d => d.Hash, d => d.Bytes, StringComparer.Ordinal, cancellationToken);
        }
    }
}
