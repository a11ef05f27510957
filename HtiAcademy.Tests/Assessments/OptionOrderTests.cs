using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public sealed class OptionOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private readonly Classroom _class = new();

    [Fact]
    public void A_place_on_the_page_means_what_stands_there()
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        foreach (var drawn in attempt.Questions)
        {
            var question = _class.Bank[drawn.Hash];
            var order = OptionOrder.Of(attempt, drawn.Position, question);

            for (var place = 0; place < order.Bank.Count; place++)
            {
                order.ToBank([$"{place}"]).Should().Equal($"{order.Bank[place]}");
            }

            order.Bank.Should().BeEquivalentTo(Enumerable.Range(0, question is ChoiceQuestion choice ? choice.Options.Count : 0));
        }
    }

    [Fact]
    public void Where_nothing_is_graded_options_stand_as_they_were_written()
    {
        OptionOrder.AsWritten(new SingleChoice("c", "Which?", [new("b", Weight.Full), new("a", Weight.None)])).Bank.Should().Equal(0, 1);
        OptionOrder.AsWritten(new TrueFalse("t", "True?", Answer: true)).Bank.Should().BeEmpty();
    }

    [Fact]
    public void What_is_to_be_matched_goes_by_the_alphabet_so_that_it_does_not_stand_beside_its_pair()
    {
        var order = OptionOrder.AsWritten(new Matching("m", "Match.", [new("x", 0), new("y", 1)], ["pear", "Élan", "apple"]));

        order.Bank.Should().Equal(2, 1, 0);
        order.ToBank(["2", "0", ""]).Should().Equal("0", "2", "");
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("true")]
    [InlineData("")]
    public void What_is_no_place_stays_as_it_is(string value)
    {
        var attempt = _class.Begin("what-is-trafficking", Now);
        var drawn = attempt.Questions.First(q => _class.Bank[q.Hash] is SingleChoice);

        OptionOrder.Of(attempt, drawn.Position, _class.Bank[drawn.Hash]).ToBank([value]).Should().Equal(value);
    }
}
