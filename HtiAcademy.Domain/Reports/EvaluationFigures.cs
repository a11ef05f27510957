namespace HtiAcademy.Domain.Reports;

/// <summary>What the officers of a cohort thought of the course, all together.</summary>
public sealed class EvaluationFigures
{
    /// <summary>Fewer would tell who answered what.</summary>
    public const int Fewest = 5;

    private EvaluationFigures(IReadOnlyList<IReadOnlyList<int>> agreement)
    {
        Officers = agreement.Count;
        Statements = [.. Enumerable.Range(0, Evaluation.Statements).Select(i => new StatementFigures([.. agreement.Select(a => a[i])]))];
    }

    /// <summary>How many answered.</summary>
    public int Officers { get; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<StatementFigures> Statements { get; }

    /// <returns>Null when too few have answered to tell.</returns>
    public static EvaluationFigures? Of(IReadOnlyList<IReadOnlyList<int>> agreement) => agreement.Count < Fewest ? null : new(agreement);
}

/// <summary>How far the officers agree with one statement.</summary>
/// <param name="Agreement">1 to 5, one for each officer.</param>
public sealed record StatementFigures(IReadOnlyList<int> Agreement)
{
    /// <summary>With two decimals.</summary>
    public decimal Mean => Math.Round((decimal)Agreement.Average(), 2, MidpointRounding.AwayFromZero);

    /// <summary>How many chose each degree, from 1 to 5.</summary>
    public IReadOnlyList<int> Counts => [.. Enumerable.Range(1, Evaluation.FullAgreement).Select(degree => Agreement.Count(a => a == degree))];
}
