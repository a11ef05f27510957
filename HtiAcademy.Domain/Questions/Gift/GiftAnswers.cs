namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>Tells from the answers what kind of question they make, by Moodle's order of tests.</summary>
internal static class GiftAnswers
{
    public static Question Read(GiftHead head, GiftText answers) => answers switch
    {
        { Length: 0 } => new Essay(head.Name, head.Text),
        _ when answers.StartsWith("#") => GiftNumerical.Read(head, answers[1..]),
        _ when answers.Contains("~") => GiftChoice.Read(head, answers),
        _ when answers.Contains("=") && answers.Contains("->") => GiftMatching.Read(head, answers),
        _ when GiftTrueFalse.Fits(answers) => GiftTrueFalse.Read(head, answers),
        _ => GiftShortAnswer.Read(head, answers),
    };
}
