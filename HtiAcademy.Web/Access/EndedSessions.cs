using System.Collections.Concurrent;

namespace HtiAcademy.Web.Access;

/// <summary>
/// The sessions that ended here just now: what the cookie says is believed for a minute, but not of them. On other nodes the
/// minute remains.
/// </summary>
public sealed class EndedSessions(TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = new();

    public void Add(Guid session)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _ended.Where(ended => ended.Value < now - KeptFor))
        {
            _ended.TryRemove(old);
        }

        _ended[session] = now;
    }

    public bool Contains(Guid session) => _ended.ContainsKey(session);
}
