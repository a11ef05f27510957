using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Jobs;

/// <summary>
/// Ends, at start-up, the runs that were cut short when the process was killed. Only for a database that one process
/// uses: on a shared one another node may still be at work, and there the job's next run does it.
/// </summary>
public sealed class InterruptedRuns(Academy academy, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        db => db.JobRuns.Unfinished().ForEachAsync(run => run.Interrupt(clock.GetUtcNow()), cancellationToken),
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
