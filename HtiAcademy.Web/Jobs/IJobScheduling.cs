namespace HtiAcademy.Web.Jobs;

/// <summary>What the academy asks of whatever keeps its timetable.</summary>
public interface IJobScheduling
{
    /// <returns>Null when nothing runs by itself.</returns>
    Task<DateTimeOffset?> NextRunAsync(TimetabledJob job, CancellationToken cancellationToken);

    Task RunNowAsync(TimetabledJob job, CancellationToken cancellationToken);

    Task<bool> IsPausedAsync(TimetabledJob job, CancellationToken cancellationToken);

    /// <summary>Until it is resumed, over restarts too, the job runs only by hand.</summary>
    /// <returns>False when nothing runs by itself.</returns>
    Task<bool> PauseAsync(TimetabledJob job, CancellationToken cancellationToken);

    /// <summary>What was missed meanwhile is made up for once.</summary>
    /// <returns>False when nothing runs by itself.</returns>
    Task<bool> ResumeAsync(TimetabledJob job, CancellationToken cancellationToken);
}

/// <summary>Nothing runs by itself; what is asked for runs at once, while the asker waits.</summary>
public sealed class RunByHand(JobRecorder recorder) : IJobScheduling
{
    public Task<DateTimeOffset?> NextRunAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task RunNowAsync(TimetabledJob job, CancellationToken cancellationToken) => recorder.RunAsync(job, attempt: 1, cancellationToken);

    public Task<bool> IsPausedAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> PauseAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> ResumeAsync(TimetabledJob job, CancellationToken cancellationToken) => Task.FromResult(false);
}
