using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class CorrectedKeyTests
{
    private static readonly SingleChoice Choice = new("q", "Which?", [new("a", Weight.Full, "Yes."), new("b", Weight.None)]);
    private static readonly Matching Pairs = new("q", "Match", [new("one", 0), new("two", 1)], ["x", "y"]);

    public static TheoryData<Question, Question> Corrected => new()
    {
        { Choice, Choice with { Options = [new("a", Weight.None), new("b", Weight.Full)] } },
        { new TrueFalse("q", "So?", true), new TrueFalse("q", "So?", false) },
        { Pairs, Pairs with { Pairs = [new("one", 1), new("two", 0)] } },
        { new ShortAnswer("q", "What?", [new("debt", Weight.Full)]), new ShortAnswer("q", "What?", [new("debt", Weight.Full), new("bondage", Weight.Full)]) },
        { new Numerical("q", "When?", [new(1822, 1822, Weight.Full)]), new Numerical("q", "When?", [new(1820, 1824, Weight.Full)]) },
    };

    public static TheoryData<Question, Question> NotCorrected => new()
    {
        { Choice, Choice },
        { Choice, Choice with { Options = [new("a", Weight.Full, "Other feedback."), new("b", Weight.None)] } },
        { Choice, Choice with { GeneralFeedback = "More." } },
        { Choice, Choice with { Text = "Which one?", Options = [new("a", Weight.None), new("b", Weight.Full)] } },
        { Choice, Choice with { Options = [new("b", Weight.Full), new("a", Weight.None)] } },
        { Choice, Choice with { Options = [new("a", Weight.None), new("c", Weight.Full)] } },
        { Choice, new MultipleChoice("q", "Which?", [new("a", new(50)), new("b", new(50))]) },
        { Pairs, Pairs with { Choices = ["x", "z"], Pairs = [new("one", 1), new("two", 0)] } },
        { new Essay("q", "Write."), new Essay("q", "Write.") { GeneralFeedback = "More." } },
    };

    [Theory]
    [MemberData(nameof(Corrected))]
    public void The_same_question_under_another_key_is_a_correction(Question earlier, Question now) =>
        now.CorrectsKeyOf(earlier).Should().BeTrue();

    [Theory]
    [MemberData(nameof(NotCorrected))]
    public void Other_feedback_or_another_question_is_no_correction(Question earlier, Question now) =>
        now.CorrectsKeyOf(earlier).Should().BeFalse();
}
