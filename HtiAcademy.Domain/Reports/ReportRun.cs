using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reports;

public enum ReportRunState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>How far a run is.</summary>
public enum ReportStage
{
    Reading,
    Drawing,
    Keeping,
}

/// <summary>
/// A report that somebody asked for. It is made apart from the request, which a bad line would cut, and kept as a
/// <see cref="CohortReport"/>.
/// </summary>
public sealed class ReportRun
{
    private const int MostTries = 5;

    private ReportRun()
    {
    }

    /// <param name="agencyId">Whose officers it is to be about; null for all.</param>
    public ReportRun(Cohort cohort, Guid? agencyId, Guid askedById, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        Id = Guid.CreateVersion7(now);
        CohortId = cohort.Id;
        CohortName = cohort.Name;
        Country = cohort.Country;
        AgencyId = agencyId;
        AskedById = askedById;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid CohortId { get; private set; }

    public string CohortName { get; private set; } = "";

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public ReportRunState State { get; private set; }

    public ReportStage Stage { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it answers who asks again: it is not made yet, or was asked for a minute ago at most.</summary>
    public bool Answers(DateTimeOffset now) => IsOpen || (State == ReportRunState.Done && AskedAt > now.AddMinutes(-1));

    public bool IsOpen => State is ReportRunState.Waiting or ReportRunState.Running;

    /// <summary>Begins, or begins again what was cut short; but fails after a few times, since what cuts it short may be the run itself.</summary>
    /// <returns>Whether it goes on.</returns>
    public bool Begin(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return false;
        }

        if (Tries == MostTries)
        {
            Fail(now);
            return false;
        }

        State = ReportRunState.Running;
        Stage = ReportStage.Reading;
        Tries++;
        return true;
    }

    /// <returns>Whether it goes on: not when it was cancelled meanwhile.</returns>
    public bool Reach(ReportStage stage)
    {
        if (State == ReportRunState.Running)
        {
            Stage = stage;
        }

        return State == ReportRunState.Running;
    }

    /// <returns>Whether this call ended it.</returns>
    public bool Finish(DateTimeOffset now) => End(ReportRunState.Done, now);

    /// <inheritdoc cref="Finish"/>
    public bool Fail(DateTimeOffset now) => End(ReportRunState.Failed, now);

    /// <inheritdoc cref="Finish"/>
    public bool Cancel(DateTimeOffset now) => End(ReportRunState.Cancelled, now);

    private bool End(ReportRunState state, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return false;
        }

        State = state;
        EndedAt = now;
        return true;
    }
}

internal sealed class ReportRunMapping : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> builder)
    {
        builder.Property(r => r.CohortName).HasMaxLength(200);
        builder.Property(r => r.Country).HasMaxLength(2);
        // Of two changes at once, such as cancelling and finishing, the second is thought over again.
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(r => r.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(r => r.IsOpen);
        builder.HasIndex(r => new { r.State, r.AskedAt });
        builder.HasOne<Cohort>().WithMany().HasForeignKey(r => r.CohortId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);
    }
}
