namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>With <c>=</c> one option is chosen; with weights alone, several.</summary>
internal static class GiftChoice
{
    public static ChoiceQuestion Read(GiftHead head, GiftText answers)
    {
        var options = answers.SplitBefore("~", "=").Select(piece => ReadOption(head, piece)).OfType<Option>().ToList();
        ChoiceQuestion question = answers.Contains("=")
            ? new SingleChoice(head.Name, head.Text, options)
            : new MultipleChoice(head.Name, head.Text, options);
        if (!head.Findings.HasErrors) Check(question, head);
        return question;
    }

    private static Option? ReadOption(GiftHead head, GiftText piece)
    {
        var isRight = piece.StartsWith("=");
        var body = isRight || piece.StartsWith("~") ? piece[1..] : piece;
        return GiftAnswer.Read(head, body, mayHaveWeight: !isRight) is { } answer
            ? new Option(answer.Text.CommonMark, isRight ? Weight.Full : answer.Weight ?? Weight.None, answer.Feedback)
            : null;
    }

    private static void Check(ChoiceQuestion question, GiftHead head)
    {
        if (question.Options.Count < 2)
            head.Findings.Error(head.Start, GiftCodes.TooFewAnswers, "a choice needs two options at least");
        else if (question.RightOptions.Count == 0)
            head.Findings.Error(head.Start, GiftCodes.NoRightAnswer,
                "no option is right: mark one with '=', or several with weights that add up to 100");
        else if (question is MultipleChoice)
            CheckSums([.. question.Options.Select(option => option.Weight)], head);
    }

    private static void CheckSums(IReadOnlyList<Weight> weights, GiftHead head)
    {
        var rights = Weight.Sum(weights.Where(weight => weight.IsRight));
        if (rights != 1)
            head.Findings.Error(head.Start, GiftCodes.WeightsDoNotAddUp,
                FormattableString.Invariant($"the weights of the right options add up to {rights * 100:0.###}, not to 100"));
        else if (Weight.Sum(weights) == 1)
            head.Findings.Warning(head.Start, GiftCodes.EverythingIsRight,
                "ticking every option earns full marks; give the wrong ones a negative weight");
    }
}
