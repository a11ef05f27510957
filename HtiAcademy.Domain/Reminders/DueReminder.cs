using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reminders;

public enum DueReminder
{
    DueIn7Days,
    DueIn2Days,
    Overdue,
}

/// <summary>Which reminder of the due date an officer should get, and when it may reach them.</summary>
public static class DueReminders
{
    /// <summary>With which the outbox keys of all reminders begin.</summary>
    public const string KeyStart = "reminder/";

    /// <summary>Reminders that one officer gets in seven days, over all their courses.</summary>
    public const int MostAWeek = 2;

    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(17, 0);

    /// <param name="today">In the officer's time zone.</param>
    /// <returns>The most urgent reminder that holds today; null when none does.</returns>
    public static DueReminder? For(Enrolment enrolment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return (enrolment.DueOn.DayNumber - today.DayNumber) switch
        {
            _ when !enrolment.IsOpen => null,
            > 7 => null,
            > 2 => DueReminder.DueIn7Days,
            >= 0 => DueReminder.DueIn2Days,
            _ => DueReminder.Overdue,
        };
    }

    /// <summary>Whether a message may be sent at this hour of the officer: 08:00 to 17:00 on working days.</summary>
    public static bool MayReach(DateTimeOffset localNow, IReadOnlyCollection<DayOfWeek> weekend) =>
        !weekend.Contains(localNow.DayOfWeek)
        && TimeOnly.FromTimeSpan(localNow.TimeOfDay) is var time && time >= Opens && time < Closes;

    /// <summary>The outbox key: one message of a kind for one due date, ever.</summary>
    public static string Key(Enrolment enrolment, DueReminder reminder) =>
        $"{KeyStart}{enrolment.Id:N}/{reminder}/{enrolment.DueOn:yyyy-MM-dd}";
}
