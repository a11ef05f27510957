using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class QuestionHashTests
{
    private static readonly SingleChoice Single = new("q", "Text", [new("a", Weight.Full, "f"), new("b", Weight.None)]);
    private static readonly TrueFalse Truth = new("q", "Text", Answer: true) { RightFeedback = "r", WrongFeedback = "w" };

    public static TheoryData<Question[]> Variants => new()
    {
        new Question[]
        {
            Single,
            Single with { Text = "Text " },
            Single with { GeneralFeedback = "g" },
            Single with { Options = [new("A", Weight.Full, "f"), new("b", Weight.None)] },
            Single with { Options = [new("a", new Weight(90), "f"), new("b", Weight.None)] },
            Single with { Options = [new("a", Weight.Full, "F"), new("b", Weight.None)] },
            Single with { Options = [new("b", Weight.None), new("a", Weight.Full, "f")] },
            Single with { Options = [new("a", Weight.Full, "f")] },
            Single with { Options = [new("a", Weight.Full), new("b", Weight.None, "f")] },
            Single with { Options = [new("a100f", Weight.Full), new("b", Weight.None)] },
            new MultipleChoice("q", "Text", Single.Options),
        },
        new Question[]
        {
            Truth,
            Truth with { Answer = false },
            Truth with { RightFeedback = "w", WrongFeedback = "r" },
            Truth with { RightFeedback = "", WrongFeedback = "rw" },
            Truth with { Text = "Tex", GeneralFeedback = "t" },
        },
        new Question[]
        {
            new ShortAnswer("q", "Text", [new("a", Weight.Full)]),
            new ShortAnswer("q", "Text", [new("A", Weight.Full)]),
            new ShortAnswer("q", "Text", [new("a", new Weight(50))]),
            new ShortAnswer("q", "Text", [new("a", Weight.Full, "f")]),
        },
        new Question[]
        {
            new Numerical("q", "Text", [new(1, 2, Weight.Full)]),
            new Numerical("q", "Text", [new(1, 3, Weight.Full)]),
            new Numerical("q", "Text", [new(0, 2, Weight.Full)]),
            new Numerical("q", "Text", [new(1, 2, new Weight(50))]),
            new Numerical("q", "Text", [new(1, 2, Weight.Full, "f")]),
        },
        new Question[]
        {
            new Matching("q", "Text", [new("a", 0), new("b", 1)], ["x", "y"]),
            new Matching("q", "Text", [new("a", 1), new("b", 0)], ["x", "y"]),
            new Matching("q", "Text", [new("A", 0), new("b", 1)], ["x", "y"]),
            new Matching("q", "Text", [new("a", 0), new("b", 1)], ["x", "Y"]),
            new Matching("q", "Text", [new("a", 0), new("b", 1)], ["x", "y", "z"]),
            new Matching("q", "Text", [new("a", 0)], ["b", "1", "x", "y"]),
        },
        new Question[] { new Essay("q", "Text"), new Description("q", "Text"), new Essay("q", "Text") { GeneralFeedback = "g" } },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Whatever_marking_or_showing_depends_on_changes_the_hash(Question[] variants) =>
        variants.Select(question => question.Hash).Should().OnlyHaveUniqueItems();

    [Fact]
    public void The_name_the_line_and_trailing_zeros_do_not_change_the_hash()
    {
        (Single with { Name = "other", Line = 7 }).Hash.Should().Be(Single.Hash);
        new SingleChoice("q", "Text", [new("a", new Weight(100.00m), "f"), new("b", Weight.None)]).Hash.Should().Be(Single.Hash);
        new Numerical("q", "Text", [new(1.50m, 2, Weight.Full)]).Hash.Should().Be(new Numerical("q", "Text", [new(1.5m, 2.0m, Weight.Full)]).Hash);
    }

    // Attempts keep these hashes: if this test fails, every stored attempt loses its questions.
    [Fact]
    public void The_hash_stays_what_it_was() =>
        Single.Hash.Should().Be("c0c7b7f5b7c967f685e55a61161d000ce661e725abdaadd4c94045942fb6dc12");
}
