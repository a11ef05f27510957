namespace HtiAcademy.Domain.Questions;

/// <summary>Answered by typing; the first spelling that accepts what was typed decides.</summary>
public sealed record ShortAnswer(string Name, string Text, IReadOnlyList<Spelling> Spellings) : Question(Name, Text)
{
    public override string RightAnswer =>
        Spellings.FirstOrDefault(spelling => spelling.Weight == Weight.Full)?.ToCommonMark() ?? "";

    public override bool IsTyped => true;

    protected override string Kind => "short-answer";

    protected override IEnumerable<string> Key =>
        Spellings.SelectMany(spelling => new[] { spelling.Text, spelling.Weight.ToString(), spelling.Feedback });

    protected override IEnumerable<string> Worth => Spellings.SelectMany(spelling => new[] { spelling.Text, spelling.Weight.ToString() });

    internal override FormReading Read(IReadOnlyList<string> values) => FormReading.OfText(values);

    internal override Mark MarkGiven(Response response) =>
        Spellings.FirstOrDefault(spelling => spelling.Accepts(response.Text)) is { } accepted
            ? new Mark(Weight.Sum([accepted.Weight]), [accepted.Feedback])
            : new Mark(0, []);
}
