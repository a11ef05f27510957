using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Jobs;

public sealed class JobRecorderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimetabledJob Job = TimetabledJob.Of<ScriptedJob>("scripted", "Does as it is told", "Never", "0 0 0 1 1 ?");

    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(Now);

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task A_run_is_recorded_with_its_times_and_what_was_done()
    {
        await RunAsync(_ =>
        {
            _sample.MoveTo(Now.AddSeconds(5));
            return Task.FromResult("7 sent");
        });
        (await RunsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Job = "scripted", StartedAt = Now, EndedAt = Now.AddSeconds(5), Outcome = JobOutcome.Succeeded, Detail = "7 sent" });
    }

    [Fact]
    public async Task While_it_runs_the_record_says_so()
    {
        var during = new List<JobOutcome>();
        await RunAsync(async _ =>
        {
            during.Add((await RunsAsync()).Single().Outcome);
            return "";
        });
        during.Should().Equal(JobOutcome.Running);
    }

    [Fact]
    public async Task A_failure_is_an_outcome_with_its_reason()
    {
        (await RunAsync(_ => throw new InvalidOperationException("The disk is full"))).Outcome.Should().Be(JobOutcome.Failed);
        (await RunsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Outcome = JobOutcome.Failed, Detail = "The disk is full", EndedAt = Now });
    }

    [Fact]
    public async Task A_run_says_which_attempt_it_is()
    {
        await Recorder(_ => Task.FromResult("done")).RunAsync(Job, attempt: 3, CancellationToken.None);
        (await RunsAsync()).Single().Attempt.Should().Be(3);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_during_a_run_leaves_no_time_that_it_took()
    {
        await RunAsync(_ =>
        {
            _sample.MoveTo(Now.AddHours(-1));
            return Task.FromResult("7 sent");
        });
        (await RunsAsync()).Single().Should().BeEquivalentTo(new { StartedAt = Now, EndedAt = Now.AddHours(-1), Outcome = JobOutcome.Succeeded, Took = (TimeSpan?)null });
    }

    [Fact]
    public async Task A_run_that_is_told_to_stop_is_recorded_as_interrupted()
    {
        using var stop = new CancellationTokenSource();
        await RunAsync(
            token =>
            {
                stop.Cancel();
                token.ThrowIfCancellationRequested();
                return Task.FromResult("never");
            },
            stop.Token);
        (await RunsAsync()).Single().Should().Match<JobRun>(run => run.Outcome == JobOutcome.Failed && run.Detail.StartsWith("Interrupted"));
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_ends_with_the_jobs_next_run()
    {
        await _sample.AddAsync(new JobRun("scripted", Now.AddDays(-1)));
        await _sample.AddAsync(new JobRun("another", Now.AddDays(-1)));
        await RunAsync(_ => Task.FromResult("done"));
        var runs = await RunsAsync();
        runs.Single(r => r.Job == "scripted" && r.StartedAt < Now).Should().BeEquivalentTo(new { Outcome = JobOutcome.Failed, EndedAt = Now });
        runs.Single(r => r.Job == "another").Outcome.Should().Be(JobOutcome.Running);
    }

    [Fact]
    public async Task At_start_up_nothing_is_left_running()
    {
        await _sample.AddAsync(new JobRun("scripted", Now.AddDays(-1)));
        await _sample.AddAsync(new JobRun("another", Now.AddDays(-1)));
        await new InterruptedRuns(_sample.Academy, _sample.Clock).StartAsync(CancellationToken.None);
        (await RunsAsync()).Should().OnlyContain(r => r.Outcome == JobOutcome.Failed && r.EndedAt == Now && r.Detail.StartsWith("Interrupted"));
    }

    [Fact]
    public async Task Records_are_kept_for_a_month()
    {
        await _sample.AddAsync(new JobRun("scripted", Now.AddDays(-31)));
        await _sample.AddAsync(new JobRun("scripted", Now.AddDays(-29)));
        await RunAsync(_ => Task.FromResult("done"));
        (await RunsAsync()).Select(r => r.StartedAt).Should().BeEquivalentTo([Now, Now.AddDays(-29)]);
    }

    [Fact]
    public async Task Without_a_scheduler_run_now_runs_at_once()
    {
        var byHand = new RunByHand(Recorder(_ => Task.FromResult("by hand")));
        (await byHand.NextRunAsync(Job, CancellationToken.None)).Should().BeNull();
        await byHand.RunNowAsync(Job, CancellationToken.None);
        (await RunsAsync()).Single().Detail.Should().Be("by hand");
    }

    [Fact]
    public async Task Without_a_scheduler_one_job_never_runs_twice_at_once()
    {
        var (running, most) = (0, 0);
        var byHand = new RunByHand(Recorder(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            // Long enough for another to begin, were it let.
            SpinWait.SpinUntil(() => Volatile.Read(ref running) > 1, TimeSpan.FromMilliseconds(500));
            Interlocked.Decrement(ref running);
            return Task.FromResult("by hand");
        }));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => byHand.RunNowAsync(Job, CancellationToken.None))));

        most.Should().Be(1);
        (await RunsAsync()).Should().HaveCount(3).And.OnlyContain(r => r.Detail == "by hand", "none was taken for one that was killed");
    }

    [Fact]
    public async Task What_only_says_that_something_failed_gives_way_to_its_cause()
    {
        await RunAsync(_ => throw new DbUpdateException("An error occurred while saving the entity changes. See the inner exception for details.", new IOException("The disk is full")));
        (await RunsAsync()).Single().Detail.Should().Be("The disk is full");
    }

    [Fact]
    public async Task Of_several_failures_each_is_told()
    {
        await RunAsync(_ => throw new AggregateException("1 made; 1 failed", new InvalidOperationException("run 7: no such cohort")));
        (await RunsAsync()).Single().Detail.Should().Be("1 made; 1 failed (run 7: no such cohort)");
    }

    private Task<JobRun> RunAsync(Func<CancellationToken, Task<string>> script, CancellationToken cancellationToken = default) =>
        Recorder(script).RunAsync(Job, attempt: 1, cancellationToken);

    private JobRecorder Recorder(Func<CancellationToken, Task<string>> script)
    {
        var services = new ServiceCollection().AddScoped(_ => new ScriptedJob(script)).BuildServiceProvider();
        return new JobRecorder(_sample.Academy, services.GetRequiredService<IServiceScopeFactory>(), _sample.Clock, NullLogger<JobRecorder>.Instance);
    }

    private async Task<List<JobRun>> RunsAsync()
    {
        await using var db = _sample.Open();
        return await db.JobRuns.AsNoTracking().ToListAsync();
    }

    private sealed class ScriptedJob(Func<CancellationToken, Task<string>> script) : IAcademyJob
    {
        public Task<string> RunAsync(CancellationToken cancellationToken) => script(cancellationToken);
    }
}
