namespace HtiAcademy.Domain.Questions;

/// <summary>Its form values, its stored response and <see cref="Question.RightAnswer"/> are the words
/// <c>true</c> and <c>false</c>, which the page shows in the officer's language.</summary>
public sealed record TrueFalse(string Name, string Text, bool Answer) : Question(Name, Text)
{
    public string RightFeedback { get; init; } = "";

    public string WrongFeedback { get; init; } = "";

    public override string RightAnswer => Word(Answer);

    protected override string Kind => "true-false";

    protected override IEnumerable<string> Key => [Word(Answer), RightFeedback, WrongFeedback];

    protected override IEnumerable<string> Worth => [Word(Answer)];

    internal override FormReading Read(IReadOnlyList<string> values) => values switch
    {
        _ when values.All(string.IsNullOrWhiteSpace) => FormReading.Unanswered,
        ["true" or "false"] => FormReading.Answered(values[0]),
        _ => FormReading.NotOffered,
    };

    internal override Mark MarkGiven(Response response) => response.Text switch
    {
        var given when given == Word(Answer) => new Mark(1, [RightFeedback]),
        var given when given == Word(!Answer) => new Mark(0, [WrongFeedback]),
        _ => new Mark(0, []),
    };

    private static string Word(bool answer) => answer ? "true" : "false";
}
