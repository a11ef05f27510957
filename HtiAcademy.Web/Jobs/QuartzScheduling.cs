using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Quartz;

namespace HtiAcademy.Web.Jobs;

/// <summary>
/// Hands the timetable to Quartz. Its state is kept: in the academy's SQL Server, where the nodes share the work, or in
/// an SQLite file of its own beside the academy's.
/// </summary>
internal sealed class QuartzScheduling(ISchedulerFactory factory) : IJobScheduling
{
    // Before any start of the academy: a trigger that began with each start would know of nothing missed before it.
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RetryPolicy Retry = RetryPolicy.Exponential(3, TimeSpan.FromMinutes(1), 5);

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IJobScheduling, QuartzScheduling>();
        if (!builder.Configuration.UsesSqlServer())
        {
            builder.Services.AddHostedService<JobsFile>();
        }

        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "academy";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store => Keep(store, builder));
            quartz.UseDefaultRetryPolicy(Retry);
            foreach (var job in Timetable.All)
            {
                Schedule(quartz, job);
            }
        });
        // A start goes on from each trigger's last firing: what was missed since then is made up for, once.
        builder.Services.Configure<QuartzOptions>(quartz => quartz.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // The recorder has logged a failed run already.
        builder.Logging.AddFilter("Quartz.Core.JobRunShell", LogLevel.None);
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<ClockWatch>();
    }

    public async Task<DateTimeOffset?> NextRunAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var triggers = await scheduler.GetTriggersOfJob(Key(job), cancellationToken);
        return triggers.Min(trigger => trigger.NextFireTimeUtc);
    }

    public async Task RunNowAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(Key(job), cancellationToken);
    }

    public async Task<bool> IsPausedAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        return await scheduler.GetTriggerState(TriggerKey(job), cancellationToken) == TriggerState.Paused;
    }

    public async Task<bool> PauseAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        if (await IsPausedAsync(job, cancellationToken))
        {
            return false;
        }

        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.PauseTrigger(TriggerKey(job), cancellationToken);
        return true;
    }

    public async Task<bool> ResumeAsync(TimetabledJob job, CancellationToken cancellationToken)
    {
        if (!await IsPausedAsync(job, cancellationToken))
        {
            return false;
        }

        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.ResumeTrigger(TriggerKey(job), cancellationToken);
        return true;
    }

    public static TriggerKey TriggerKey(TimetabledJob job) => new(job.Name);

    private static void Keep(IPersistentStoreBuilder store, IHostApplicationBuilder builder)
    {
        if (builder.Configuration.UsesSqlServer())
        {
            store.UseSqlServer(SqlClientFactory.Instance, builder.Configuration.SqlServerConnection());
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, JobsFile.Connection(new DataDirectory(builder.Configuration, builder.Environment)));
        }

        store.ProvisionSchema();
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
    }

    private static void Schedule(IQuartzBuilder quartz, TimetabledJob job)
    {
        quartz.AddJob<QuartzRun>(detail => detail.WithIdentity(Key(job)).StoreDurably().RequestRecovery());
        quartz.AddTrigger(trigger => trigger.ForJob(Key(job)).WithIdentity(TriggerKey(job)).StartAt(Beginning).WithCronSchedule(
            job.Cron,
            cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }

    private static JobKey Key(TimetabledJob job) => new(job.Name);
}

/// <summary>One firing: Quartz asks for a job by its name in the timetable.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzRun(JobRecorder recorder) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (Timetable.Find(name) is not { } job)
        {
            // The file remembers a job that the timetable no longer has.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
            return;
        }

        var run = await recorder.RunAsync(job, context.RetryAttempt + 1, cancellationToken);
        // Quartz tries again whatever throws.
        if (run.Outcome == JobOutcome.Failed && job.IsTriedAgain)
        {
            throw new JobExecutionException(run.Detail);
        }
    }
}

/// <summary>The scheduler's file, made before the scheduler opens it: its writes are three times as fast in WAL mode.</summary>
internal sealed class JobsFile(DataDirectory directory) : IHostedService
{
    public static string Connection(DataDirectory directory) => SqliteAcademyDb.ConnectionTo(directory.File("jobs.db"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(Connection(directory));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
