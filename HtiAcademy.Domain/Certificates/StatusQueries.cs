using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class StatusQueries
{
    extension(IQueryable<Certificate> certificates)
    {
        /// <summary>The places in a year's status list of certificates that were revoked or superseded.</summary>
        public IQueryable<int> PlacesFallen(int year) =>
            // The list is public and shows everybody places without names; no scope limits whose they are.
            certificates.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(c => c.Year == year && (c.RevokedAt != null || c.SupersededAt != null))
                .Select(c => c.StatusIndex);
    }
}
