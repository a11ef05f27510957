using HtiAcademy.Domain;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Tailoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

public static class EarlierWordings
{
    extension(AcademyDb db)
    {
        /// <summary>What parents' sections said when their retellings were last compared with them, as far as it was ever published.</summary>
        /// <returns>By the hash that was compared with.</returns>
        public async Task<IReadOnlyDictionary<string, string>> EarlierWordingsAsync(string courseId, IEnumerable<StaleSection> stale, CancellationToken cancellationToken)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var parent in stale.Where(section => section.Reviewed is not null).GroupBy(section => section.ParentPath, StringComparer.Ordinal))
            {
                var wanted = parent.Select(section => section.Reviewed!).ToHashSet(StringComparer.Ordinal);
                await foreach (var document in db.Documents.AsNoTracking().EverAt(parent.Key, courseId, db.CourseVersions).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    foreach (var (hash, words) in Wording.ByHash(new SourceDocument(parent.Key, document.Bytes)).Where(wording => wanted.Remove(wording.Key)))
                    {
                        found[hash] = words;
                    }

                    if (wanted.Count == 0)
                    {
                        break;
                    }
                }
            }

            return found;
        }
    }
}
