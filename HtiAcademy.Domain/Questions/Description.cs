namespace HtiAcademy.Domain.Questions;

/// <summary>Text between questions: it asks nothing and carries no mark.</summary>
public sealed record Description(string Name, string Text) : Question(Name, Text)
{
    protected override string Kind => "description";

    protected override IEnumerable<string> Key => [];

    internal override FormReading Read(IReadOnlyList<string> values) =>
        values.All(string.IsNullOrWhiteSpace) ? FormReading.Unanswered : FormReading.NotOffered;

    internal override Mark MarkGiven(Response response) => new(0, []) { State = MarkState.CarriesNoMark };
}
