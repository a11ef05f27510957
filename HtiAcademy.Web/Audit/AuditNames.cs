using System.Text.RegularExpressions;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Audit;

/// <summary>Who the people are whom the audit log names by their ids, as far as they are known still.</summary>
internal sealed partial class AuditNames
{
    private const int MostFound = 100;

    private readonly Dictionary<string, string> _names;

    private AuditNames(Dictionary<string, string> names) => _names = names;

    public static async Task<AuditNames> OfAsync(AcademyDb db, IEnumerable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.SelectMany(e => PersonIds().Matches($"{e.By} {e.Record}")).Select(m => Guid.Parse(m.Groups["id"].Value)).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        return new(people.ToDictionary(p => p.AuditName, p => p.FullName == p.UserName ? p.FullName : $"{p.FullName} ({p.UserName})", StringComparer.Ordinal));
    }

    /// <returns>What entries by these people say; what was typed itself too, since old entries and the command line are named in words.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(AcademyDb db, string typed, CancellationToken cancellationToken)
    {
        var sought = Person.Normalized(typed.Trim())!;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database's capitals, whatever the culture.
        var ids = await db.People
            .Where(p => p.NormalizedUserName!.Contains(sought) || p.NormalizedEmail!.Contains(sought) || p.FullName.ToUpper().Contains(sought))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(MostFound).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return [typed.Trim(), .. ids.Select(id => $"{Person.AuditPrefix}{id}")];
    }

    public string In(string text) => PersonIds().Replace(text, match => _names.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex("person (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonIds();
}
