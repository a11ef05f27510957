using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// One mail with all that a person is reminded of, in their language. Safe on a lock screen: it names neither courses nor
/// modules, not in its addresses either, and an investigator's telephone may lie before a suspect.
/// </summary>
public sealed class ReminderLetter(IStringLocalizer<Words> words, AcademyAddress address, StopLinks stop)
{
    /// <summary>With which the outbox keys of all reminders begin.</summary>
    public const string KeyStart = "reminders/";

    /// <param name="reminders">At least one.</param>
    public Mail Write(PersonalAgenda agenda, IReadOnlyList<Reminder> reminders, DateTimeOffset now)
    {
        var person = agenda.Person;
        using var _ = Language.Speak(Language.Culture(person.Language, person.Country));
        string[] paragraphs =
        [
            words["Dear {0},", person.FullName],
            .. reminders.Select(reminder => string.Join('\n', Lines(reminder, agenda, now))),
            .. reminders.Any(HasDate) ? [words["The attached file puts the due date into your calendar."].Value] : Array.Empty<string>(),
            words["Choose which reminders you get: {0}", address.Page(ReminderEndpoints.Choices)],
        ];
        var optional = reminders.Select(r => r.Kind).Where(kind => kind.IsOptional).Distinct().ToList();
        return new Mail(
            Key(person, reminders[0]),
            person,
            words["HTI Academy: a reminder"],
            string.Join("\n\n", paragraphs) + "\n",
            now,
            optional.Count == 0 ? null : stop.To(person.Id, optional),
            Dates(reminders, now));
    }

    // A person gets every reminder once ever, so its first one tells a mail from all others.
    private static string Key(Person person, Reminder first) => $"{KeyStart}{person.Id:N}/{first.Kind}/{first.About:N}/{first.Date:yyyy-MM-dd}";

    private IEnumerable<string> Lines(Reminder reminder, PersonalAgenda agenda, DateTimeOffset now) =>
    [
        .. reminder.Kind switch
        {
            ReminderKind.WaitingForMarking => EssayLines(agenda.Agenda.Essays!, reminder, agenda.Agenda.Country),
            ReminderKind.CertificateExpires => CertificateLines(agenda.Agenda.Certificates.First(c => c.EnrolmentId == reminder.About)),
            _ => CourseLines(reminder, CourseOf(agenda, reminder), agenda.Invitation, now),
        },
        words.SayWhy(reminder.Kind),
        reminder.Kind.IsOptional
            ? words["Stop this kind of reminder: {0}", stop.To(agenda.Person.Id, reminder.Kind)]
            : words["This kind of reminder cannot be stopped. If something keeps you from the course, tell your trainer."],
    ];

    private string[] EssayLines(AgendaEssays essays, Reminder reminder, Country country) =>
    [
        words["Essays at the HTI Academy that wait for you to mark them: {0}. The longest has waited since {1}.", essays.Number, Day(reminder.Date, country)],
        words["Mark them here: {0}", address.Page("/marking")],
    ];

    private string[] CertificateLines(AgendaCertificate certificate) =>
    [
        words["A certificate of yours is valid until {0}. To renew it, complete its course again or the refresher; your trainer enrols you.", Day(certificate.LastDay, certificate.Country)],
        words["Your certificates: {0}", address.Page("/certificates")],
    ];

    private string[] CourseLines(Reminder reminder, MyCourse course, Invitation? invitation, DateTimeOffset now)
    {
        var (enrolment, published, progress) = course;
        var country = published.Course.Country(enrolment.Country);
        var due = Day(enrolment.DueOn, country);
        return
        [
            reminder.Kind switch
            {
                ReminderKind.Overdue => words["Your course at the HTI Academy was due on {0}. You can still finish it.", due],
                ReminderKind.StartsSoon => words["A course for you at the HTI Academy starts on {0}. It is due on {1}.", Day(reminder.Date, country), due],
                ReminderKind.Invitation => words["You are enrolled on a course at the HTI Academy and have not begun it. It is due on {0}.", due],
                ReminderKind.Inactive => words["You last worked on your course at the HTI Academy on {0}. It is due on {1}.", Day(reminder.Date, country), due],
                _ => words["Your course at the HTI Academy is due on {0}.", due],
            },
            words["You have done {0} of {1} steps. The next one: {2}.", progress.StepsDone, progress.StepsInAll, words.Say(progress.Next(now), progress, country)],
            invitation is null ? words["Go on here: {0}", address.Page("/")] : WayIn(invitation, country, now),
        ];
    }

    // Who has not joined cannot open the course; only the letter or the slip lets them in, and nobody knows its code any more.
    private string WayIn(Invitation invitation, Country country, DateTimeOffset now)
    {
        var day = LocalTime.Show(country.DayOf(invitation.MadeAt));
        return invitation.StateAt(now) != InvitationState.Open ? words["Your invitation has ended: ask your trainer for a new one."]
            : invitation.ByMail ? words["To begin, use the link in the letter of {0}, or ask your trainer for a new one.", day]
            : words["To begin, use the slip of {0}, or ask your trainer for a new one.", day];
    }

    private static bool HasDate(Reminder reminder) => reminder.Kind is ReminderKind.DueIn2Days or ReminderKind.DueIn7Days;

    private IEnumerable<MailAttachment> Dates(IReadOnlyList<Reminder> reminders, DateTimeOffset now)
    {
        var number = 0;
        foreach (var reminder in reminders.Where(HasDate))
        {
            var file = CalendarFile.Write(
                // The same for every reminder of the course, so that a calendar shows its due date once.
                $"{reminder.About:N}@{address.Host}",
                reminder.Date,
                words["HTI Academy: a course is due"],
                address.Page("/"),
                now);
            yield return file with { Name = $"{++number}-{file.Name}" };
        }
    }

    private static MyCourse CourseOf(PersonalAgenda agenda, Reminder reminder) => agenda.Courses.First(c => c.Enrolment.Id == reminder.About);

    private static string Day(DateOnly day, Country country) => $"{LocalTime.Show(day)} ({country.Zone})";
}
