using System.Text;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>Writes questions in GIFT that <see cref="GiftReader"/> reads back as they were, and Moodle as what they mean.</summary>
public static class GiftWriter
{
    /// <summary>Questions without a category come first, because GIFT has no way back to none.</summary>
    public static string Write(IEnumerable<Question> questions)
    {
        var gift = new StringBuilder();
        var category = "";
        foreach (var question in questions.OrderBy(question => question.Category.Length > 0))
        {
            if (question.Category != category) gift.Append(GiftBlocks.CategoryMark).Append(' ').Append(question.Category).Append("\n\n");
            category = question.Category;
            gift.Append(Head(question)).Append(Answers(question)).Append("\n\n");
        }

        return gift.Length > 0 ? gift.ToString(0, gift.Length - 1) : "";
    }

    // Moodle takes a text without a format for its own, in which CommonMark shows as it is typed.
    private static string Head(Question question) => $"::{GiftSyntax.Escape(question.Name)}::[markdown]{GiftSyntax.Escape(question.Text)}";

    private static string Answers(Question question) => question switch
    {
        Description => "",
        Essay => $" {{{General(question)}}}",
        TrueFalse statement => $" {{{Statement(statement)}{General(question)}}}",
        Numerical number => List(question, "#", number.Answers.Select((answer, index) => Number(answer, isLast: index == number.Answers.Count - 1))),
        ShortAnswer typed => List(question, "", typed.Spellings.Select(Typed)),
        Matching matching => List(question, "", GiftPairs.Of(matching)),
        SingleChoice choice => List(question, "", choice.Options.Select((option, index) => Choice(option, isTheRight: index == choice.RightOptions[0]))),
        MultipleChoice choice => List(question, "", choice.Options.Select(option => Choice(option, isTheRight: false))),
        _ => throw new ArgumentException($"GIFT has no {question.GetType().Name}.", nameof(question)),
    };

    // On lines of their own, because general feedback must not touch the '#' of an answer's.
    private static string List(Question question, string mark, IEnumerable<string> answers) =>
        $" {{{mark}\n{string.Join('\n', answers.Append(General(question)).Where(line => line.Length > 0))}\n}}";

    // With a second '=' and no '~' Moodle would take options for spellings, so other right ones are written with their weight.
    private static string Choice(Option option, bool isTheRight) =>
        (isTheRight ? "=" : "~" + Percent(option.Weight, Weight.None)) + GiftSyntax.Words(option.Text) + Feedback(option.Feedback);

    // An arrow would make a short answer a matching question.
    private static string Typed(Spelling spelling) =>
        GiftSyntax.EscapeArrows("=" + Percent(spelling.Weight, Weight.Full) + GiftSyntax.Words(spelling.Text) + Feedback(spelling.Feedback));

    private static string Number(NumericalAnswer answer, bool isLast) => answer switch
    {
        { IsAnything: true } when isLast && answer.Weight == Weight.None => "~#" + GiftSyntax.Words(answer.Feedback),
        { IsAnything: true } => $"={Percent(answer.Weight, Weight.Full)}*{Feedback(answer.Feedback)}",
        _ when answer.Lowest == answer.Highest => $"={Percent(answer.Weight, Weight.Full)}{NumericalAnswer.Digits(answer.Lowest)}{Feedback(answer.Feedback)}",
        _ => $"={Percent(answer.Weight, Weight.Full)}{NumericalAnswer.Digits(answer.Lowest)}..{NumericalAnswer.Digits(answer.Highest)}{Feedback(answer.Feedback)}",
    };

    private static string Statement(TrueFalse statement) => (statement.Answer ? "TRUE" : "FALSE") + (statement switch
    {
        { WrongFeedback: "", RightFeedback: "" } => "",
        { RightFeedback: "" } => Feedback(statement.WrongFeedback),
        _ => $"#{GiftSyntax.Words(statement.WrongFeedback)}#{GiftSyntax.Words(statement.RightFeedback)}",
    });

    private static string Percent(Weight weight, Weight unwritten) => weight == unwritten ? "" : $"%{weight}%";

    private static string Feedback(string text) => text.Length > 0 ? "#" + GiftSyntax.Words(text) : "";

    private static string General(Question question) =>
        question.GeneralFeedback.Length > 0 ? "####" + GiftSyntax.Words(question.GeneralFeedback) : "";
}
