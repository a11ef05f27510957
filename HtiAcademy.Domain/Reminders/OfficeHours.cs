using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Reminders;

/// <summary>When somebody may be reminded: 08:00 to 17:00 on working days, where they work.</summary>
public static class OfficeHours
{
    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(17, 0);

    extension(Country country)
    {
        public bool IsInOffice(DateTimeOffset now)
        {
            var local = country.LocalTime(now).DateTime;
            return TimeOnly.FromDateTime(local) is var time && time >= Opens && time < Closes && country.IsWorkingDay(DateOnly.FromDateTime(local));
        }
    }
}
