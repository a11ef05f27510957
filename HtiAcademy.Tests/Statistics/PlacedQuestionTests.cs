using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class PlacedQuestionTests
{
    private static readonly MultipleChoice Choice = new("means", "Which?", [new("a", new(50)), new("b", Weight.None), new("c", new(50))]);
    private static readonly TrueFalse Statement = new("border", "A border?", Answer: false);
    private static readonly Matching Pairs = new("pairs", "Match", [new("one", 1), new("two", 0)], ["x", "y"]);

    [Fact]
    public void A_question_is_named_with_its_module() =>
        Answer(Choice, "0,2", 1).Question.Name.Should().Be("first/means");

    [Fact]
    public void What_was_chosen_is_read_from_the_stored_response()
    {
        var answer = Answer(Choice, "0,2", 1);
        answer.Chosen.Should().Equal(0, 2);
        (answer.Question.Options, answer.Fraction, answer.IsLeftOut).Should().Be((3, 1m, false));
        answer.Question.Right.Should().Equal(0, 2);
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public void True_is_the_first_option_and_false_the_second(string response, int index)
    {
        var answer = Answer(Statement, response, 0);
        answer.Chosen.Should().Equal(index);
        answer.Question.Right.Should().Equal(1);
        answer.Question.Options.Should().Be(2);
    }

    [Fact]
    public void Pairs_are_not_counted_as_options()
    {
        var answer = Answer(Pairs, "1,0", 1);
        answer.Chosen.Should().BeEmpty();
        answer.Question.Options.Should().Be(0);
    }

    [Fact]
    public void No_response_is_left_out_and_counts_nothing()
    {
        var answer = Answer(Choice, null, 0);
        (answer.IsLeftOut, answer.Fraction).Should().Be((true, 0m));
    }

    [Fact]
    public void An_essay_that_waits_for_a_trainer_has_no_mark_yet() =>
        Answer(new Essay("essay", "Write."), "Some words", null).Fraction.Should().BeNull();

    private static Answer Answer(Question question, string? response, decimal? fraction) =>
        new PlacedQuestion("first", "en", question).Answer(new SubmittedAnswer(question.Name, question.Hash, response, fraction));
}
