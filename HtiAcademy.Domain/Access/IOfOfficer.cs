namespace HtiAcademy.Domain.Access;

/// <summary>
/// A record about one officer. It carries whose it is, so that scope is one comparison on the row itself and never a join.
/// </summary>
public interface IOfOfficer
{
    Guid OfficerId { get; }

    /// <summary>Of the cohort: its trainers see the record.</summary>
    string Country { get; }

    /// <summary>Of the officer: its partners see the record.</summary>
    Guid? AgencyId { get; }
}
