using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Audit;

/// <summary>What entries of the log are called on the page.</summary>
internal static class AuditWords
{
    /// <summary>Keys of <see cref="Words"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["agency.changed"] = "Agency changed",
        ["agency.created"] = "Agency added",
        ["audit.exported"] = "Audit log exported",
        ["certificate.change-asked"] = "Change of a certificate asked for",
        ["certificate.change-refused"] = "Change of a certificate refused",
        ["certificate.corrected"] = "Certificate corrected",
        ["certificate.revoked"] = "Certificate revoked",
        ["certificates.printed"] = "Certificates printed",
        ["cohort.changed"] = "Cohort changed",
        ["cohort.copied"] = "Cohort copied",
        ["cohort.created"] = "Cohort created",
        ["cohort.enrolled"] = "Officers enrolled",
        ["completion.withdrawn"] = "Completion withdrawn",
        ["course.published"] = "Course published",
        ["draft.agency-asked"] = "Agency asked to read a draft",
        ["draft.approved-by-agency"] = "Draft approved by an agency",
        ["draft.given-up"] = "Draft given up",
        ["draft.returned"] = "Draft sent back",
        ["draft.submitted"] = "Draft submitted",
        ["draft.taken-back"] = "Draft taken back",
        ["emblem.changed"] = "Emblem changed",
        ["emblem.removed"] = "Emblem removed",
        ["enrolment.extended"] = "Due date extended",
        ["enrolment.moved"] = "Officer moved to another cohort",
        ["enrolment.returned"] = "Withdrawal taken back",
        ["enrolment.withdrawn"] = "Officer withdrawn",
        ["essay.marked"] = "Essay marked",
        ["essay.name-shown"] = "Name of an essay's writer shown",
        ["flag.settled"] = "Officer's hint answered",
        ["invitation.printed"] = "Invitation printed",
        ["invitation.revoked"] = "Invitation revoked",
        ["invitation.sent"] = "Invitation sent",
        ["job.paused"] = "Job paused",
        ["job.resumed"] = "Job resumed",
        ["learners.moved"] = "Learners moved to another version",
        ["mail.all-sent-again"] = "All undelivered mail sent again",
        ["mail.sent-again"] = "Mail sent again",
        ["minutes.granted"] = "Extra minutes granted",
        ["person.authenticator-added"] = "Authenticator app added",
        ["person.authenticator-removed"] = "Authenticator app removed",
        ["person.changed"] = "Person changed",
        ["person.data-taken"] = "Own data downloaded",
        ["person.deactivated"] = "Person kept out",
        ["person.erased"] = "Person erased",
        ["person.factors-removed"] = "Second step taken away",
        ["person.invited"] = "Person invited",
        ["person.joined"] = "Invitation accepted",
        ["person.merged"] = "Two accounts merged",
        ["person.passkey-added"] = "Passkey added",
        ["person.passkey-removed"] = "Passkey removed",
        ["person.password-changed"] = "Password changed",
        ["person.password-forgotten"] = "New password asked for",
        ["person.password-set"] = "Password set",
        ["person.reactivated"] = "Person let in again",
        ["person.recovery-code-used"] = "Recovery code used",
        ["person.recovery-codes-made"] = "Recovery codes made",
        ["person.sessions-ended"] = "Sessions ended",
        ["practice.observed"] = "Practice observed",
        ["question.remarked"] = "Question marked again",
        ["report.made"] = "Report made",
        ["results.recorded"] = "Results recorded",
        ["results.removed"] = "Results removed",
        ["self-approval.allowed"] = "Lone trainer allowed to publish",
        ["self-approval.withdrawn"] = "Lone trainer no longer allowed to publish",
    };

    extension(IStringLocalizer<Words> words)
    {
        public string Say(AuditEntry entry) => words.SayKind(entry.What);

        /// <returns>The kind itself, where it is one of an academy of other days.</returns>
        public string SayKind(string kind) => Kinds.TryGetValue(kind, out var said) ? words[said] : kind;
    }
}
