using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

/// <summary>What came of asking for a change to a certificate or of deciding it.</summary>
public enum ChangeOutcome
{
    Done,

    /// <summary>There is none that the person may see.</summary>
    Unknown,

    /// <summary>The certificate was revoked or superseded before.</summary>
    NoLongerStands,

    /// <summary>Another change of the same certificate waits to be decided, or this one was decided before.</summary>
    NotNow,

    /// <summary>Whoever asked for a change does not decide it, nor does its holder.</summary>
    NotYours,
}

/// <summary>Asks for changes to certificates and decides them, each audited in what is saved next.</summary>
public static class Changing
{
    extension(AcademyDb db)
    {
        /// <param name="from">The network address it is done from.</param>
        public async Task<ChangeOutcome> AskForChangeAsync(
            Guid certificateId, CertificateChangeKind kind, string? holderName, string reason, Guid byId, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.Certificates.SingleOrDefaultAsync(c => c.Id == certificateId, cancellationToken) is not { } certificate)
            {
                return ChangeOutcome.Unknown;
            }

            if (!certificate.Stands)
            {
                return ChangeOutcome.NoLongerStands;
            }

            if (await db.CertificateChanges.AnyAsync(c => c.CertificateId == certificateId && c.DecidedAt == null, cancellationToken))
            {
                return ChangeOutcome.NotNow;
            }

            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            var change = new CertificateChange(certificate, kind, holderName, reason, by, now);
            db.Add(change);
            await db.AuditAsync(by.AuditName, "certificate.change-asked", $"{certificate.Number}: {change.Kind}: {(change.HolderName is { } name ? $"{name}: " : "")}{change.Reason}", from, now, cancellationToken);
            return ChangeOutcome.Done;
        }

        /// <param name="refusal">Why it is refused; null approves it.</param>
        /// <param name="from">The network address it is done from.</param>
        public async Task<ChangeOutcome> DecideChangeAsync(
            Guid changeId, string? refusal, Guid byId, IProveCertificates prover, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.CertificateChanges.SingleOrDefaultAsync(c => c.Id == changeId, cancellationToken) is not { } change)
            {
                return ChangeOutcome.Unknown;
            }

            if (!change.Waits)
            {
                return ChangeOutcome.NotNow;
            }

            if (!change.MayBeDecidedBy(byId))
            {
                return ChangeOutcome.NotYours;
            }

            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            var certificate = await db.Certificates.SingleAsync(c => c.Id == change.CertificateId, cancellationToken);
            if (refusal is not null)
            {
                change.Refuse(refusal, by, now);
                await db.AuditAsync(by.AuditName, "certificate.change-refused", $"{certificate.Number}: {change.Kind}: {change.Answer}", from, now, cancellationToken);
                return ChangeOutcome.Done;
            }

            change.Approve(by, now);
            await db.CarryOutAsync(change, certificate, by, prover, from, now, cancellationToken);
            return ChangeOutcome.Done;
        }

        private async Task CarryOutAsync(
            CertificateChange change, Certificate certificate, Person by, IProveCertificates prover, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (change.Kind == CertificateChangeKind.NameCorrection)
            {
                var corrected = await db.CorrectCertificateAsync(certificate, change.HolderName!, prover, now, cancellationToken);
                (await db.People.SingleAsync(p => p.Id == certificate.OfficerId, cancellationToken)).CorrectName(change.HolderName!);
                await db.AuditAsync(by.AuditName, "certificate.corrected", $"{certificate.Number} → {corrected.Number}: {certificate.Printed.HolderName} → {change.HolderName}", from, now, cancellationToken);
                return;
            }

            certificate.Revoke(change.Reason, by, now);
            var what = "certificate.revoked";
            if (change.Kind == CertificateChangeKind.Withdrawal)
            {
                (await db.Enrolments.SingleAsync(e => e.Id == certificate.EnrolmentId, cancellationToken)).WithdrawCompletion();
                what = "completion.withdrawn";
            }

            await db.AuditAsync(by.AuditName, what, $"{certificate.Number}: {change.Reason}", from, now, cancellationToken);
        }
    }
}
