using System.Data.Common;

namespace HtiAcademy.Web.Jobs;

/// <summary>
/// What failed while a job went on with the rest: one bad record holds up no other, and yet the run is recorded as failed
/// and tried again.
/// </summary>
internal sealed class Mishaps(ILogger log)
{
    // So many in a row are the database's own fault: each of the others would wait for it in vain, perhaps for half a minute.
    private const int MostOfDatabase = 5;

    private readonly List<Exception> _all = [];
    private int _ofDatabase;

    /// <summary>Does <paramref name="work"/>, and notes its failure instead of throwing it.</summary>
    /// <param name="what">Such as <c>report run 0197…</c>, for the log and the record of the run.</param>
    /// <exception cref="AggregateException">The database failed several times in a row, so that nothing else will go well.</exception>
    public async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
            _ofDatabase = 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Failed: {What}", what);
            _all.Add(new InvalidOperationException($"{what}: {e.Reason}", e));
            _ofDatabase = e.GetBaseException() is DbException ? _ofDatabase + 1 : 0;
            if (_ofDatabase == MostOfDatabase)
            {
                throw new AggregateException($"The database failed {MostOfDatabase} times in a row; the rest waits for the next run", _all);
            }
        }
    }

    /// <param name="done">The counts of what went well.</param>
    /// <returns>The same.</returns>
    /// <exception cref="AggregateException">Something failed.</exception>
    public string Report(string done) =>
        _all.Count == 0 ? done : throw new AggregateException($"{done}; {_all.Count} failed", _all);
}
