using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class GainTests
{
    [Fact]
    public void Gain_is_the_share_of_what_was_lacking_that_was_won()
    {
        // Means 40 and 73.33333: 33.33333 / 60 = 0.555556. Each officer's own: 40 / 80, 30 / 40, 30 / 60, together 1.75; 1.75 / 3 = 0.583333.
        var gain = Gain((20, 60), (60, 90), (40, 70))!;
        (gain.Officers, gain.Before).Should().Be((3, 40));
        gain.After.Should().BeApproximately(73.33333, 1e-5);
        gain.Hake.Should().BeApproximately(0.555556, 1e-6);
        gain.MeanOfOfficers.Should().BeApproximately(0.583333, 1e-6);
    }

    [Fact]
    public void A_loss_is_a_gain_below_0() => Gain((50, 25))!.Hake.Should().Be(-0.5);

    [Fact]
    public void Where_nothing_was_lacking_there_is_no_gain()
    {
        var gain = Gain((100, 90), (100, 100))!;
        gain.Hake.Should().BeNull();
        gain.MeanOfOfficers.Should().BeNull();
    }

    [Fact]
    public void Who_lacked_nothing_counts_in_the_class_and_has_no_gain_of_their_own()
    {
        // Means 75 and 100: 25 / 25 = 1. Of the officers one has (100 - 50) / 50 = 1.
        var gain = Gain((100, 100), (50, 100))!;
        (gain.Hake, gain.MeanOfOfficers).Should().Be((1, 1));
    }

    [Fact]
    public void Only_officers_who_sat_both_count()
    {
        var sample = new Sample([Sitting("Nakato", "pretest", 20), Sitting("Nakato", "final", 60), Sitting("Okello", "pretest", 90), Sitting("Achan", "final", 10)]);
        var gain = sample.Gain("pretest", "final")!;
        (gain.Officers, gain.Before, gain.After, gain.IsSmallSample).Should().Be((1, 20, 60, true));
    }

    [Fact]
    public void A_pretest_taken_after_the_final_tells_no_gain() =>
        new Sample([Sitting("Nakato", "pretest", 20) with { SubmittedAt = Sheets.Monday.AddDays(9) }, Sitting("Nakato", "final", 60)])
            .Gain("pretest", "final").Should().BeNull();

    private static Gain? Gain(params (decimal Before, decimal After)[] officers) =>
        new Sample(officers.SelectMany((officer, i) => new[] { Sitting($"officer {i}", "pretest", officer.Before), Sitting($"officer {i}", "final", officer.After) }))
            .Gain("pretest", "final");

    private static Sitting Sitting(string officer, string assessment, decimal percent) =>
        Sheets.Sitting(officer) with { Assessment = assessment, Percent = percent, SubmittedAt = Sheets.Monday.AddDays(assessment == "final" ? 5 : 0) };
}
