using HtiAcademy.Domain;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Reminders;

namespace HtiAcademy.Web.Audit;

/// <summary>The time zone in which an administrator reads the log: of the country they work in, or UTC.</summary>
public sealed class AuditZone(Calendars calendars, CurrentPerson administrator)
{
    public async Task<TimeZoneInfo> OfAsync(AcademyDb db, CancellationToken cancellationToken) =>
        (await calendars.ReadAsync(db, cancellationToken)).TryGetValue(administrator.Locale.Country, out var country) ? TimeZoneInfo.FindSystemTimeZoneById(country.Zone) : TimeZoneInfo.Utc;
}
