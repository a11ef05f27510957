using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Text;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether the texts of a question are safe, in a bank or in a module's practice.</summary>
internal static class QuestionChecks
{
    public static void Check(Question question, string path, FindingList findings)
    {
        foreach (var text in TextsOf(question).Where(text => text.Length > 0))
        {
            var lined = new LinedText([.. text.Split('\n').Select(line => new TextLine(line, path, question.Line))]);
            if (AcademyMarkdown.TryParse(lined.Markdown, AcademyMarkdown.Question) is { } document)
            {
                SafetyChecks.Check(document, lined, findings);
                LinkChecks.CheckQuestion(document, lined, findings);
            }
            else
            {
                SafetyChecks.ReportTooDeep(lined.Lines[0], findings);
            }
        }
    }

    private static IEnumerable<string> TextsOf(Question question) =>
    [
        question.Text,
        question.GeneralFeedback,
        .. question switch
        {
            ChoiceQuestion choice => choice.Options.SelectMany(option => new[] { option.Text, option.Feedback }),
            TrueFalse statement => [statement.RightFeedback, statement.WrongFeedback],
            ShortAnswer typed => typed.Spellings.Select(spelling => spelling.Feedback),
            Numerical number => number.Answers.Select(answer => answer.Feedback),
            Matching matching => matching.Pairs.Select(pair => pair.Stem),
            _ => [],
        },
    ];
}
