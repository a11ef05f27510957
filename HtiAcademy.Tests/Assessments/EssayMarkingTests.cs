using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Assessments;

public sealed class EssayMarkingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private static readonly Guid First = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Second = Guid.Parse("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Third = Guid.Parse("33333333-3333-3333-3333-333333333333");
    private static readonly EssayGuide Guide = new Essay("e", "Describe.") { GeneralFeedback = "Model\n- [4] names the act\n- [6] names the means" }.Guide;
    private readonly EssayMarking _marking;
    private readonly Classroom _class = new();

    public EssayMarkingTests() => _marking = new EssayMarking(_class.Begin("what-is-trafficking", Now), 1);

    [Fact]
    public void One_mark_counts_when_nobody_asks_for_a_second()
    {
        Give(First, 2.5m, 6).Should().BeTrue();

        _marking.Points.Should().Equal(2.5m, 6);
        _marking.Comment.Should().Be("Well done.");
        _marking.MarkedAt.Should().Be(Now);
    }

    [Fact]
    public void Giving_again_changes_nothing()
    {
        Give(First, 2, 6);

        Give(First, 4, 6).Should().BeFalse();
        Give(Second, 4, 6).Should().BeFalse();

        _marking.Points.Should().Equal(2, 6);
    }

    [Fact]
    public void Each_marker_has_a_draft_of_their_own_and_no_draft_counts()
    {
        _marking.Draft(First, [1, null], "Hm.", Now).Should().BeTrue();
        _marking.Draft(Second, [null, 5], "", Now).Should().BeTrue();
        _marking.Draft(First, [1.5m, null], "Hm!", Now).Should().BeTrue();

        _marking.MarkOf(First)!.Points.Should().Equal(1.5m, null);
        _marking.MarkOf(Second)!.Points.Should().Equal(null, 5);
        _marking.MarkedAt.Should().BeNull();
        _marking.StageFor(First, false).Should().Be(MarkingStage.ToMark);
    }

    [Fact]
    public void Of_two_marks_at_most_a_tenth_apart_the_mean_counts()
    {
        Give(First, 2, 5, askSecond: true);
        _marking.StageFor(First, false).Should().Be(MarkingStage.WaitsForSecond);
        _marking.StageFor(Second, false).Should().Be(MarkingStage.ToMarkSecond);

        Give(Second, 3.5m, 4.5m);

        _marking.Points.Should().Equal(2.75m, 4.75m);
        _marking.StageFor(First, false).Should().Be(MarkingStage.Marked);
    }

    [Fact]
    public void Two_marks_further_apart_must_be_agreed_by_one_of_their_markers_or_an_administrator()
    {
        Give(First, 2, 5, askSecond: true);
        Give(Second, 3, 5.5m);

        _marking.MarkedAt.Should().BeNull("the marks are one and a half points of ten apart");
        _marking.StageFor(First, false).Should().Be(MarkingStage.ToAgree);
        _marking.StageFor(Second, false).Should().Be(MarkingStage.ToAgree);
        _marking.StageFor(Third, false).Should().Be(MarkingStage.OthersAgree);
        _marking.StageFor(Third, true).Should().Be(MarkingStage.ToAgree);
        _marking.Agree(Third, false, Guide, [4, 6], "", Now).Should().BeFalse();
        Give(Third, 4, 6).Should().BeFalse("no third mark is wanted");

        _marking.Agree(Second, false, Guide, [3, 5], "Agreed.", Now).Should().BeTrue();
        _marking.Agree(First, false, Guide, [4, 6], "", Now).Should().BeFalse();

        _marking.Points.Should().Equal(3, 5);
    }

    [Fact]
    public void Nobody_agrees_before_two_marks_differ() =>
        _marking.Agree(First, true, Guide, [1, 1], "", Now).Should().BeFalse();

    [Fact]
    public void Nobody_marks_their_own_essay() =>
        FluentActions.Invoking(() => Give(_class.Officer.Id, 4, 6)).Should().Throw<InvalidOperationException>();

    [Fact]
    public void A_mark_above_the_maximum_is_never_taken() =>
        FluentActions.Invoking(() => Give(First, 4.5m, 6)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("2.5", "6", "")]
    [InlineData("2,5", "0", "")]
    [InlineData(" 4 ", "", "")]
    [InlineData("4.5", "6", "0")]
    [InlineData("1", "6.5", "1")]
    [InlineData("1.25", "-1", "0 1")]
    [InlineData("many", "1e1", "0 1")]
    public void Points_are_typed_from_nought_to_the_maximum_in_halves(string first, string second, string refused) =>
        string.Join(' ', EssayPoints.Read([first, second], Guide).Refused).Should().Be(refused);

    [Fact]
    public void Points_that_are_missing_make_no_whole_mark()
    {
        EssayPoints.Read(["4"], Guide).IsWhole.Should().BeFalse();
        EssayPoints.Read(["4", "0"], Guide).Values.Should().Equal(4, 0);
    }

    private bool Give(Guid marker, decimal first, decimal second, bool askSecond = false) =>
        _marking.Give(marker, Guide, [first, second], "Well done.", askSecond, Now);
}
