namespace HtiAcademy.Domain.Questions.Gift;

internal static class GiftTrueFalse
{
    public static bool Fits(GiftText answers) => Word(answers) is "T" or "TRUE" or "F" or "FALSE";

    /// <summary>The feedback for the wrong response comes first, the one for the right response second.</summary>
    public static TrueFalse Read(GiftHead head, GiftText answers)
    {
        var feedback = answers.Cut("#").After?.Cut("#");
        return new TrueFalse(head.Name, head.Text, Word(answers).StartsWith('T'))
        {
            WrongFeedback = head.Prose.ReadFeedback(feedback?.Before),
            RightFeedback = head.Prose.ReadFeedback(feedback?.After),
        };
    }

    /// <summary>Moodle reads a word in small letters as a short answer, which nobody means.</summary>
    public static void WarnOfSmallLetters(GiftHead head, GiftText answers)
    {
        if (Word(answers).ToUpperInvariant() is "T" or "TRUE" or "F" or "FALSE")
            head.Findings.Warning(answers, GiftCodes.SmallTrueFalse,
                $"'{Word(answers)}' is read as a short answer; write TRUE or FALSE, or put '=' before it");
    }

    private static string Word(GiftText answers) => answers.Cut("#").Before.ToString().Trim();
}
