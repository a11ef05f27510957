using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Jobs;

/// <summary>Runs a job, and records that it ran and what came of it.</summary>
public sealed class JobRecorder(Academy academy, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRecorder> log)
{
    /// <param name="attempt">1, or more when a failed run is tried again.</param>
    /// <returns>The run as recorded: a job's own failure is an outcome here, not an exception.</returns>
    public async Task<JobRun> RunAsync(TimetabledJob job, int attempt, CancellationToken cancellationToken)
    {
        var id = await BeginAsync(job, attempt);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await ((IAcademyJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
            return await EndAsync(id, run => run.Succeed(done, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await EndAsync(id, run => run.Interrupt(clock.GetUtcNow()));
        }
        catch (Exception e)
        {
            log.LogError(e, "The job {Job} failed", job.Name);
            return await EndAsync(id, run => run.Fail(e.Reason, clock.GetUtcNow()));
        }
    }

    private Task<Guid> BeginAsync(TimetabledJob job, int attempt) => academy.WriteAsync(Scope.Everything, async db =>
    {
        var now = clock.GetUtcNow();
        await db.JobRuns.Where(r => r.Job == job.Name && r.StartedAt < now - JobRun.KeptFor).ExecuteDeleteAsync();
        // A job never runs twice at once, so whatever of it still seems to run was killed, here or on another node.
        await db.JobRuns.Of(job.Name).Unfinished().ForEachAsync(run => run.Interrupt(now));
        var run = new JobRun(job.Name, now, attempt);
        db.Add(run);
        return run.Id;
    });

    // Even a run that was told to stop is recorded.
    private Task<JobRun> EndAsync(Guid id, Action<JobRun> end) => academy.WriteAsync(Scope.Everything, async db =>
    {
        var run = await db.JobRuns.SingleAsync(r => r.Id == id);
        end(run);
        return run;
    });
}
