using System.Globalization;
using System.Security.Claims;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Web.Access;

/// <summary>Who asks, read from the sign-in cookie alone: no query is spent on it.</summary>
public sealed class CurrentPerson
{
    private const string NameClaim = "name";
    private const string RolesClaim = "roles";
    private const string LanguageClaim = "language";
    private const string CountryClaim = "country";
    private const string AgencyClaim = "agency";
    private const string AudienceClaim = "audience";
    private const string TrainsInClaim = "trains-in";
    private const string SessionClaim = "session";
    private const string SharedClaim = "shared";
    private const string ProvedClaim = "proved";
    private const string MissingClaim = "second-factor-missing";

    internal static readonly Claim SecondFactorIsMissing = new(MissingClaim, "true");

    public CurrentPerson(IHttpContextAccessor accessor)
        : this(accessor.HttpContext?.User ?? new ClaimsPrincipal())
    {
    }

    public CurrentPerson(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return;
        }

        Id = id;
        Name = user.FindFirstValue(NameClaim) ?? "";
        LacksSecondFactor = user.HasClaim(MissingClaim, "true");
        // Who has yet to add one sees their own records at most.
        Roles = LacksSecondFactor ? Roles.None : Enum.Parse<Roles>(user.FindFirstValue(RolesClaim) ?? nameof(Roles.None));
        Locale = new Locale(user.FindFirstValue(LanguageClaim) ?? "en", user.FindFirstValue(CountryClaim) ?? "");
        Audience = user.FindFirstValue(AudienceClaim) ?? "";
        AgencyId = Guid.TryParse(user.FindFirstValue(AgencyClaim), out var agency) ? agency : null;
        TrainsIn = [.. user.FindAll(TrainsInClaim).Select(c => c.Value)];
        Scope = Scope.Of(id, Roles, AgencyId, TrainsIn);
        SessionId = Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : Guid.Empty;
        IsOnSharedComputer = user.HasClaim(SharedClaim, "true");
        ProvedAt = long.TryParse(user.FindFirstValue(ProvedClaim), CultureInfo.InvariantCulture, out var proved) ? DateTimeOffset.FromUnixTimeSeconds(proved) : default;
    }

    /// <summary><see cref="Guid.Empty"/> when nobody is signed in.</summary>
    public Guid Id { get; }

    public string Name { get; } = "";

    public Roles Roles { get; }

    public Locale Locale { get; } = new("en", "");

    public string Audience { get; } = "";

    public Guid? AgencyId { get; }

    public IReadOnlyList<string> TrainsIn { get; } = [];

    public Scope Scope { get; } = Scope.Nobody;

    public Guid SessionId { get; }

    public bool IsOnSharedComputer { get; }

    /// <summary>When the person last gave a password or a passkey.</summary>
    public DateTimeOffset ProvedAt { get; }

    /// <summary>Must add a second factor before anything else.</summary>
    public bool LacksSecondFactor { get; }

    /// <summary>As an author of content.</summary>
    public Writer Writer => new(Id, Roles, TrainsIn);

    /// <summary>Administrators do whatever trainers do.</summary>
    public bool Trains => Has(Roles.Trainer | Roles.Administrator);

    /// <summary>Who is a partner too sees officers of their agency in other countries, whom others train.</summary>
    public bool TrainsThere(string country) => Has(Roles.Administrator) || TrainsIn.Contains(country, StringComparer.Ordinal);

    public bool ReadsReports => Has(Roles.Trainer | Roles.Partner | Roles.Administrator);

    public bool IsSignedIn => Id != Guid.Empty;

    public bool Has(Roles anyOf) => (Roles & anyOf) != Roles.None;

    public static IEnumerable<Claim> ClaimsOf(Session session)
    {
        yield return new Claim(SessionClaim, session.Id.ToString());
        yield return new Claim(ProvedClaim, session.ProvedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (session.IsShared)
        {
            yield return new Claim(SharedClaim, "true");
        }
    }

    public static IEnumerable<Claim> ClaimsOf(Person person)
    {
        yield return new Claim(NameClaim, person.FullName);
        yield return new Claim(RolesClaim, person.Roles.ToString());
        yield return new Claim(LanguageClaim, person.Language);
        yield return new Claim(CountryClaim, person.Country);
        yield return new Claim(AudienceClaim, person.Audience);
        if (person.AgencyId is { } agency)
        {
            yield return new Claim(AgencyClaim, agency.ToString());
        }

        foreach (var country in person.TrainsIn)
        {
            yield return new Claim(TrainsInClaim, country);
        }
    }
}
