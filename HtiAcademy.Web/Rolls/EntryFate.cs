using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Web.Rolls;

/// <summary>What becomes of one line of a roll.</summary>
public enum Fate
{
    /// <summary>An account is made, the officer invited and enrolled.</summary>
    New,

    /// <summary>Who has an account is enrolled.</summary>
    Enrolled,

    /// <summary>Is in the cohort already: nothing changes.</summary>
    Member,

    /// <summary>Says the same as a line before it: nothing changes.</summary>
    Repeated,

    /// <summary>Nothing is done with it.</summary>
    Refused,
}

public enum RollProblem
{
    Quotes,
    NoName,
    Name,

    /// <summary>No font has some of them.</summary>
    Letters,
    NoAddress,
    Mail,
    UserName,
    Rank,
    NoAgency,
    Agency,
    Audience,
    Language,

    /// <summary>Two names in the roll have one address or user name.</summary>
    Shared,

    /// <summary>The account is another country's, of staff or deactivated. Which of them is not told.</summary>
    NotHere,

    /// <summary>The address is one account's, the user name another's or nobody's.</summary>
    Mismatch,

    /// <summary>The account of that address bears another name.</summary>
    OtherName,

    /// <summary>Was withdrawn from this cohort.</summary>
    Withdrawn,

    /// <summary>Takes the course in another cohort.</summary>
    OtherCohort,
}

/// <summary>A line of a roll and what becomes of it.</summary>
/// <param name="OfficerId">Whose account it is; null for none, or none that is told of.</param>
/// <param name="UserName">With which the officer signs in; null when nobody is enrolled by this line.</param>
/// <param name="Detail">What the reason names: the letters that cannot be printed, the line that has the same.</param>
public sealed record EntryFate(RollEntry Entry, Fate Fate, RollProblem? Problem = null, Guid? OfficerId = null, string? UserName = null, string? Detail = null);

/// <summary>What becomes of a whole roll.</summary>
public sealed record RollPlan(IReadOnlyList<EntryFate> Fates)
{
    public bool ChangesAnything => Fates.Any(f => f.Fate is Fate.New or Fate.Enrolled);

    /// <summary>The same for the same fates: tells whether what was shown is what would be done now.</summary>
    public string Digest
    {
        get
        {
            var lines = Fates.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Entry.Line} {f.Fate} {f.Problem} {f.OfficerId} {f.UserName} {f.Detail}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
    }

    public int Count(Fate fate) => Fates.Count(f => f.Fate == fate);
}
