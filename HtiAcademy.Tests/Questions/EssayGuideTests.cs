using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public sealed class EssayGuideTests
{
    [Fact]
    public void Criteria_are_the_list_items_that_begin_with_their_points()
    {
        var guide = Guide("She was recruited.\n\n- She was held.\n\n- [2] names the act\n- [13] names the *means*");

        guide.Criteria.Should().Equal(new Criterion(2, "names the act"), new Criterion(13, "names the *means*"));
        guide.ModelAnswer.Should().Be("She was recruited.\n\n- She was held.");
        guide.MaxPoints.Should().Be(15);
    }

    [Fact]
    public void A_criterion_goes_on_over_several_lines() =>
        Guide("Model\n- [2] names the act\n  and who did it\n- [1] is clear").Criteria.Select(c => c.Text).Should().Equal("names the act and who did it", "is clear");

    [Fact]
    public void An_essay_without_criteria_is_marked_as_a_whole()
    {
        var guide = Guide("Thank you.");

        guide.HasCriteria.Should().BeFalse();
        guide.Criteria.Should().Equal(new Criterion(10, ""));
    }

    [Fact]
    public void A_link_in_a_list_is_no_criterion() =>
        Guide("- [the act](https://example.org)").Misread.Should().BeEmpty();

    [Theory]
    [InlineData("two")]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("")]
    public void Points_that_are_no_whole_number_are_told(string points) =>
        Guide($"Model\n- [{points}] names the act").Misread.Should().Equal(points);

    [Fact]
    public void A_bank_in_GIFT_keeps_model_answer_and_criteria()
    {
        var bank = GiftReader.Read("q.gift", "::story:: Describe. {####It began = in a *village*.\n- [2] names the act\n- [3] names the means\n}");

        bank.Findings.Should().BeEmpty();
        var essay = bank.Questions.Should().ContainSingle().Which.Should().BeOfType<Essay>().Subject;
        essay.Guide.ModelAnswer.Should().Be("It began = in a *village*.");
        essay.Guide.Criteria.Select(c => c.Points).Should().Equal(2, 3);
    }

    [Fact]
    public void The_longest_essay_is_20000_characters_and_a_new_line_is_one()
    {
        var essay = new Essay("e", "Describe.");
        var longest = new string('x', 9_999) + "\r\n" + new string('y', 10_000);

        Response.FromForm(essay, [longest]).Response!.Text.Should().HaveLength(20_000);
        Response.FromForm(essay, [longest + "z"]).Outcome.Should().Be(FormOutcome.TooLong);
    }

    private static EssayGuide Guide(string feedback) => new Essay("e", "Describe.") { GeneralFeedback = feedback }.Guide;
}
