namespace HtiAcademy.Domain.Statistics;

/// <summary>One wording of a question. A correction or a translation has a hash of its own and keeps the name.</summary>
/// <param name="Name">Unique within an assessment; a bank's names alone are unique within the bank only.</param>
public sealed record AskedQuestion(string Hash, string Name)
{
    /// <summary>How many options it offers; 0 when it is not answered by choosing among options.</summary>
    public int Options { get; init; }

    /// <summary>The right options by their place in the bank, from 0.</summary>
    public IReadOnlyList<int> Right { get; init; } = [];
}

/// <summary>What one officer did with one drawn question.</summary>
public sealed record Answer
{
    private Answer(AskedQuestion question, decimal? fraction, bool isLeftOut, IEnumerable<int> chosen)
    {
        Question = question;
        Fraction = fraction is { } mark ? Math.Clamp(mark, 0, 1) : null;
        IsLeftOut = isLeftOut;
        Chosen = [.. chosen.Distinct().Where(index => index >= 0 && index < question.Options)];
    }

    public AskedQuestion Question { get; }

    /// <summary>From 0 to 1; null while it waits for a trainer, or carries no mark: then no figure counts it.</summary>
    public decimal? Fraction { get; }

    public bool IsLeftOut { get; }

    public IReadOnlyList<int> Chosen { get; }

    /// <param name="fraction">Below 0 counts as 0, above 1 as 1; null while it waits for a trainer, or carries no mark.</param>
    /// <param name="chosen">Options by their place in the bank; what the question does not offer is passed over, as marking does.</param>
    public static Answer Given(AskedQuestion question, decimal? fraction, params IEnumerable<int> chosen) =>
        new(question, fraction, isLeftOut: false, chosen);

    public static Answer LeftOut(AskedQuestion question) => new(question, 0, isLeftOut: true, []);
}

/// <summary>One submitted attempt, as far as statistics look at it.</summary>
public sealed record Sitting
{
    /// <summary>Tells officers apart, and need not tell who they are.</summary>
    public required string Officer { get; init; }

    public required string Country { get; init; }

    public required string Language { get; init; }

    public required string Cohort { get; init; }

    /// <summary>Unique among all that is put into one sample: with its course, where there are several.</summary>
    public required string Assessment { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>0 to 100.</summary>
    public required decimal Percent { get; init; }

    public required bool Passed { get; init; }

    public required IReadOnlyList<Answer> Answers { get; init; }
}
