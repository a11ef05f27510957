using System.Globalization;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class ResponseTests
{
    private static readonly SingleChoice Single = new("single", "Which?", [new("a", Weight.Full), new("b", Weight.None)]);
    private static readonly MultipleChoice Multiple = new("multiple", "Which?", [new("a", new Weight(50)), new("b", new Weight(50)), new("c", Weight.None)]);
    private static readonly TrueFalse Truth = new("truth", "True?", Answer: true);
    private static readonly ShortAnswer Short = new("short", "Who?", [new("nobody", Weight.Full)]);
    private static readonly Numerical Number = new("number", "How many?", [new(3, 3, Weight.Full)]);
    private static readonly Matching Pairs = new("pairs", "Match.", [new("a", 1), new("b", 0)], ["x", "y", "z"]);
    private static readonly Essay Essay = new("essay", "Describe.");
    private static readonly Description Intro = new("intro", "A case.");

    public static TheoryData<Question, string[], string> Offered => new()
    {
        { Single, ["1"], "1" },
        { Single, ["", "0"], "0" },
        { Multiple, ["2", "0"], "0,2" },
        { Multiple, ["1", "1"], "1" },
        { Truth, ["false"], "false" },
        { Short, ["  Nobody at all \n"], "Nobody at all" },
        { Number, [" 3,5 "], "3,5" },
        { Pairs, ["2", ""], "2," },
        { Pairs, ["1", "0"], "1,0" },
        { Essay, ["First…\nthen…"], "First…\nthen…" },
    };

    [Theory]
    [MemberData(nameof(Offered))]
    public void What_a_question_offers_is_taken_and_survives_storing(Question question, string[] values, string stored)
    {
        var reading = Response.FromForm(question, values);

        reading.Outcome.Should().Be(FormOutcome.Answered);
        reading.Refused.Should().BeFalse();
        reading.Response!.Text.Should().Be(stored);
        Response.Parse(reading.Response.ToString()).Should().Be(reading.Response);
    }

    public static TheoryData<Question, string[]> Junk => new()
    {
        { Single, ["2"] },
        { Single, ["-1"] },
        { Single, ["+1"] },
        { Single, [" 1"] },
        { Single, ["1.0"] },
        { Single, ["٠"] },
        { Single, ["<script>"] },
        { Single, ["99999999999999999999"] },
        { Single, ["0", "1"] },
        { Multiple, ["0", "3"] },
        { Multiple, ["0,1"] },
        { Truth, ["True"] },
        { Truth, ["true", "false"] },
        { Short, ["nobody", "somebody"] },
        { Pairs, ["1"] },
        { Pairs, ["1", "0", "0"] },
        { Pairs, ["1", "3"] },
        { Pairs, ["1,0", ""] },
        { Essay, ["one", "two"] },
        { Intro, ["anything"] },
    };

    [Theory]
    [MemberData(nameof(Junk))]
    public void What_a_question_does_not_offer_is_refused(Question question, string[] values)
    {
        var reading = Response.FromForm(question, values);

        reading.Should().Be(new FormReading(FormOutcome.NotOffered, Response: null));
        reading.Refused.Should().BeTrue();
    }

    [Theory]
    [InlineData("five")]
    [InlineData("1,500")]
    [InlineData("1,500.75")]
    [InlineData("1.2.3")]
    [InlineData("5 km")]
    [InlineData("1e3")]
    [InlineData("9999999999999999")]
    [InlineData("99999999999999999999999999999999999999")]
    public void What_is_not_clearly_a_number_is_refused_as_such(string typed) =>
        Response.FromForm(Number, [typed]).Outcome.Should().Be(FormOutcome.NotANumber);

    [Theory]
    [InlineData("0,125", "0.125")]
    [InlineData(".5", "0.5")]
    [InlineData("−3", "-3")]
    [InlineData("+1 234 567,5", "1234567.5")]
    [InlineData("1.500", "1.5")]
    [InlineData("1,5001", "1.5001")]
    public void Numbers_are_read_as_people_type_them(string typed, string number) =>
        Numerical.ReadNumber(typed).Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Fact]
    public void Nothing_chosen_or_typed_is_unanswered()
    {
        foreach (var question in new Question[] { Single, Multiple, Truth, Short, Number, Pairs, Essay, Intro })
            foreach (var values in new string[][] { [], [""], ["", " "] })
                Response.FromForm(question, values).Should().Be(new FormReading(FormOutcome.Unanswered, Response: null));
    }

    [Fact]
    public void The_longest_response_but_to_an_essay_is_4000_characters()
    {
        Response.FromForm(Short, [new string('x', 4000)]).Outcome.Should().Be(FormOutcome.Answered);
        Response.FromForm(Short, [new string('x', 4001)]).Should().Be(new FormReading(FormOutcome.TooLong, Response: null));
        FluentActions.Invoking(() => Response.Parse(new string('x', 20_001))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
