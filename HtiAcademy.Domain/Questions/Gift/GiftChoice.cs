namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>With <c>=</c> one option is chosen; with weights alone, several.</summary>
internal static class GiftChoice
{
    public static ChoiceQuestion Read(GiftHead head, GiftText answers)
    {
        var options = answers.SplitBefore("~", "=").Select(piece => ReadOption(head, piece)).OfType<Option>().ToList();
        return answers.Contains("=")
            ? new SingleChoice(head.Name, head.Text, options)
            : new MultipleChoice(head.Name, head.Text, options);
    }

    private static Option? ReadOption(GiftHead head, GiftText piece)
    {
        var isRight = piece.StartsWith("=");
        var body = isRight || piece.StartsWith("~") ? piece[1..] : piece;
        return GiftAnswer.Read(head, body, head.Prose.Read, mayHaveWeight: !isRight) is { } answer
            ? new Option(answer.Text, isRight ? Weight.Full : answer.Weight ?? Weight.None, answer.Feedback)
            : null;
    }
}
