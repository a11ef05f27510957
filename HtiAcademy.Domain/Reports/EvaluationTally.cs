using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reports;

/// <summary>
/// The evaluations of at least <see cref="Least"/> officers of a cohort, added up. Only sums are ever told, and each tally is
/// told whole: whatever is subtracted from what, the answers of at least that many officers remain.
/// </summary>
public sealed class EvaluationTally
{
    public const int Least = SmallGroups.Least;

    private EvaluationTally()
    {
    }

    /// <param name="evaluations">Of one cohort.</param>
    public EvaluationTally(IReadOnlyCollection<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        if (evaluations.Count < Least || evaluations.DistinctBy(e => e.CohortId).Count() > 1)
        {
            throw new ArgumentException($"A tally is of {Least} evaluations or more, all of one cohort.", nameof(evaluations));
        }

        Id = Guid.NewGuid();
        var any = evaluations.First();
        CohortId = any.CohortId;
        Country = any.Country;
        AgencyId = evaluations.All(e => e.AgencyId == any.AgencyId) ? any.AgencyId : null;
        Counts =
        [
            .. from statement in Enumerable.Range(0, Evaluation.Statements)
               from degree in Enumerable.Range(1, Evaluation.FullAgreement)
               select evaluations.Count(e => e.Agreement[statement] == degree),
        ];
    }

    public Guid Id { get; private set; }

    public Guid CohortId { get; private set; }

    public string Country { get; private set; } = "";

    /// <summary>Null unless all the officers are of one agency: no other agency may be told.</summary>
    public Guid? AgencyId { get; private set; }

    /// <summary>For each statement in turn, how many gave 1, 2, 3, 4 and 5.</summary>
    public IReadOnlyList<int> Counts { get; private set; } = [];

    public int Count(int statement, int degree) => Counts[(statement * Evaluation.FullAgreement) + degree - 1];
}

internal sealed class EvaluationTallyMapping : IEntityTypeConfiguration<EvaluationTally>
{
    public void Configure(EntityTypeBuilder<EvaluationTally> builder)
    {
        builder.Property(t => t.Country).HasMaxLength(2);
        builder.Property(t => t.Counts).HasMaxLength(400);
        builder.HasIndex(t => t.CohortId);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(t => t.CohortId).OnDelete(DeleteBehavior.Restrict);
    }
}
