using System.Collections.Concurrent;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>
/// The sessions that ended here just now, and the people whose sessions did: what the cookie says is believed for a minute, but
/// not of them. On other nodes the minute remains.
/// </summary>
public sealed class EndedSessions(TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = new();

    /// <param name="ended">The id of a session, or of a person for all of theirs.</param>
    public void Add(Guid ended)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _ended.Where(e => e.Value < now - KeptFor))
        {
            _ended.TryRemove(old);
        }

        _ended[ended] = now;
    }

    public bool Contains(CurrentPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return _ended.ContainsKey(person.SessionId) || _ended.ContainsKey(person.Id);
    }

    /// <summary>The people whose sessions end by what is about to be saved.</summary>
    internal static IEnumerable<Guid> In(AcademyDb db) => db.ChangeTracker.Entries<Person>()
        .Where(e => e.State == EntityState.Modified && e.Property(p => p.SecurityStamp).IsModified)
        .Select(e => e.Entity.Id);
}
