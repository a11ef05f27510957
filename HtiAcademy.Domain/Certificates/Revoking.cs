using HtiAcademy.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class Revoking
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Revokes a certificate and audits it, both in what is saved next. One that was revoked before stays as it is and
        /// is not audited again.
        /// </summary>
        /// <param name="from">The network address it is done from.</param>
        /// <returns>Null when there is no such certificate.</returns>
        public async Task<Certificate?> RevokeCertificateAsync(
            Guid certificateId, string reason, Guid byId, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var certificate = await db.Certificates.SingleOrDefaultAsync(c => c.Id == certificateId, cancellationToken);
            if (certificate is null)
            {
                return null;
            }

            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            if (certificate.Revoke(reason, by, now))
            {
                await db.AuditAsync(by.AuditName, "certificate.revoked", $"{certificate.Number}: {certificate.RevokedReason}", from, now, cancellationToken);
            }

            return certificate;
        }
    }
}
