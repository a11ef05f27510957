using System.Collections.Concurrent;

namespace HtiAcademy.Web.Jobs;

/// <summary>What the academy asks of whatever keeps its timetable.</summary>
public interface IJobScheduling
{
    /// <returns>Null when nothing runs by itself.</returns>
    Task<DateTimeOffset?> NextRunAsync(TimetabledJob job, CancellationToken cancellationToken);

    Task RunNowAsync(TimetabledJob job, CancellationToken cancellationToken);

    Task<bool> IsPausedAsync(TimetabledJob job, CancellationToken cancellationToken);

    /// <summary>Until it is resumed, over restarts too, the job runs only by hand.</summary>
    /// <returns>False when it is paused already, or nothing runs by itself.</returns>
    Task<bool> PauseAsync(TimetabledJob job, CancellationToken cancellationToken);

    /// <summary>What was missed meanwhile is made up for once.</summary>
    /// <returns>False when it is not paused.</returns>
    Task<bool> ResumeAsync(TimetabledJob job, CancellationToken cancellationToken);
}

/// <summary>Nothing runs by itself; what is asked for runs at once while the asker waits, or after the run of the same job that goes on.</summary>
public sealed class RunByHand(JobRecorder recorder) : IJobScheduling
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public Task<DateTimeOffset?> NextRunAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public async Task RunNowAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(job.Name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            await recorder.RunAsync(job, attempt: 1, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<bool> IsPausedAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> PauseAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> ResumeAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);
}
