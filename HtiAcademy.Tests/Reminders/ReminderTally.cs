using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

/// <summary>Counts mails and breaches of good manners, from what was sent alone and not by the rules that sent it.</summary>
public sealed class ReminderTally
{
    private readonly Dictionary<Guid, List<DateTimeOffset>> _mails = [];
    private readonly HashSet<(Guid, Reminder)> _seen = [];

    public int Mails { get; private set; }

    public int Reminders { get; private set; }

    /// <summary>Mails that remind of several things.</summary>
    public int Digests { get; private set; }

    public int OutsideHours { get; private set; }

    public int OverCap { get; private set; }

    public int Doubles { get; private set; }

    public HashSet<ReminderKind> Kinds { get; } = [];

    public void Add(Guid person, Country country, IReadOnlyCollection<Reminder> reminders, DateTimeOffset at)
    {
        Mails++;
        Reminders += reminders.Count;
        Digests += reminders.Count > 1 ? 1 : 0;
        Doubles += reminders.Count(reminder => !_seen.Add((person, reminder)));
        Kinds.UnionWith(reminders.Select(r => r.Kind));
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(country.Zone));
        var rests = country.Weekend.Contains(local.DayOfWeek)
            || country.Holidays.Any(h => h.Month == local.Month && h.Day == local.Day && (h.Year ?? local.Year) == local.Year);
        OutsideHours += local.Hour is < 8 or > 16 || rests ? 1 : 0;
        if (!_mails.TryGetValue(person, out var times))
        {
            _mails[person] = times = [];
        }

        times.Add(at);
        OverCap += times.Count > 2 && at - times[^3] < TimeSpan.FromDays(7) ? 1 : 0;
    }
}
