using HtiAcademy.Domain.Assessments;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Assessments;

/// <summary>What a script tells an officer about an answer that it sent.</summary>
/// <param name="Text">When it was saved, or why it was not; null when there was nothing to save.</param>
internal sealed record Receipt(int Position, bool IsSaved, bool IsClosed, string? Text)
{
    public static Receipt Of(PostedAnswer answer, AnswerOutcome outcome, SavedAnswers saved, IStringLocalizer<Words> words) =>
        new(answer.Position, outcome == AnswerOutcome.Saved, outcome == AnswerOutcome.Closed, outcome == AnswerOutcome.Saved ? words["Saved at {0}", LocalTime.Show(saved.At, saved.Country)].Value : Refusal(outcome, words));

    public static string? Refusal(AnswerOutcome outcome, IStringLocalizer<Words> words) => ReasonOf(outcome) is { } reason ? words[reason].Value : null;

    private static string? ReasonOf(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.NotANumber => "Please answer with a number, without a separator for thousands. Your answer was not saved.",
        AnswerOutcome.TooLong => "That answer is too long. It was not saved.",
        AnswerOutcome.NotOffered => "That answer does not fit this question. It was not saved; please answer again.",
        AnswerOutcome.Closed => "That attempt is closed: it was submitted, or its time was over. Your answer could not be added to it.",
        _ => null,
    };
}
