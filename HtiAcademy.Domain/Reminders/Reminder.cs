namespace HtiAcademy.Domain.Reminders;

/// <summary>One thing that one person is reminded of, once ever.</summary>
/// <param name="About">The enrolment, also of a certificate; for marking the attempt that has waited longest.</param>
/// <param name="Date">
/// Of the cause, so that another date is another reminder: when the course is due or starts, when the officer was last
/// there, since when an essay waits, the last day of the certificate.
/// </param>
public readonly record struct Reminder(ReminderKind Kind, Guid About, DateOnly Date);
