namespace HtiAcademy.Domain.Questions;

public enum FormOutcome
{
    Answered,

    /// <summary>Nothing was chosen or typed: there is no response, and an earlier one is withdrawn.</summary>
    Unanswered,

    /// <summary>The question's own form cannot have posted this.</summary>
    NotOffered,

    NotANumber,

    TooLong,
}

/// <param name="Response">Only of <see cref="FormOutcome.Answered"/>.</param>
public sealed record FormReading(FormOutcome Outcome, Response? Response)
{
    internal static readonly FormReading Unanswered = new(FormOutcome.Unanswered, null);
    internal static readonly FormReading NotOffered = new(FormOutcome.NotOffered, null);
    internal static readonly FormReading NotANumber = new(FormOutcome.NotANumber, null);
    private static readonly FormReading TooLong = new(FormOutcome.TooLong, null);

    public bool Refused => Outcome is not (FormOutcome.Answered or FormOutcome.Unanswered);

    internal static FormReading Answered(string text, int maxLength = Response.MaxLength) =>
        text.Length > maxLength ? TooLong : new FormReading(FormOutcome.Answered, Response.Parse(text));

    internal static FormReading OfText(IReadOnlyList<string> values, int maxLength = Response.MaxLength) => values switch
    {
        _ when values.All(string.IsNullOrWhiteSpace) => Unanswered,
        [var typed] => Answered(typed.Trim(), maxLength),
        _ => NotOffered,
    };
}
