using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reports;

/// <summary>
/// What one officer thought of a course at its end, while it waits to be added up with those of others. It does not say who:
/// it carries neither the officer nor the time, and the enrolment remembers only that it was given.
/// </summary>
public sealed class Evaluation
{
    /// <summary>How many statements there are to agree with.</summary>
    public const int Statements = 5;

    /// <summary>From 1, not at all, to this, fully.</summary>
    public const int FullAgreement = 5;

    private Evaluation()
    {
    }

    /// <param name="agreement">With each of the statements.</param>
    public Evaluation(Enrolment enrolment, IReadOnlyList<int> agreement)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(agreement);
        if (!IsWhole(agreement))
        {
            throw new ArgumentException($"Each of {Statements} statements is answered with 1 to {FullAgreement}.", nameof(agreement));
        }

        // By chance alone: an id that tells its time would tell whose it is.
        Id = Guid.NewGuid();
        CohortId = enrolment.CohortId;
        Country = enrolment.Country;
        AgencyId = enrolment.AgencyId;
        Agreement = [.. agreement];
    }

    public Guid Id { get; private set; }

    public Guid CohortId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public IReadOnlyList<int> Agreement { get; private set; } = [];

    public static bool IsWhole(IReadOnlyCollection<int> agreement) => agreement is { Count: Statements } && agreement.All(a => a is >= 1 and <= FullAgreement);
}

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.Property(e => e.Country).HasMaxLength(2);
        builder.Property(e => e.Agreement).HasMaxLength(40);
        builder.HasIndex(e => e.CohortId);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(e => e.CohortId).OnDelete(DeleteBehavior.Restrict);
    }
}
