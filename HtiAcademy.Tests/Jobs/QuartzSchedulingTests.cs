using System.Collections.Concurrent;
using System.Diagnostics;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Reports;
using HtiAcademy.Web.Shared;
using HtiAcademy.Web.Statistics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HtiAcademy.Tests.Jobs;

/// <summary>The real scheduler over its real file.</summary>
public sealed class QuartzSchedulingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimetabledJob Outbox = Timetable.Find("outbox")!;
    private static readonly TimetabledJob Reports = Timetable.Find("cohort-reports")!;

    private readonly ConcurrentQueue<string> _errors = [];
    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(DateTimeOffset.UtcNow);

    public async Task DisposeAsync()
    {
        await using var connection = new SqliteConnection(JobsFile);
        SqliteConnection.ClearPool(connection);
        await _sample.DisposeAsync();
    }

    [Fact]
    public async Task Run_now_runs_the_job_and_records_it()
    {
        using var host = await StartAsync();
        var scheduling = host.Services.GetRequiredService<IJobScheduling>();
        var next = (await scheduling.NextRunAsync(Reports, CancellationToken.None))!.Value.UtcDateTime;
        next.Should().BeAfter(DateTime.UtcNow).And.BeBefore(DateTime.UtcNow.AddDays(7));
        (next.DayOfWeek, next.TimeOfDay).Should().Be((DayOfWeek.Monday, TimeSpan.FromHours(6)));

        await scheduling.RunNowAsync(Reports, CancellationToken.None);

        (await EndedRunAsync(Reports)).Should().BeEquivalentTo(new { Outcome = JobOutcome.Succeeded, Detail = "0 made, 0 mails written" });
        await host.StopAsync();
    }

    [Fact]
    public async Task A_failed_run_is_tried_again_later_and_logged_as_one_error()
    {
        using var host = await StartAsync(services => services.AddScoped<CohortReportJob>(_ => throw new InvalidOperationException("Out of order")));
        var scheduling = host.Services.GetRequiredService<IJobScheduling>();
        await scheduling.RunNowAsync(Reports, CancellationToken.None);

        (await EndedRunAsync(Reports)).Should().BeEquivalentTo(new { Outcome = JobOutcome.Failed, Detail = "Out of order" });
        var next = await EventuallyAsync(
            async () => await scheduling.NextRunAsync(Reports, CancellationToken.None), time => time < DateTimeOffset.UtcNow.AddMinutes(2));
        next.Should().BeCloseTo(DateTimeOffset.UtcNow.AddMinutes(1), TimeSpan.FromSeconds(40));
        await host.StopAsync();
        _errors.Should().ContainSingle(error => error.Contains("cohort-reports")).And.HaveCount(1);
    }

    [Fact]
    public async Task After_the_first_retry_come_one_after_five_minutes_and_one_after_25_and_then_no_more()
    {
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            using var host = await StartAsync(services => services.AddScoped<CohortReportJob>(_ => throw new InvalidOperationException("Out of order")));
            if (attempt == 1)
            {
                var scheduling = host.Services.GetRequiredService<IJobScheduling>();
                // So that its time in the timetable does not come meanwhile.
                await scheduling.PauseAsync(Reports, CancellationToken.None);
                await scheduling.RunNowAsync(Reports, CancellationToken.None);
            }

            (await EndedRunAsync(Reports, attempt)).Attempt.Should().Be(attempt);
            var retry = await EventuallyAsync(() => RetryAsync(), next => attempt == 4 ? next is null : next > DateTime.UtcNow.AddSeconds(20));
            await host.StopAsync();
            if (retry is { } next)
            {
                waits.Add(Math.Round((next - DateTime.UtcNow).TotalMinutes));
                await AlterAsync($"UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = $now WHERE {ByHand}", ("$now", DateTime.UtcNow.Ticks));
            }
        }

        waits.Should().Equal(1, 5, 25);
    }

    [Fact]
    public async Task What_runs_every_minute_is_not_kept_waiting_by_a_failure()
    {
        using var host = await StartAsync(services => services.AddScoped<OutboxJob>(_ => throw new InvalidOperationException("Out of order")));
        var scheduling = host.Services.GetRequiredService<IJobScheduling>();
        await scheduling.RunNowAsync(Outbox, CancellationToken.None);

        (await EndedRunAsync(Outbox)).Should().BeEquivalentTo(new { Outcome = JobOutcome.Failed, Detail = "Out of order", Attempt = 1 });

        await host.StopAsync();
        (await RetryAsync()).Should().BeNull("its next time is its next try");
    }

    [Fact]
    public async Task One_job_never_runs_twice_at_once()
    {
        var (running, most) = (0, 0);
        using var host = await StartAsync(services => services.AddScoped<CohortReportJob>(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            // Long enough for another to begin, were it let.
            SpinWait.SpinUntil(() => Volatile.Read(ref running) > 1, TimeSpan.FromSeconds(2));
            Interlocked.Decrement(ref running);
            throw new InvalidOperationException("Out of order");
        }));
        var scheduling = host.Services.GetRequiredService<IJobScheduling>();
        await scheduling.RunNowAsync(Reports, CancellationToken.None);
        await scheduling.RunNowAsync(Reports, CancellationToken.None);

        await EndedRunAsync(Reports, runs: 2);

        most.Should().Be(1);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_fell_due_while_the_academy_was_down_runs_once_when_it_is_back()
    {
        using (var host = await StartAsync())
        {
            await host.StopAsync();
        }

        // As if the academy had stopped three Mondays ago.
        var monday = DateTimeOffset.UtcNow.Date.AddDays(-21 - (((int)DateTimeOffset.UtcNow.DayOfWeek + 6) % 7)).AddHours(6);
        await AlterAsync("UPDATE QRTZ_TRIGGERS SET PREV_FIRE_TIME = $before, NEXT_FIRE_TIME = $missed WHERE TRIGGER_NAME = 'cohort-reports'", ("$before", monday.AddDays(-7).Ticks), ("$missed", monday.Ticks));

        using (var host = await StartAsync())
        {
            (await EndedRunAsync(Reports)).Outcome.Should().Be(JobOutcome.Succeeded);
            (await host.Services.GetRequiredService<IJobScheduling>().NextRunAsync(Reports, CancellationToken.None)).Should().BeAfter(DateTimeOffset.UtcNow);
            await host.StopAsync();
        }

        await using var db = _sample.Open();
        (await db.JobRuns.Of(Reports.Name).CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task However_often_the_academy_starts_it_makes_up_for_a_run_once()
    {
        for (var start = 1; start <= 4; start++)
        {
            using var host = await StartAsync();
            await host.Services.GetRequiredService<IJobScheduling>().RunNowAsync(Outbox, CancellationToken.None);
            await EndedRunAsync(Outbox, runs: start);
            await host.StopAsync();
        }

        await using var db = _sample.Open();
        (await db.JobRuns.Of(Reports.Name).CountAsync()).Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_paused_job_runs_only_by_hand_over_restarts_until_it_is_resumed()
    {
        using (var host = await StartAsync())
        {
            await host.Services.GetRequiredService<IJobScheduling>().PauseAsync(Outbox, CancellationToken.None);
            await host.StopAsync();
        }

        using (var host = await StartAsync())
        {
            var scheduling = host.Services.GetRequiredService<IJobScheduling>();
            (await scheduling.IsPausedAsync(Outbox, CancellationToken.None)).Should().BeTrue();
            (await scheduling.IsPausedAsync(Reports, CancellationToken.None)).Should().BeFalse();
            await using var db = _sample.Open();
            var runs = await db.JobRuns.Of(Outbox.Name).CountAsync();
            await scheduling.RunNowAsync(Outbox, CancellationToken.None);
            await EndedRunAsync(Outbox, runs + 1);

            await scheduling.ResumeAsync(Outbox, CancellationToken.None);

            (await scheduling.IsPausedAsync(Outbox, CancellationToken.None)).Should().BeFalse();
            (await scheduling.NextRunAsync(Outbox, CancellationToken.None)).Should().BeBefore(DateTimeOffset.UtcNow.AddMinutes(2));
            await host.StopAsync();
        }
    }

    [Fact]
    public async Task After_the_clock_was_set_back_the_timetable_goes_on_from_now_and_says_so()
    {
        using (var host = await StartAsync())
        {
            await host.StopAsync();
        }

        // As if the academy had run last when the clock stood three days ahead.
        var ahead = DateTimeOffset.UtcNow.AddDays(3);
        await AlterAsync("UPDATE QRTZ_TRIGGERS SET PREV_FIRE_TIME = $before, NEXT_FIRE_TIME = $next WHERE TRIGGER_NAME = 'outbox'", ("$before", ahead.UtcTicks), ("$next", ahead.AddMinutes(1).UtcTicks));

        using (var host = await StartAsync())
        {
            var scheduling = host.Services.GetRequiredService<IJobScheduling>();
            var told = await EventuallyAsync(
                async () =>
                {
                    await using var db = _sample.Open();
                    return await db.JobRuns.AsNoTracking().Of(Outbox.Name).Where(r => r.Detail.StartsWith("The clock was set back")).ToListAsync();
                },
                runs => runs.Count > 0);
            told.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Failed);
            (await scheduling.NextRunAsync(Outbox, CancellationToken.None)).Should().BeBefore(DateTimeOffset.UtcNow.AddMinutes(2));
            await host.StopAsync();
        }
    }

    [Fact]
    public async Task Its_file_lies_beside_the_academys_and_is_written_ahead()
    {
        using var host = await StartAsync();
        await host.StopAsync();
        File.Exists(Path.Combine(_sample.Folder, "jobs.db")).Should().BeTrue();
        await using var connection = new SqliteConnection(JobsFile);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        (await command.ExecuteScalarAsync()).Should().Be("wal");
    }

    [Fact]
    public async Task With_the_timetable_switched_off_nothing_runs_by_itself()
    {
        using var host = await StartAsync(jobs: false);
        var scheduling = host.Services.GetRequiredService<IJobScheduling>();
        (await scheduling.NextRunAsync(Outbox, CancellationToken.None)).Should().BeNull();
        await scheduling.RunNowAsync(Outbox, CancellationToken.None);
        (await EndedRunAsync(Outbox)).Outcome.Should().Be(JobOutcome.Succeeded);
        File.Exists(Path.Combine(_sample.Folder, "jobs.db")).Should().BeFalse();
        await host.StopAsync();
    }

    // What somebody asked for by hand has a trigger of its own, which goes with its last run.
    private const string ByHand = "TRIGGER_NAME <> JOB_NAME";

    /// <summary>When what was asked for by hand runs again; null when it does not.</summary>
    private async Task<DateTime?> RetryAsync()
    {
        await using var connection = new SqliteConnection(JobsFile);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT NEXT_FIRE_TIME FROM QRTZ_TRIGGERS WHERE {ByHand}";
        return await command.ExecuteScalarAsync() is long ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
    }

    private string JobsFile => $"Data Source={Path.Combine(_sample.Folder, "jobs.db")}";

    private async Task AlterAsync(string sql, params (string Name, long Value)[] parameters)
    {
        await using var connection = new SqliteConnection(JobsFile);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        (await command.ExecuteNonQueryAsync()).Should().Be(1);
    }

    private async Task<IHost> StartAsync(Action<IServiceCollection>? replace = null, bool jobs = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("Academy:DataDirectory", _sample.Folder), new("Academy:Jobs", jobs ? "true" : "false")]);
        builder.Logging.AddProvider(new ErrorLog(_errors));
        builder.Services.AddLocalization();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AcademyAddress>();
        builder.Services.AddSingleton<DataDirectory>();
        builder.Services.AddSingleton(_sample.Academy);
        builder.Services.AddSingleton(_sample.Catalogue);
        builder.AddReminders();
        builder.AddStatistics();
        builder.AddReports();
        builder.AddJobs();
        replace?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>The job's last run, once so many have ended.</summary>
    private async Task<JobRun> EndedRunAsync(TimetabledJob job, int runs = 1)
    {
        var ended = await EventuallyAsync(
            async () =>
            {
                await using var db = _sample.Open();
                return await db.JobRuns.AsNoTracking().Of(job.Name).Where(r => r.EndedAt != null).NewestFirst(DateTimeOffset.UtcNow).ToListAsync();
            },
            list => list.Count >= runs);
        return ended[0];
    }

    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> enough)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            waiting.Elapsed.Should().BeLessThan(Patience, "the scheduler acts within seconds");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                errors.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
