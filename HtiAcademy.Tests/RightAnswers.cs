using System.Globalization;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests;

public static class RightAnswers
{
    /// <returns>What the question's form posts when it is answered rightly.</returns>
    public static IReadOnlyList<string> To(Question question) => question switch
    {
        ChoiceQuestion or Matching => [.. question.RightOptions.Select(Text)],
        _ => [question.RightAnswer],
    };

    /// <returns>The same as the form of one attempt names them: by the places in which it shows the options.</returns>
    public static IReadOnlyList<string> To(Question question, Attempt attempt, int position)
    {
        var shown = OptionOrder.Of(attempt, position, question).Bank;
        return shown.Count == 0 ? To(question) : [.. To(question).Select(index => Text(shown.ToList().IndexOf(int.Parse(index, CultureInfo.InvariantCulture))))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
