namespace HtiAcademy.Domain.Questions;

public static class Marking
{
    /// <summary>The same for the same question and response, always. A response that the question does not offer,
    /// perhaps because its key was corrected since, counts as wrong.</summary>
    /// <param name="response">Null when the question was left unanswered.</param>
    public static Mark Mark(Question question, Response? response)
    {
        var mark = question switch
        {
            Description => new Mark(0, []) { State = MarkState.CarriesNoMark },
            _ when response is null => new Mark(0, []) { State = MarkState.Unanswered },
            _ => question.MarkGiven(response),
        };
        return mark with { RightOptions = question.RightOptions, RightAnswer = question.RightAnswer };
    }
}
