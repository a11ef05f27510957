namespace HtiAcademy.Domain.Questions;

/// <summary>Free text that a trainer marks.</summary>
public sealed record Essay(string Name, string Text) : Question(Name, Text)
{
    protected override string Kind => "essay";

    protected override IEnumerable<string> Key => [];

    internal override FormReading Read(IReadOnlyList<string> values) => FormReading.OfText(values);

    internal override Mark MarkGiven(Response response) => new(0, []) { State = MarkState.WaitsForTrainer };
}
