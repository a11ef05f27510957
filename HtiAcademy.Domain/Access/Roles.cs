namespace HtiAcademy.Domain.Access;

/// <summary>What a person does here; one person may do several things.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Officer = 1,
    Trainer = 2,
    Partner = 4,
    Administrator = 8,

    /// <summary>A trainer who also answers for what every country reads, and for countries' facts.</summary>
    LeadTrainer = 16,
}
