namespace HtiAcademy.Domain.Access;

/// <summary>
/// What may be seen through one <see cref="AcademyDb"/>. The database applies it to every query, so that what a person
/// may not see does not exist for them.
/// </summary>
public sealed class Scope
{
    /// <summary>Sees no person's records at all: what a visitor gets.</summary>
    public static readonly Scope Nobody = new();

    /// <summary>For jobs, the command line and administrators.</summary>
    public static readonly Scope Everything = new() { SeesEverything = true };

    private Scope()
    {
    }

    public bool SeesEverything { get; private init; }

    /// <summary><see cref="Guid.Empty"/>, which no record carries, when nobody is signed in.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The agency whose officers a partner sees; <see cref="Guid.Empty"/> for everyone else.</summary>
    public Guid PartnerOf { get; private init; }

    /// <summary>The countries whose officers a trainer sees; empty for everyone else.</summary>
    public IReadOnlyList<string> TrainsIn { get; private init; } = [];

    /// <summary>For what a person does beyond what they see: still their act, which is refused to who is kept out.</summary>
    public static Scope EverythingFor(Guid personId) => new() { SeesEverything = true, PersonId = personId };

    public static Scope Of(Guid personId, Roles roles, Guid? agencyId, IReadOnlyList<string> trainsIn) =>
        roles.HasFlag(Roles.Administrator)
            ? EverythingFor(personId)
            : new Scope
            {
                PersonId = personId,
                PartnerOf = roles.HasFlag(Roles.Partner) ? agencyId ?? Guid.Empty : Guid.Empty,
                TrainsIn = roles.HasFlag(Roles.Trainer) ? trainsIn : [],
            };

    public static Scope Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Of(person.Id, person.Roles, person.AgencyId, person.TrainsIn);
    }
}
