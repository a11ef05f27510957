namespace HtiAcademy.Domain.Privacy;

/// <summary>Why somebody is not erased.</summary>
public enum ErasureProblem
{
    /// <summary>What was typed to confirm is not the user name.</summary>
    UserName,
    Reason,
    Yourself,
    LastAdministrator,
}
