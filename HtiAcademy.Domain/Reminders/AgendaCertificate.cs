using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Reminders;

/// <summary>A certificate that stands and has not been renewed.</summary>
/// <param name="EnrolmentId">On which it was earned: a certificate that is corrected is another one, and no other cause.</param>
/// <param name="Country">Where it was earned: its last day is a day there.</param>
public sealed record AgendaCertificate(Guid EnrolmentId, Country Country, DateOnly LastDay)
{
    /// <summary>How many days before its last one the holder is reminded.</summary>
    public const int DaysBefore = 60;

    public Reminder? ReminderAt(DateTimeOffset now) =>
        LastDay.DayNumber - Country.DayOf(now).DayNumber is >= 0 and <= DaysBefore ? new Reminder(ReminderKind.CertificateExpires, EnrolmentId, LastDay) : null;
}
