using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Audit;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Privacy;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Reports;

namespace HtiAcademy.Web.Jobs;

/// <summary>Everything that the academy does by itself, and when. All times are UTC.</summary>
public static class Timetable
{
    /// <summary>Also run as soon as somebody asks for certificates.</summary>
    public static TimetabledJob PrintRuns { get; } =
        TimetabledJob.EveryMinute<PrintRunJob>("print-runs", "Prints the certificates that were asked for", second: 15);

    /// <summary>Also run as soon as somebody asks for a report.</summary>
    public static TimetabledJob ReportRuns { get; } =
        TimetabledJob.EveryMinute<ReportRunJob>("report-runs", "Makes the reports that were asked for, and deletes old ones", second: 45);

    /// <summary>Also run when an administrator looks at the log.</summary>
    public static TimetabledJob AuditCheck { get; } =
        TimetabledJob.Of<AuditJob>("audit-check", "Checks the audit log, and notes where it ends", "Every day at 02:20 UTC", "0 20 2 * * ?");

    /// <summary>Also run as soon as somebody was erased.</summary>
    public static TimetabledJob Retention { get; } =
        TimetabledJob.Of<RetentionJob>("retention", "Deletes what was kept long enough, and the last traces of who was erased", "Every day at 02:40 UTC", "0 40 2 * * ?");

    // Cron: seconds, minutes, hours, day of the month, month, day of the week.
    public static IReadOnlyList<TimetabledJob> All { get; } =
    [
        TimetabledJob.EveryMinute<OutboxJob>("outbox", "Sends the mail that is waiting", second: 0),
        TimetabledJob.EveryMinute<OverdueAttemptsJob>("overdue-attempts", "Closes and marks attempts whose time is over", second: 30),
        PrintRuns,
        ReportRuns,
        TimetabledJob.Of<ReminderJob>("due-reminders", "Reminds people of what is due or waits for them, in their office hours", "Five minutes past every hour", "0 5 * * * ?"),
        AuditCheck,
        Retention,
        // By then Monday has begun in Central America and the working day in East Africa.
        TimetabledJob.Of<CohortReportJob>("cohort-reports", "Reports on each cohort to its trainers and its agencies", "Mondays at 06:00 UTC", "0 0 6 ? * MON"),
    ];

    public static TimetabledJob? Find(string name) => All.FirstOrDefault(job => string.Equals(job.Name, name, StringComparison.Ordinal));
}
