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
