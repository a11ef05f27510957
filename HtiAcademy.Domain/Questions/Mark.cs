namespace HtiAcademy.Domain.Questions;

public enum MarkState
{
    Marked,
    Unanswered,
    WaitsForTrainer,
    CarriesNoMark,
}

/// <summary>How one chosen option, or one answered pair of a matching question, was marked.</summary>
/// <param name="Index">The option's or the pair's place in the bank, from 0.</param>
public sealed record MarkedAnswer(int Index, bool Right, string Feedback);

/// <summary>What a response is worth, and what the result page shows beside it.</summary>
public sealed record Mark
{
    /// <param name="fraction">Below 0 counts as 0, above 1 as 1.</param>
    public Mark(decimal fraction, IEnumerable<string> feedback)
    {
        Fraction = Math.Clamp(fraction, 0, 1);
        Feedback = [.. feedback.Where(text => text.Length > 0)];
    }

    /// <summary>From 0 to 1, to five places.</summary>
    public decimal Fraction { get; }

    public bool Right => Fraction == 1;

    /// <summary>For what was answered, in the bank's order, in CommonMark; the question's general feedback is not among it.</summary>
    public IReadOnlyList<string> Feedback { get; }

    public MarkState State { get; init; }

    public IReadOnlyList<MarkedAnswer> Answers { get; init; } = [];

    /// <inheritdoc cref="Question.RightOptions"/>
    public IReadOnlyList<int> RightOptions { get; init; } = [];

    /// <inheritdoc cref="Question.RightAnswer"/>
    public string RightAnswer { get; init; } = "";
}
