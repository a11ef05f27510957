using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>Whether a question can be answered rightly.</summary>
internal static class KeyChecks
{
    public static void Check(Question question, QuestionFindings findings)
    {
        switch (question)
        {
            case ChoiceQuestion { Options.Count: < 2 }:
                findings.Error(question.Line, GiftCodes.TooFewAnswers, "a choice needs two options at least");
                break;
            case ChoiceQuestion { RightOptions: [] }:
                findings.Error(question.Line, GiftCodes.NoRightAnswer,
                    "no option is right: mark one with '=', or several with weights that add up to 100");
                break;
            case MultipleChoice choice:
                CheckSums([.. choice.Options.Select(option => option.Weight)], question.Line, findings);
                break;
            case ShortAnswer typed when typed.Spellings.All(spelling => spelling.Weight != Weight.Full):
                findings.Error(question.Line, GiftCodes.NoRightAnswer, "no accepted spelling earns the full mark");
                break;
            case Numerical number when number.Answers.All(answer => answer.Weight != Weight.Full):
                findings.Error(question.Line, GiftCodes.NoRightAnswer, "no number earns the full mark");
                break;
            case Matching { Pairs.Count: < 2 }:
                findings.Error(question.Line, GiftCodes.TooFewAnswers, "a matching question needs two pairs at least");
                break;
        }
    }

    private static void CheckSums(IReadOnlyList<Weight> weights, int line, QuestionFindings findings)
    {
        var rights = Weight.Sum(weights.Where(weight => weight.IsRight));
        if (rights != 1)
            findings.Error(line, GiftCodes.WeightsDoNotAddUp,
                FormattableString.Invariant($"the weights of the right options add up to {rights * 100:0.###}, not to 100"));
        else if (Weight.Sum(weights) == 1)
            findings.Warning(line, GiftCodes.EverythingIsRight,
                "ticking every option earns full marks; give the wrong ones a negative weight");
    }
}
