namespace HtiAcademy.Domain.Questions;

/// <summary>A question of a bank. Texts are CommonMark until a page renders them.</summary>
public abstract record Question
{
    /// <summary>Unique in its bank; a country's or a translation's question of the same name replaces it.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>Shown after marking whatever was answered; empty when there is none.</summary>
    public string GeneralFeedback { get; init; } = "";

    /// <summary>Of all that marking and showing depend on: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public abstract string Hash { get; }
}
