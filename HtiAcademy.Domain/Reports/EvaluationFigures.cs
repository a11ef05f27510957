namespace HtiAcademy.Domain.Reports;

/// <summary>What officers answered when they were asked, without their names, what they think of the course.</summary>
public sealed record EvaluationFigures(IReadOnlyList<EvaluatedQuestion> Questions)
{
    /// <param name="questions">In the order in which they are answered.</param>
    /// <returns>Null when nothing may be told yet.</returns>
    public static EvaluationFigures? Of(IReadOnlyList<string> questions, IReadOnlyList<EvaluationTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(tallies);
        return tallies.Count == 0 ? null : new([.. questions.Select((question, place) =>
            new EvaluatedQuestion(question, [.. Enumerable.Range(1, Evaluation.FullAgreement).Select(degree => tallies.Sum(t => t.Count(place, degree)))]))]);
    }
}

/// <param name="Question">As officers were asked it, a key of the academy's words.</param>
/// <param name="Counts">How many gave 1, 2, 3, 4 and 5.</param>
public sealed record EvaluatedQuestion(string Question, IReadOnlyList<int> Counts)
{
    public int Answers => Counts.Sum();

    /// <summary>1 to 5; null without an answer.</summary>
    public double? Mean => Answers == 0 ? null : (double)Counts.Select((count, place) => count * (place + 1)).Sum() / Answers;
}
