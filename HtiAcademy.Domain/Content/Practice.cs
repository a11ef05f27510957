using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content;

/// <summary>A piece of a page's HTML and, if one stands there, the practice behind it.</summary>
public sealed record PagePart(string Html, Practice? Practice)
{
    public int Characters => Html.Length + (Practice?.Gift.Length ?? 0);
}

/// <summary>Questions in the middle of a module, which whoever reads it may try. Their answers are neither kept nor graded.</summary>
/// <param name="Number">1-based on its page.</param>
/// <param name="Gift">As its author wrote it.</param>
public sealed record Practice(int Number, string Gift)
{
    public IReadOnlyList<Question> Questions { get; } = GiftReader.Read("", Gift).Questions;
}
