using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Reminders;

/// <summary>What one person has before them, as far as somebody may be reminded of it.</summary>
/// <param name="Country">Where the person works: it is reached in the office hours there.</param>
/// <param name="Essays">Those that wait for the person to mark them; null when none does.</param>
/// <param name="Stopped">What the person does not want to be reminded of.</param>
public sealed record Agenda(
    Country Country,
    IReadOnlyList<AgendaCourse> Courses,
    IReadOnlyList<AgendaCertificate> Certificates,
    AgendaEssays? Essays,
    IReadOnlyCollection<ReminderKind> Stopped)
{
    /// <summary>What there is to be reminded of now, whether the person was reminded before or not; the most urgent first.</summary>
    public IReadOnlyList<Reminder> RemindersAt(DateTimeOffset now) =>
    [
        .. Courses.Select(course => course.ReminderAt(now))
            .Concat(Certificates.Select(certificate => certificate.ReminderAt(now)))
            .Append(Essays?.ReminderAt(Country, now))
            .OfType<Reminder>()
            .Where(reminder => !(reminder.Kind.IsOptional && Stopped.Contains(reminder.Kind)))
            .OrderBy(reminder => reminder.Kind)
            .ThenBy(reminder => reminder.Date),
    ];
}
