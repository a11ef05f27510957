namespace HtiAcademy.Web.Jobs;

/// <summary>
/// What failed while a job went on with the rest: one bad record holds up no other, and yet the run is recorded as failed
/// and tried again.
/// </summary>
internal sealed class Mishaps(ILogger log)
{
    private readonly List<Exception> _all = [];

    /// <summary>Does <paramref name="work"/>, and notes its failure instead of throwing it.</summary>
    /// <param name="what">Such as <c>report run 0197…</c>, for the log and the record of the run.</param>
    public async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Failed: {What}", what);
            _all.Add(new InvalidOperationException($"{what}: {e.Message}", e));
        }
    }

    /// <param name="done">The counts of what went well.</param>
    /// <returns>The same.</returns>
    /// <exception cref="AggregateException">Something failed.</exception>
    public string Report(string done) =>
        _all.Count == 0 ? done : throw new AggregateException($"{done}; {_all.Count} failed", _all);
}
