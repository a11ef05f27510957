using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Personnel;

public enum AccountState
{
    Invited,
    Active,
    KeptOut,
}

/// <summary>Which people a page lists.</summary>
/// <param name="Text">Part of a name, a user name or a mail address.</param>
/// <param name="ByCountry">Otherwise by name.</param>
internal sealed record PeopleFilter(string? Text, string? Country, Guid? Agency, Roles? Role, AccountState? State, bool ByCountry);

internal sealed record PersonRow(Guid Id, string Name, string? UserName, string? Email, string? Agency, string Country, Roles Roles, AccountState State);

internal static class PeopleList
{
    public const int PageSize = 50;
    private const string Escape = "\\";

    extension(AcademyDb db)
    {
        /// <summary>Those whom the reader manages: all for administrators, the officers of their countries for trainers.</summary>
        public IQueryable<Person> ManagedBy(CurrentPerson reader)
        {
            var trainsIn = reader.TrainsIn.ToArray();
            var people = db.People.Where(p => p.ErasedAt == null);
            return reader.Has(Roles.Administrator) ? people : people.Where(p => p.Roles == Roles.Officer && trainsIn.Contains(p.Country));
        }

        /// <param name="page">From 1.</param>
        public async Task<(int Count, List<PersonRow> Rows)> ListAsync(CurrentPerson reader, PeopleFilter filter, int page, CancellationToken cancellationToken)
        {
            var people = Matching(db.ManagedBy(reader), filter);
            var count = await people.CountAsync(cancellationToken);
            var sorted = filter.ByCountry ? people.OrderBy(p => p.Country).ThenBy(p => p.FullName).ThenBy(p => p.Id) : people.OrderBy(p => p.FullName).ThenBy(p => p.Id);
            var rows = await sorted.Skip((page - 1) * PageSize).Take(PageSize)
                .Select(p => new PersonRow(
                    p.Id, p.FullName, p.UserName, p.Email, db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.Name).FirstOrDefault(), p.Country, p.Roles,
                    p.DeactivatedAt != null ? AccountState.KeptOut : p.PasswordHash == null ? AccountState.Invited : AccountState.Active))
                .ToListAsync(cancellationToken);
            return (count, rows);
        }
    }

    public static AccountState StateOf(Person person) =>
        person.DeactivatedAt is not null ? AccountState.KeptOut : person.PasswordHash is null ? AccountState.Invited : AccountState.Active;

    private static IQueryable<Person> Matching(IQueryable<Person> people, PeopleFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            // LIKE, since SQLite finds capitals for small letters with nothing else.
            var pattern = $"%{Literally(filter.Text.Trim())}%";
            people = people.Where(p => EF.Functions.Like(p.FullName, pattern, Escape) || EF.Functions.Like(p.UserName!, pattern, Escape) || EF.Functions.Like(p.Email!, pattern, Escape));
        }

        if (!string.IsNullOrEmpty(filter.Country))
        {
            people = people.Where(p => p.Country == filter.Country);
        }

        if (filter.Agency is { } agency)
        {
            people = people.Where(p => p.AgencyId == agency);
        }

        if (filter.Role is { } role)
        {
            people = people.Where(p => p.Roles.HasFlag(role));
        }

        return filter.State switch
        {
            AccountState.Invited => people.Where(p => p.DeactivatedAt == null && p.PasswordHash == null),
            AccountState.Active => people.Where(p => p.DeactivatedAt == null && p.PasswordHash != null),
            AccountState.KeptOut => people.Where(p => p.DeactivatedAt != null),
            _ => people,
        };
    }

    private static string Literally(string text) => text
        .Replace(Escape, @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal);
}
