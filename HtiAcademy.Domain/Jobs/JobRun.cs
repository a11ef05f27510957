using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Jobs;

public enum JobOutcome
{
    Running,
    Succeeded,
    Failed,
}

/// <summary>One run of a job, as administrators see it.</summary>
/// <param name="attempt">1, or more when a failed run is tried again.</param>
public sealed class JobRun(string job, DateTimeOffset startedAt, int attempt = 1)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public Guid Id { get; private set; } = Guid.CreateVersion7(startedAt);

    public string Job { get; private set; } = job;

    public DateTimeOffset StartedAt { get; private set; } = startedAt;

    public int Attempt { get; private set; } = attempt;

    public DateTimeOffset? EndedAt { get; private set; }

    public JobOutcome Outcome { get; private set; }

    /// <summary>What was done, in counts; or the error.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Null while it runs, and when the clock was set back meanwhile.</summary>
    public TimeSpan? Took => EndedAt >= StartedAt ? EndedAt - StartedAt : null;

    public void Succeed(string detail, DateTimeOffset now) => End(JobOutcome.Succeeded, detail, now);

    public void Fail(string error, DateTimeOffset now) => End(JobOutcome.Failed, error, now);

    /// <summary>Ends a run whose process is gone.</summary>
    public void Interrupt(DateTimeOffset now) => Fail("Interrupted: the process ended before the job did.", now);

    private void End(JobOutcome outcome, string detail, DateTimeOffset now)
    {
        Outcome = outcome;
        Detail = detail.Length > 1000 ? detail[..1000] : detail;
        EndedAt = now;
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Job).HasMaxLength(100);
        builder.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(r => r.Took);
        builder.Property(r => r.Detail).HasMaxLength(1000);
        builder.HasIndex(r => new { r.Job, r.StartedAt });
    }
}
