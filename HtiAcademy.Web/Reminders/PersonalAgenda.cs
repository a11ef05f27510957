using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Learning;

namespace HtiAcademy.Web.Reminders;

/// <summary>A person, what is before them, and of what they were reminded before.</summary>
/// <param name="Courses">The open ones.</param>
public sealed record PersonalAgenda(Person Person, Agenda Agenda, IReadOnlyList<MyCourse> Courses, IReadOnlyList<SentReminder> History)
{
    public IReadOnlyList<Reminder> RemindersNow(DateTimeOffset now) => ReminderPlan.Now(Agenda, History, now);
}
