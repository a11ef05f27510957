using HtiAcademy.Domain.Access;

namespace HtiAcademy.Domain.Reminders;

/// <summary>What somebody is reminded of; the most urgent first, as they stand in a mail.</summary>
public enum ReminderKind
{
    Overdue,
    DueIn2Days,
    DueIn7Days,
    StartsSoon,

    /// <summary>The officer is enrolled and has not begun.</summary>
    Invitation,

    /// <summary>The officer has begun, and was not there for 14 days.</summary>
    Inactive,

    /// <summary>Essays wait for a trainer.</summary>
    WaitingForMarking,

    /// <summary>A certificate has at most 60 days left.</summary>
    CertificateExpires,
}

public static class ReminderKinds
{
    private static readonly ReminderKind[] OfOfficers =
        [ReminderKind.StartsSoon, ReminderKind.Invitation, ReminderKind.Inactive, ReminderKind.CertificateExpires];

    /// <summary>What everybody who is enrolled is told.</summary>
    public static IReadOnlyList<ReminderKind> Obligatory { get; } = [ReminderKind.DueIn7Days, ReminderKind.DueIn2Days, ReminderKind.Overdue];

    /// <summary>The optional kinds that people of these roles may get.</summary>
    public static IReadOnlyList<ReminderKind> OfferedTo(Roles roles) =>
    [
        .. roles.HasFlag(Roles.Officer) ? OfOfficers : [],
        .. roles.HasFlag(Roles.Trainer) ? new[] { ReminderKind.WaitingForMarking } : [],
    ];

    extension(ReminderKind kind)
    {
        /// <summary>Whether a person may stop it.</summary>
        public bool IsOptional => kind is not (ReminderKind.DueIn7Days or ReminderKind.DueIn2Days or ReminderKind.Overdue);
    }
}
