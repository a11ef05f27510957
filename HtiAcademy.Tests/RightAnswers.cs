using System.Globalization;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests;

public static class RightAnswers
{
    /// <returns>What the question's form posts when it is answered rightly.</returns>
    public static IReadOnlyList<string> To(Question question) => question switch
    {
        ChoiceQuestion choice => [.. choice.RightOptions.Select(Text)],
        Matching matching => [.. matching.Pairs.Select(p => Text(p.Choice))],
        _ => [question.RightAnswer],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
