namespace HtiAcademy.Domain.Statistics;

/// <summary>A marked answer beside how its officer did on all else that was drawn.</summary>
/// <param name="Score">The mean mark of all the sitting's questions, 0 to 1.</param>
/// <param name="Rest">The mean mark of the sitting's other questions, 0 to 1; null when there was no other.</param>
internal sealed record Reply(Sitting Sitting, Answer Answer, decimal Mark, decimal Score, decimal? Rest)
{
    internal AskedQuestion Question => Answer.Question;

    internal static IEnumerable<Reply> Of(Sitting sitting)
    {
        var marked = sitting.Answers.Where(answer => answer.Fraction is not null).ToList();
        var points = marked.Sum(answer => answer.Fraction!.Value);
        return marked.Select(answer => new Reply(
            sitting,
            answer,
            answer.Fraction!.Value,
            points / marked.Count,
            marked.Count > 1 ? (points - answer.Fraction.Value) / (marked.Count - 1) : null));
    }
}
