using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>How a certificate stands, in a sentence.</summary>
internal static class StandingWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(CertificateStatus status) => status switch
        {
            CertificateStatus.Valid => words["Valid"],
            CertificateStatus.Expiring => words["Valid, expires soon"],
            CertificateStatus.Expired => words["Expired"],
            CertificateStatus.Superseded => words["Replaced"],
            _ => words["Revoked"],
        };

        /// <summary>What there is to tell beyond the status; empty when there is nothing.</summary>
        public string Explain(Standing standing) => standing switch
        {
            { Status: CertificateStatus.Revoked, EndedOn: { } day } => words["It was revoked on {0}. Reason: {1}", LocalTime.Show(day), words.SayReason(standing.Certificate.RevokedReason!)],
            { Status: CertificateStatus.Superseded, EndedOn: { } day } => words["On {0} a corrected certificate took its place: {1}. Ask for that one.", LocalTime.Show(day), standing.Successor!],
            { Status: CertificateStatus.Expired, Successor: { } renewal } => words["It was valid until {0}, and was renewed by the certificate {1}.", LocalTime.Show(standing.Certificate.Printed.ValidUntil!.Value), renewal],
            { Status: CertificateStatus.Expired } => words["It was valid until {0}.", LocalTime.Show(standing.Certificate.Printed.ValidUntil!.Value)],
            { Successor: { } renewal } => words["It was renewed by the certificate {0}.", renewal],
            { Status: CertificateStatus.Expiring } => words["It is valid until {0}.", LocalTime.Show(standing.Certificate.Printed.ValidUntil!.Value)],
            _ => "",
        };

        /// <param name="reason">As it was typed, or what stands in its place.</param>
        public string SayReason(string reason) => reason == Certificate.ForgottenReason ? words["Reason deleted with the person's data"] : reason;

        /// <param name="paper">As <see cref="PaperSizes"/> names it.</param>
        public string SayPaper(string paper) => paper == PaperSizes.Letter ? words["Letter"] : "A4";

        public string Say(CertificateChangeKind kind) => kind switch
        {
            CertificateChangeKind.NameCorrection => words["Correct the name"],
            CertificateChangeKind.Revocation => words["Revoke the certificate"],
            _ => words["Withdraw the completion"],
        };
    }
}
