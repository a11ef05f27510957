namespace HtiAcademy.Domain.Questions;

/// <summary>Free text that a trainer marks, by the <see cref="Guide"/> that stands in its general feedback.</summary>
public sealed record Essay(string Name, string Text) : Question(Name, Text)
{
    /// <summary>Characters that an officer may write; a new line is one.</summary>
    public const int MaxLength = 20_000;

    /// <summary>For trainers; officers may read it after marking, where they are told right answers.</summary>
    public EssayGuide Guide => EssayGuide.Read(GeneralFeedback);

    public override bool IsTyped => true;

    protected override string Kind => "essay";

    protected override IEnumerable<string> Key => [];

    // Browsers send every new line as two characters, and count it as one.
    internal override FormReading Read(IReadOnlyList<string> values) =>
        FormReading.OfText([.. values.Select(value => value.ReplaceLineEndings("\n"))], MaxLength);

    internal override Mark MarkGiven(Response response) => new(0, []) { State = MarkState.WaitsForTrainer };
}
