using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class MarkingTests
{
    private static readonly SingleChoice Child = new("child", "How old?",
        [new("Under 16", Weight.None, "No."), new("Under 18", Weight.Full, "Yes."), new("Under 21", new Weight(50)), new("Any age", new Weight(-50))]);

    private static readonly MultipleChoice Acts = new("acts", "Which are acts?",
        [new("recruiting", new Weight(50), "One."), new("deceiving", new Weight(-50), "A means."), new("harbouring", new Weight(50)), new("all", Weight.None)]);

    private static readonly ShortAnswer Hotline = new("hotline", "Whom do you call?",
        [new("the hotline", Weight.Full, "Yes."), new("l'été", Weight.Full), new("police", new Weight(50), "Later."), new("*shelter*", new Weight(25)), new(@"5\*", new Weight(10)), new("*", Weight.None, "Ask.")]);

    private static readonly Numerical Year = new("year", "When?",
        [new(2000, 2000, Weight.Full, "Yes."), new(1998, 2002.5m, new Weight(50), "Near."), NumericalAnswer.Anything(Weight.None, "No.")]);

    private static readonly Matching Capitals = new("capitals", "Match.",
        [new("Kenya", 1), new("Uganda", 0), new("Belize", 2)], ["Kampala", "Nairobi", "Belmopan", "Lusaka"]);

    private static readonly TrueFalse Consent = new("consent", "It counts.", Answer: false) { WrongFeedback = "Never.", RightFeedback = "Well seen." };

    public static TheoryData<Question, string, decimal, string[]> Marks => new()
    {
        { Child, "1", 1, ["Yes."] },
        { Child, "0", 0, ["No."] },
        { Child, "2", 0.5m, [] },
        { Child, "3", 0, [] },
        { Acts, "0,2", 1, ["One."] },
        { Acts, "2", 0.5m, [] },
        { Acts, "0,1,2", 0.5m, ["One.", "A means."] },
        { Acts, "1", 0, ["A means."] },
        { Acts, "0,2,3", 1, ["One."] },
        { Acts, "0,0,0", 0.5m, ["One."] },
        { Consent, "false", 1, ["Well seen."] },
        { Consent, "true", 0, ["Never."] },
        { Hotline, "the hotline", 1, ["Yes."] },
        { Hotline, " THE \t Hotline\n", 1, ["Yes."] },
        { Hotline, "L\u2019e\u0301te\u0301", 0, ["Ask."] },
        { Hotline, "L'e\u0301te\u0301", 1, [] },
        { Hotline, "Police", 0.5m, ["Later."] },
        { Hotline, "police station", 0, ["Ask."] },
        { Hotline, "a shelter nearby", 0.25m, [] },
        { Hotline, "5*", 0.1m, [] },
        { Hotline, "55", 0, ["Ask."] },
        { Hotline, "(the hotline)", 0, ["Ask."] },
        { Year, "2000", 1, ["Yes."] },
        { Year, "2000,0", 1, ["Yes."] },
        { Year, "2 000", 1, ["Yes."] },
        { Year, "2002.5", 0.5m, ["Near."] },
        { Year, "1998", 0.5m, ["Near."] },
        { Year, "2002.51", 0, ["No."] },
        { Year, "-2000", 0, ["No."] },
        { Capitals, "1,0,2", 1, [] },
        { Capitals, "1,0,3", 0.66667m, [] },
        { Capitals, "1,,", 0.33333m, [] },
        { Capitals, "0,1,3", 0, [] },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_response_is_worth_its_fraction(Question question, string response, decimal fraction, string[] feedback)
    {
        var mark = Marking.Mark(question, Response.Parse(response));

        mark.Fraction.Should().Be(fraction);
        mark.Right.Should().Be(fraction == 1);
        mark.Feedback.Should().Equal(feedback);
        mark.State.Should().Be(MarkState.Marked);
    }

    public static TheoryData<Question, string> Strangers => new()
    {
        { Child, "9" },
        { Child, "0,1" },
        { Child, "-1" },
        { Child, "" },
        { Acts, "9,nonsense" },
        { Acts, "99999999999999999999" },
        { Consent, "False" },
        { Year, "two thousand" },
        { Capitals, "9,9,9" },
        { Capitals, "" },
        { Capitals, "2,,,,,,,,,1,0,2" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void A_stored_response_that_no_longer_fits_is_worth_nothing(Question question, string response) =>
        Marking.Mark(question, Response.Parse(response)).Fraction.Should().Be(0);

    [Fact]
    public void Broken_unicode_is_compared_and_does_not_throw() =>
        Marking.Mark(Hotline, Response.Parse("\uD800 \uFFFE")).Feedback.Should().Equal("Ask.");

    [Theory]
    [InlineData("::q::Which?{=a ~b}", "0", "a")]
    [InlineData("::q::Which?{=a =b ~c}", "0,1", "a; b")]
    [InlineData("::q::Which?{~%50%a ~%-50%b ~%50%c}", "0,2", "a; c")]
    [InlineData("::q::Which?{F}", "", "false")]
    [InlineData("::q::Which?{=%50%a* =b*c =d}", "", @"b\*c")]
    [InlineData("::q::Which?{#=%50%7 =3:0.5}", "", "2.5 – 3.5")]
    [InlineData("::q::Which?{#1822.50}", "", "1822.5")]
    [InlineData("::q::Which?{=a->x =b->y* =c->x}", "0,1,0", @"a → x; b → y\*; c → x")]
    [InlineData("::q::Which?{}", "", "")]
    public void The_mark_tells_what_is_right(string gift, string options, string text)
    {
        var mark = Marking.Mark(GiftReader.Read("questions.gift", gift).Questions.Single(), response: null);

        string.Join(',', mark.RightOptions).Should().Be(options);
        mark.RightAnswer.Should().Be(text);
    }

    [Fact]
    public void Each_chosen_option_is_told_right_or_wrong() =>
        Marking.Mark(Acts, Response.Parse("2,0,1")).Answers.Should().Equal(
            new MarkedAnswer(0, Right: true, "One."),
            new MarkedAnswer(1, Right: false, "A means."),
            new MarkedAnswer(2, Right: true, ""));

    [Fact]
    public void Half_right_is_not_right() =>
        Marking.Mark(Child, Response.Parse("2")).Answers.Should().Equal(new MarkedAnswer(2, Right: false, ""));

    [Fact]
    public void Each_answered_pair_is_told_right_or_wrong() =>
        Marking.Mark(Capitals, Response.Parse("1,,3")).Answers.Should().Equal(
            new MarkedAnswer(0, Right: true, ""),
            new MarkedAnswer(2, Right: false, ""));

    [Fact]
    public void Without_a_response_a_question_is_worth_nothing()
    {
        foreach (var question in new Question[] { Child, Acts, Consent, Hotline, Year, Capitals, new Essay("essay", "Describe.") })
        {
            var mark = Marking.Mark(question, response: null);
            (mark.Fraction, mark.State, mark.Feedback.Count).Should().Be((0, MarkState.Unanswered, 0));
        }
    }

    [Fact]
    public void An_essay_waits_for_a_trainer() =>
        Marking.Mark(new Essay("essay", "Describe."), Response.Parse("It began…")).State.Should().Be(MarkState.WaitsForTrainer);

    [Theory]
    [InlineData(null)]
    [InlineData("anything")]
    public void A_description_carries_no_mark(string? response)
    {
        var mark = Marking.Mark(new Description("intro", "A case."), response is null ? null : Response.Parse(response));

        mark.State.Should().Be(MarkState.CarriesNoMark);
        mark.Right.Should().BeFalse();
    }

    [Theory]
    [InlineData("33.33333", 3)]
    [InlineData("16.66667", 6)]
    [InlineData("14.28571", 7)]
    [InlineData("11.11111", 9)]
    public void Equal_parts_make_a_whole(string weight, int count)
    {
        var options = string.Concat(Enumerable.Range(0, count).Select(index => $" ~%{weight}%option {index}"));
        var question = GiftReader.Read("questions.gift", $"::q::Which?{{{options} ~%-100%none}}").Questions.Single();

        Marking.Mark(question, Response.Parse(string.Join(',', Enumerable.Range(0, count)))).Right.Should().BeTrue();
    }
}
