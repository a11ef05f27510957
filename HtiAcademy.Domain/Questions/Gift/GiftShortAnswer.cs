namespace HtiAcademy.Domain.Questions.Gift;

internal static class GiftShortAnswer
{
    public static ShortAnswer Read(GiftHead head, GiftText answers)
    {
        GiftTrueFalse.WarnOfSmallLetters(head, answers);
        return new ShortAnswer(head.Name, head.Text,
            [.. GiftAnswer.ReadTyped(head, answers).Select(answer => new Spelling(answer.Text, answer.Weight ?? Weight.Full, answer.Feedback))]);
    }
}
