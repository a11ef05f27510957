using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public class ForgettingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private static readonly Option[] Options = [new("One", Weight.Full), new("Two", Weight.None)];
    private static readonly Numerical Number = new("number", "How many?", [new NumericalAnswer(12, 12, Weight.Full)]);
    private static readonly ShortAnswer Word = new("word", "What number do you call?", [new Spelling("116", Weight.Full)]);

    private static readonly Dictionary<Question, string> Answers = new()
    {
        [Number] = "12", [Word] = "116", [new TrueFalse("statement", "So it is.", Answer: true)] = "true",
        [new SingleChoice("choice", "Which?", Options)] = "0", [new Matching("pairs", "Match.", [new("First", 0)], ["One", "Two"])] = "0",
    };

    private static readonly Dictionary<string, Question> Bank = Answers.Keys.ToDictionary(q => q.Hash);

    private readonly Classroom _classroom = new();

    [Fact]
    public void What_was_typed_goes_even_where_it_looks_like_a_choice_and_choices_stay()
    {
        var attempt = Sit();

        attempt.ForgetWords(Bank);

        attempt.Questions.ToDictionary(q => q.Name, q => q.Response).Should().BeEquivalentTo(
            new Dictionary<string, string> { ["number"] = "", ["word"] = "", ["statement"] = "true", ["choice"] = "0", ["pairs"] = "0" });
        attempt.Questions.Should().OnlyContain(q => q.Fraction == 1);
    }

    [Fact]
    public void Of_a_question_that_is_not_at_hand_every_answer_goes()
    {
        var attempt = Sit();
        attempt.ForgetWords(new Dictionary<string, Question>());
        attempt.Questions.Should().OnlyContain(q => q.IsForgotten);
    }

    [Fact]
    public void Marking_again_leaves_alone_what_is_gone_and_counts_it_as_it_was_marked()
    {
        var attempt = Sit(right: false);
        var statement = attempt.Questions.Single(q => q.Name == "statement");
        attempt.ForgetWords(Bank);
        var (before, revision) = (attempt.Questions.ToDictionary(q => q.Name, q => q.Fraction), attempt.Revision);
        before["word"].Should().Be(0);

        var corrected = new Dictionary<int, Question> { [Position(attempt, "word")] = Word with { Spellings = [new Spelling("112", Weight.Full)] }, [Position(attempt, "number")] = Number with { Answers = [new NumericalAnswer(3, 3, Weight.Full)] } };
        attempt.PercentBy(corrected).Should().Be(attempt.Percent);
        attempt.Remark(corrected, Guid.NewGuid(), "trainer", Now).Should().BeFalse();

        attempt.Questions.ToDictionary(q => q.Name, q => q.Fraction).Should().BeEquivalentTo(before);
        attempt.Questions.Should().OnlyContain(q => q.Correction == null);
        attempt.Revision.Should().Be(revision);
        corrected[statement.Position] = new TrueFalse("statement", "So it is.", Answer: false);
        attempt.Remark(corrected, Guid.NewGuid(), "trainer", Now).Should().BeTrue("a choice is still marked again");
        attempt.Questions.Where(q => q.Correction is not null).Should().ContainSingle().Which.Name.Should().Be("statement");
    }

    private static int Position(Attempt attempt, string name) => attempt.Questions.Single(q => q.Name == name).Position;

    private Attempt Sit(bool right = true)
    {
        var attempt = new Attempt(_classroom.Enrolment, new Blueprint("quiz", [[.. Bank.Values]], Bank.Count, 80, null), _classroom.Locale, number: 1, seed: 7, Now);
        foreach (var drawn in attempt.Questions)
        {
            var question = Bank[drawn.Hash];
            attempt.Answer(drawn.Position, question, [right || !question.IsTyped ? Answers[question] : "7"], Now).Should().Be(AnswerOutcome.Saved, drawn.Name);
        }

        attempt.Submit(Bank, Now);
        return attempt;
    }
}
