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

    /// <summary>The same kind of change of the certificate waits to be decided already.</summary>
    AskedBefore,

    DecidedBefore,

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

            if (await db.CertificateChanges.AnyAsync(c => c.CertificateId == certificateId && c.Kind == kind && c.DecidedAt == null, cancellationToken))
            {
                return ChangeOutcome.AskedBefore;
            }

            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            var change = new CertificateChange(certificate, kind, holderName, reason, by, now);
            db.Add(change);
            await db.AuditAsync(by.AuditName, "certificate.change-asked", Record(certificate, change), from, now, cancellationToken);
            return ChangeOutcome.Done;
        }

        /// <param name="refusal">Why it is refused; null approves it.</param>
        /// <param name="from">The network address it is done from.</param>
        public async Task<ChangeOutcome> DecideChangeAsync(
            Guid certificateId, Guid changeId, string? refusal, Guid byId, IProveCertificates prover, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.CertificateChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.CertificateId == certificateId, cancellationToken) is not { } change)
            {
                return ChangeOutcome.Unknown;
            }

            if (!change.Waits)
            {
                return ChangeOutcome.DecidedBefore;
            }

            if (!change.MayBeDecidedBy(byId))
            {
                return ChangeOutcome.NotYours;
            }

            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            var certificate = await db.StandingOfAsync(change, cancellationToken);
            if (refusal is not null)
            {
                change.Refuse(refusal, by, now);
                await db.AuditAsync(by.AuditName, "certificate.change-refused", Record(certificate, change), from, now, cancellationToken);
                return ChangeOutcome.Done;
            }

            if (!certificate.Stands)
            {
                return ChangeOutcome.NoLongerStands;
            }

            change.Approve(by, now);
            await db.CarryOutAsync(change, certificate, by, prover, from, now, cancellationToken);
            return ChangeOutcome.Done;
        }

        /// <summary>The certificate that the change is about; or, when its name was corrected since, the one that took its place.</summary>
        private Task<Certificate> StandingOfAsync(CertificateChange change, CancellationToken cancellationToken) => db.Certificates
            .Where(c => db.Certificates.Any(asked => asked.Id == change.CertificateId && asked.EnrolmentId == c.EnrolmentId))
            .OrderByDescending(c => c.Edition)
            .FirstAsync(cancellationToken);

        private async Task CarryOutAsync(
            CertificateChange change, Certificate certificate, Person by, IProveCertificates prover, string from, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (change.Kind == CertificateChangeKind.NameCorrection)
            {
                var corrected = await db.CorrectCertificateAsync(certificate, change.HolderName!, prover, now, cancellationToken);
                (await db.People.SingleAsync(p => p.Id == certificate.OfficerId, cancellationToken)).CorrectName(change.HolderName!);
                await db.AuditAsync(by.AuditName, "certificate.corrected", $"{certificate.Number} → {corrected.Number}, change {change.Id}", from, now, cancellationToken);
                return;
            }

            certificate.Revoke(change.Reason, by, now);
            // What it renewed can be renewed again.
            (await db.Certificates.SingleOrDefaultAsync(c => c.SuccessorId == certificate.Id && c.SupersededAt == null, cancellationToken))?.LoseRenewal();
            var enrolment = await db.Enrolments.SingleAsync(e => e.Id == certificate.EnrolmentId, cancellationToken);
            var what = "certificate.revoked";
            if (change.Kind == CertificateChangeKind.Withdrawal)
            {
                enrolment.WithdrawCompletion(change.Reason);
                what = "completion.withdrawn";
            }
            else
            {
                enrolment.LoseCertificate(change.Reason);
            }

            await db.AuditAsync(by.AuditName, what, Record(certificate, change), from, now, cancellationToken);
        }
    }

    // Why stays with the change and the certificate, which forget: it may name somebody.
    private static string Record(Certificate certificate, CertificateChange change) => $"{certificate.Number}: {change.Kind}, change {change.Id}";
}
