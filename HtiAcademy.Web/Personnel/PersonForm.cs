using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;

namespace HtiAcademy.Web.Personnel;

/// <summary>What somebody typed about a person, as it stands in the fields.</summary>
public sealed record PersonForm(Invitee Invitee, bool ByMail)
{
    public static readonly PersonForm Empty = Of(new PersonFacts("", Roles.Officer, Languages.All[0], ""), null, null);

    public PersonFacts Facts => Invitee.Facts;

    public static PersonForm Of(PersonFacts facts, string? email, string? userName) => new(new Invitee(facts, email, userName), ByMail: true);

    public static PersonForm Of(Person person) => Of(FactsOf(person), person.Email, person.UserName);

    /// <param name="reader">Trainers state nothing but officers.</param>
    /// <param name="agencies">Those that the reader may choose from; an officer's country is that of the agency.</param>
    public static PersonForm Read(IFormCollection form, CurrentPerson reader, IReadOnlyList<Agency> agencies)
    {
        var all = reader.Has(Roles.Administrator);
        var roles = all ? form["role"].Aggregate(Roles.None, (sum, text) => sum | (Enum.TryParse<Roles>(text, out var role) ? role : Roles.None)) : Roles.Officer;
        Guid? agency = Guid.TryParse(form["agency"], out var id) ? id : null;
        var country = all && form["country"].ToString() is { Length: > 0 } chosen ? chosen : agencies.FirstOrDefault(a => a.Id == agency)?.Country ?? "";
        var facts = new PersonFacts(form["name"].ToString(), roles, form["language"].ToString(), country)
        {
            Rank = form["rank"].ToString(),
            AgencyId = agency,
            Audience = form["audience"].ToString(),
            TrainsIn = all ? [.. form["trainsIn"].OfType<string>().Distinct(StringComparer.Ordinal)] : [],
        };
        return new PersonForm(new Invitee(facts, form["email"], form["userName"]), form["how"] != "slip");
    }

    private static PersonFacts FactsOf(Person person) => new(person.FullName, person.Roles, person.Language, person.Country)
    {
        Rank = person.Rank,
        AgencyId = person.AgencyId,
        Audience = person.Audience,
        TrainsIn = person.TrainsIn,
    };
}
