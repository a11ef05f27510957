using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using Microsoft.AspNetCore.Identity;

namespace HtiAcademy.Domain.Privacy;

/// <summary>How long records are kept.</summary>
/// <param name="For">Null when no job deletes them.</param>
/// <param name="Since">From when the time counts; or, when no job deletes them, until when they are kept.</param>
/// <param name="Job">That deletes them, as the timetable names it.</param>
public sealed record KeptRecords(string Name, TimeSpan? For, string Since, string? Job, params IReadOnlyList<Type> Types);

/// <summary>How long each kind of record is kept. docs/privacy.md says why.</summary>
public static class Retention
{
    public static IReadOnlyList<KeptRecords> Table { get; } =
    [
        new("Accounts, and how people sign in", null, "until the person is erased", null, typeof(Person), typeof(Authenticator), typeof(RecoveryCode), typeof(IdentityUserPasskey<Guid>)),
        new("Tries at signing in", Guess.KeptFor, "the try", "retention", typeof(Guess)),
        new("Sessions", Session.KeptFor, "their end", "retention", typeof(Session)),
        new("Invitations and codes for a new password", Invitation.KeptFor, "they expire", "retention", typeof(Invitation)),
        new("Courses taken, attempts, marks, observed practice", null, "until the person is erased, then without name and words", null, typeof(Cohort), typeof(Enrolment), typeof(Attempt), typeof(EssayMarking), typeof(Observation)),
        new("Certificates, their changes and printings", null, "for good, without the name once the person is erased", null, typeof(Certificate), typeof(CertificateChange), typeof(Printing)),
        new("Files of printed certificates", PrintRun.KeptFor, "they are asked for", "print-runs", typeof(PrintRun), typeof(PrintedFile)),
        new("Weekly reports", CohortReport.WeeklyKeptFor, "they are made", "report-runs", typeof(CohortReport)),
        new("Reports that were asked for", CohortReport.AskedKeptFor, "they are made", "report-runs", typeof(ReportRun)),
        new("Mail that was sent", Mail.SentKeptFor, "it is sent", "outbox", typeof(Mail)),
        new("Mail that could not be sent", Mail.UndeliverableKeptFor, "it is written", "outbox"),
        new("What people were reminded of", SentReminder.KeptFor, "the reminder", "retention", typeof(SentReminder)),
        new("Runs of jobs", JobRun.KeptFor, "they begin", "retention", typeof(JobRun)),
        new("What trainers write, and what readers say of it", null, "for good, without the words of officers who are erased", null, typeof(Draft), typeof(DraftComment), typeof(AgencyReading), typeof(SectionFlag), typeof(SelfApproval)),
        new("Audit log", null, "for ten years at least", null, typeof(AuditEntry)),
        new("What says nothing about a person", null, "for good", null, typeof(Agency), typeof(Emblem), typeof(CourseVersion), typeof(Document), typeof(Evaluation), typeof(EvaluationTally), typeof(CaseCounts), typeof(SigningKey), typeof(ProtectionKey)),
    ];
}
