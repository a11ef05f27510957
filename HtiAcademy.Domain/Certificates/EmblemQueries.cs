using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class EmblemQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The pictures that the certificates show, by their id.</summary>
        public async Task<Dictionary<string, byte[]>> EmblemsOfAsync(IReadOnlyCollection<Certificate> certificates, CancellationToken cancellationToken)
        {
            var ids = certificates.Select(c => c.Printed.EmblemId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            return ids.Count == 0 ? [] : await db.Emblems.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Png, StringComparer.Ordinal, cancellationToken);
        }
    }
}
