using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reminders;

internal static class ReminderWords
{
    extension(IStringLocalizer<Words> words)
    {
        /// <summary>When reminders of a kind are sent.</summary>
        public string Say(ReminderKind kind) => kind switch
        {
            ReminderKind.Overdue => words["A course of mine is overdue"],
            ReminderKind.DueIn2Days => words["A course of mine is due within 2 days"],
            ReminderKind.DueIn7Days => words["A course of mine is due within 7 days"],
            ReminderKind.StartsSoon => words["A course of mine starts within 5 days"],
            ReminderKind.Invitation => words["I am enrolled on a course and have not begun it"],
            ReminderKind.Inactive => words["I have not gone on with a course for 14 days"],
            ReminderKind.WaitingForMarking => words["Essays have waited 3 days for me to mark them"],
            _ => words["A certificate of mine ends within 60 days"],
        };

        /// <summary>Why somebody gets reminders of a kind.</summary>
        public string SayWhy(ReminderKind kind) => kind switch
        {
            ReminderKind.StartsSoon => words["You get this because you are enrolled on this course."],
            ReminderKind.WaitingForMarking => words["You get this because you train in the country where they were written."],
            ReminderKind.CertificateExpires => words["You get this because you hold this certificate."],
            _ => words["You get this because you are enrolled on this course and have not finished it."],
        };
    }
}
