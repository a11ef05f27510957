using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Reminders;

/// <summary>The essays that a trainer has to mark.</summary>
/// <param name="OldestId">The attempt with the one that has waited longest, <paramref name="Since"/> then.</param>
public sealed record AgendaEssays(Guid OldestId, int Number, DateTimeOffset Since)
{
    /// <summary>How long trainers have before they are asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <param name="country">Where the trainer works.</param>
    public Reminder? ReminderAt(Country country, DateTimeOffset now) =>
        now - Since >= Patience ? new Reminder(ReminderKind.WaitingForMarking, OldestId, country.DayOf(Since)) : null;
}
