using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reminders;

/// <summary>A course that somebody is enrolled on.</summary>
/// <param name="Country">Of the cohort: its dates are days there.</param>
/// <param name="MayGoOn">Whether the next step is the officer's own, and may be taken.</param>
public sealed record AgendaCourse(
    Guid EnrolmentId,
    Country Country,
    EnrolmentState State,
    DateOnly StartsOn,
    DateOnly DueOn,
    DateTimeOffset InvitedAt,
    DateTimeOffset? LastActiveAt,
    bool MayGoOn)
{
    /// <summary>How many days before the due date the first reminder of it is sent.</summary>
    public const int DaysBeforeDue = 7;

    private const int LastDaysBeforeDue = 2;
    private const int DaysBeforeStart = 5;

    /// <summary>From the invitation or the start, whichever is later.</summary>
    private const int DaysToBegin = 3;

    /// <returns>The most urgent reminder that holds now, and no other: null when there is none.</returns>
    public Reminder? ReminderAt(DateTimeOffset now)
    {
        if (State is not (EnrolmentState.Invited or EnrolmentState.Active))
        {
            return null;
        }

        var today = Country.DayOf(now);
        return (DueOn.DayNumber - today.DayNumber) switch
        {
            _ when today < StartsOn => BeforeStart(today),
            < 0 => new Reminder(ReminderKind.Overdue, EnrolmentId, DueOn),
            <= LastDaysBeforeDue => new Reminder(ReminderKind.DueIn2Days, EnrolmentId, DueOn),
            <= DaysBeforeDue => new Reminder(ReminderKind.DueIn7Days, EnrolmentId, DueOn),
            _ when !MayGoOn => null,
            _ when State == EnrolmentState.Invited => NotBegun(today),
            _ => Away(today),
        };
    }

    private Reminder? BeforeStart(DateOnly today) =>
        State == EnrolmentState.Invited && today >= StartsOn.AddDays(-DaysBeforeStart) ? new Reminder(ReminderKind.StartsSoon, EnrolmentId, StartsOn) : null;

    private Reminder? NotBegun(DateOnly today)
    {
        var invited = Country.DayOf(InvitedAt);
        var mightHaveBegun = invited > StartsOn ? invited : StartsOn;
        return today >= mightHaveBegun.AddDays(DaysToBegin) ? new Reminder(ReminderKind.Invitation, EnrolmentId, DueOn) : null;
    }

    private Reminder? Away(DateOnly today) =>
        LastActiveAt is { } last && Country.DayOf(last) is var day && today >= day.AddDays(Enrolment.DaysAway) ? new Reminder(ReminderKind.Inactive, EnrolmentId, day) : null;
}
