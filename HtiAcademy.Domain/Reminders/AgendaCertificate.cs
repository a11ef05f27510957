using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Reminders;

/// <summary>A certificate that stands and has not been renewed.</summary>
/// <param name="Country">Where it was earned: its last day is a day there.</param>
public sealed record AgendaCertificate(Guid Id, Country Country, DateOnly LastDay)
{
    /// <summary>How many days before its last one the holder is reminded.</summary>
    public const int DaysBefore = 60;

    public Reminder? ReminderAt(DateTimeOffset now) =>
        LastDay.DayNumber - Country.DayOf(now).DayNumber is >= 0 and <= DaysBefore ? new Reminder(ReminderKind.CertificateExpires, Id, LastDay) : null;
}
