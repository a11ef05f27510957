using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Data;
using Quartz;

namespace HtiAcademy.Web.Jobs;

/// <summary>
/// Notices a clock that was set back. Every trigger goes on from its last run, and when that lies in the future nothing
/// would run until then: so the timetable begins again from now, and the job's record says so.
/// </summary>
internal sealed class ClockWatch(ISchedulerFactory factory, Academy academy, TimeProvider clock, ILogger<ClockWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await PutRightAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that cannot be reached now may be in a minute; the pages must go on meanwhile.
                log.LogWarning(e, "The timetable could not be compared with the clock");
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PutRightAsync(CancellationToken cancellationToken)
    {
        foreach (var job in Timetable.All)
        {
            await PutRightAsync(job, cancellationToken);
        }
    }

    private async Task PutRightAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var scheduler = await factory.GetScheduler(cancellationToken);
        var key = QuartzScheduling.TriggerKey(job);
        var trigger = await scheduler.GetTrigger(key, cancellationToken);
        // A paused one is put right after it was resumed: to plan it anew would resume it.
        if (!(trigger?.PreviousFireTimeUtc > now + Clocks.Tolerance) || await scheduler.GetTriggerState(key, cancellationToken) == TriggerState.Paused)
        {
            return;
        }

        log.LogWarning("The clock was set back: {Job} ran last at {Time}. It runs by the timetable again from now on", job.Name, trigger.PreviousFireTimeUtc);
        await scheduler.RescheduleJob(key, trigger.GetTriggerBuilder().StartAt(now).Build(), cancellationToken);
        var run = new JobRun(job.Name, now);
        run.Fail($"The clock was set back: the last run was at {trigger.PreviousFireTimeUtc:u}. The timetable goes on from now.", now);
        await academy.WriteAsync(Scope.Everything, db => Task.FromResult(db.Add(run)), cancellationToken);
    }
}
