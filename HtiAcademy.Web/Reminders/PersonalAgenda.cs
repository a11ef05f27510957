using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Learning;

namespace HtiAcademy.Web.Reminders;

/// <summary>A person, what is before them, and of what they were reminded before.</summary>
/// <param name="Courses">The open ones.</param>
/// <param name="Invitation">The last one of who has not joined yet, so that no page of the academy opens for them; null for others.</param>
public sealed record PersonalAgenda(Person Person, Agenda Agenda, IReadOnlyList<MyCourse> Courses, IReadOnlyList<SentReminder> History, Invitation? Invitation = null)
{
    public IReadOnlyList<Reminder> RemindersNow(DateTimeOffset now) => ReminderPlan.Now(Agenda, History, now);
}
