using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Web.Learning;

/// <summary>A question of a practice, and what the page's address says was answered to it.</summary>
/// <param name="Name">Of its fields.</param>
/// <param name="Given">What its fields show; null for nothing.</param>
internal sealed record TriedQuestion(Question Question, string Name, OptionOrder Order, FormReading Reading, string? Given)
{
    public bool IsAsked => Question is not Description;

    public bool IsAnswered => Reading.Response is not null;

    public bool IsNoNumber => Reading.Outcome == FormOutcome.NotANumber;

    public Mark Mark { get; } = Marking.Mark(Question, Reading.Response);

    /// <summary>An address may say anything: what the question does not offer is no answer.</summary>
    public static TriedQuestion Of(Question question, string name, IQueryCollection query)
    {
        var values = query[name].Select(value => value ?? "").ToList();
        var order = OptionOrder.AsWritten(question);
        var reading = Response.FromForm(question, order.ToBank(values));
        return new TriedQuestion(question, name, order, reading, reading.Outcome == FormOutcome.NotANumber ? values[0] : reading.Response?.Text);
    }
}
