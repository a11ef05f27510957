using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// A reminder in the officer's language. Safe on a lock screen: it names neither the course nor its modules, and an
/// investigator's telephone may lie before a suspect.
/// </summary>
public sealed class ReminderLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    public Mail Write(DueReminder reminder, Enrolment enrolment, Progress progress, Person officer, Country country, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(officer.Language, officer.Country));
        var due = LocalTime.Show(enrolment.DueOn);
        var overdue = reminder == DueReminder.Overdue;
        string[] paragraphs =
        [
            words["Dear {0},", officer.FullName],
            overdue
                ? words["Your course at the HTI Academy was due on {0}. You can still finish it.", due]
                : words["Your course at the HTI Academy is due on {0}.", due],
            words["You have done {0} of {1} steps. The next one: {2}.", progress.StepsDone, progress.StepsInAll, words.Say(progress.Next(now), progress, country)],
            words["Go on here: {0}", address.Page($"/learn/{enrolment.CourseId}")],
            words["If something keeps you from it, tell your trainer. You get this message because you are enrolled on this course and have not finished it yet."],
        ];
        return new Mail(
            DueReminders.Key(enrolment, reminder),
            officer,
            overdue ? words["HTI Academy: your course was due on {0}", due] : words["HTI Academy: your course is due on {0}", due],
            string.Join("\n\n", paragraphs) + "\n",
            now);
    }
}
