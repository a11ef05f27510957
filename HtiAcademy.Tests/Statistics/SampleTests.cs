using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class SampleTests
{
    private static readonly AskedQuestion First = Sheets.Question("first");
    private static readonly AskedQuestion Second = Sheets.Question("second");

    [Fact]
    public void Only_an_officers_first_attempt_at_an_assessment_counts()
    {
        var failed = Sheets.Sitting("Nakato", Answer.Given(First, 0));
        var again = Sheets.Sitting("Nakato", Answer.Given(First, 1)) with { SubmittedAt = Sheets.Monday.AddDays(1) };
        var quiz = again with { Assessment = "listening" };

        var sample = new Sample([again, quiz, failed]);

        sample.Assessments().Select(figures => (figures.Assessment, figures.Officers, figures.Mean)).Should().Equal(("final", 1, 0), ("listening", 1, 100));
        sample.Questions().Select(figures => (figures.Assessment, figures.Facility)).Should().Equal(("final", 0), ("listening", 1));
    }

    [Fact]
    public void An_empty_sample_has_no_figures()
    {
        var sample = new Sample([]);
        sample.Assessments().Should().BeEmpty();
        sample.Questions().Should().BeEmpty();
        sample.By(Grouping.Country).Should().BeEmpty();
        sample.Compare(Grouping.Country).Should().BeEmpty();
        sample.Gain("pretest", "final").Should().BeNull();
    }

    [Fact]
    public void Wordings_of_one_name_are_told_apart()
    {
        var corrected = First with { Hash = "another" };
        var sample = new Sample([Sheets.Sitting("Nakato", Answer.Given(First, 0)), Sheets.Sitting("Okello", Answer.Given(corrected, 1))]);
        sample.Questions().Select(figures => (figures.Question.Hash, figures.Facility)).Should().Equal(("another", 1), (First.Hash, 0));
    }

    [Fact]
    public void What_waits_for_a_trainer_counts_in_no_figure()
    {
        var sample = new Sample([Sheets.Sitting("Nakato", Answer.Given(First, 1), Answer.Given(Second, null))]);
        sample.Questions().Should().ContainSingle().Which.Question.Should().Be(First);
    }

    [Fact]
    public void A_mark_is_kept_within_its_bounds()
    {
        Answer.Given(First, -0.25m).Fraction.Should().Be(0);
        Answer.Given(First, 1.25m).Fraction.Should().Be(1);
    }

    [Theory]
    [InlineData(Grouping.Cohort, "Gulu", "Kampala")]
    [InlineData(Grouping.Country, "gt", "ug")]
    [InlineData(Grouping.Language, "en", "es")]
    public void Slices_have_the_figures_of_their_officers_alone(Grouping grouping, string one, string other)
    {
        var lost = Sheets.Sitting("Nakato", Answer.Given(First, 0));
        var won = Sheets.Sitting("Okello", Answer.Given(First, 1));
        var sample = new Sample(grouping switch
        {
            Grouping.Cohort => [lost with { Cohort = "Gulu" }, won],
            Grouping.Country => [lost with { Country = "gt" }, won],
            _ => [lost, won with { Language = "es" }],
        });

        sample.By(grouping).Select(slice => (slice.Group, slice.Sample.Assessments().Single().Mean)).Should().Equal((one, 0), (other, 100));
        sample.By(grouping).Should().OnlyContain(slice => slice.Sample.Questions().Single().Asked == 1);
    }

    [Fact]
    public void A_grouping_that_does_not_exist_is_refused()
    {
        var sample = new Sample(Sheets.Table([1]));
        FluentActions.Invoking(() => sample.By((Grouping)9)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_order_of_officers_changes_nothing()
    {
        var sittings = new Simulation(7) { Bank = 12, Drawn = 8 }.Sit(english: 90, spanish: 80);
        var shuffled = sittings.ToArray();
        new Random(8).Shuffle(shuffled);

        Sample sample = new(sittings), permuted = new(shuffled);
        permuted.Questions().Should().BeEquivalentTo(sample.Questions(), options => options.WithStrictOrdering());
        permuted.Assessments().Should().BeEquivalentTo(sample.Assessments());
        permuted.Compare(Grouping.Language).Should().BeEquivalentTo(sample.Compare(Grouping.Language), options => options.WithStrictOrdering());
    }
}
