using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Access;

/// <summary>What those who manage people state about one of them.</summary>
/// <param name="FullName">As it shall stand on the certificate.</param>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Country">ISO 3166 alpha-2; empty for an administrator who works for no one country.</param>
public sealed record PersonFacts(string FullName, Roles Roles, string Language, string Country)
{
    public string? Rank { get; init; }

    /// <summary>Of an officer or a partner.</summary>
    public Guid? AgencyId { get; init; }

    public string Audience { get; init; } = Audiences.Investigator;

    /// <summary>Of a trainer.</summary>
    public IReadOnlyList<string> TrainsIn { get; init; } = [];
}

/// <summary>Somebody who shall get an account.</summary>
/// <param name="Email">Null for who has no mailbox of their own.</param>
/// <param name="UserName">Null for who signs in with the mail address; who has none of both is given one.</param>
public sealed record Invitee(PersonFacts Facts, string? Email, string? UserName);

/// <summary>What an academy can state about people.</summary>
/// <param name="Countries">ISO 3166 codes of those in which its courses are given.</param>
/// <param name="Prints">Whether its papers can print a name.</param>
public sealed record PersonRules(IReadOnlyCollection<string> Countries, Func<string, bool> Prints);

/// <summary>Why an account cannot be made or changed.</summary>
public enum PersonProblem
{
    Name,

    /// <summary>No paper can print it.</summary>
    Letters,
    Rank,
    Email,

    /// <summary>By an account that whoever asks may see.</summary>
    EmailTaken,

    /// <summary>Something stands against it that whoever asks may not see.</summary>
    AskAnAdministrator,
    UserName,
    UserNameTaken,
    Role,

    /// <summary>A lead trainer who is no trainer.</summary>
    LeadTrainer,
    Language,
    Country,
    Audience,
    Agency,
    TrainsIn,

    /// <summary>It stands on a certificate, which two people correct.</summary>
    NameOnCertificate,
    Reason,
    Yourself,
    LastAdministrator,
}
