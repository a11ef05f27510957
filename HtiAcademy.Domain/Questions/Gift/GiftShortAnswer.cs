namespace HtiAcademy.Domain.Questions.Gift;

internal static class GiftShortAnswer
{
    public static ShortAnswer Read(GiftHead head, GiftText answers)
    {
        GiftTrueFalse.WarnOfSmallLetters(head, answers);
        var spellings = GiftAnswer.ReadAll(head, answers)
            .Select(answer => new Spelling(answer.Text.Plain, answer.Weight ?? Weight.Full, answer.Feedback))
            .ToList();
        if (!head.Findings.HasErrors && spellings.TrueForAll(spelling => spelling.Weight != Weight.Full))
            head.Findings.Error(head.Start, GiftCodes.NoRightAnswer, "no accepted spelling earns the full mark");
        return new ShortAnswer(head.Name, head.Text, spellings);
    }
}
