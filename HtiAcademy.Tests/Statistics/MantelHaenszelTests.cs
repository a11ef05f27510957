using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

public class MantelHaenszelTests
{
    [Fact]
    public void Two_strata_worked_by_hand()
    {
        // Of 80 each: 30 × 20 / 80 + 45 × 10 / 80 = 13.125 over 10 × 20 / 80 + 5 × 20 / 80 = 3.75 is 3.5; -2.35 × ln 3.5 = -2.943993.
        // Expected 40 × 50 / 80 = 25 and 50 × 65 / 80 = 40.625: excess 5 + 4.375 = 9.375.
        // Variances 40 × 40 × 50 × 30 / (6400 × 79) = 4.746835 and 50 × 30 × 65 × 15 / (6400 × 79) = 2.892603, together 7.639438.
        // Chi-square (9.375 - 0.5)² / 7.639438 = 10.310395.
        var test = MantelHaenszel.Of([new(30, 10, 20, 20), new(45, 5, 20, 10)])!;
        test.OddsRatio.Should().BeApproximately(3.5, 1e-12);
        test.Delta.Should().BeApproximately(-2.943993, 1e-6);
        test.ChiSquare.Should().BeApproximately(10.310395, 1e-6);
        (test.Reference, test.Focal, test.HarderForFocal).Should().Be((90, 70, true));
    }

    [Fact]
    public void Admissions_to_Berkeley_by_department()
    {
        // Bickel, Hammel and O'Connell (1975), the data of R's mantelhaen.test(UCBAdmissions):
        // X² 1.4269, p 0.2323, common odds ratio 0.9046968, 95 % interval 0.7719074 to 1.0603298.
        var test = MantelHaenszel.Of(
        [
            new(512, 313, 89, 19), new(353, 207, 17, 8), new(120, 205, 202, 391),
            new(138, 279, 131, 244), new(53, 138, 94, 299), new(22, 351, 24, 317),
        ])!;
        test.ChiSquare.Should().BeApproximately(1.4269, 0.00005);
        test.P.Should().BeApproximately(0.2323, 0.00005);
        test.OddsRatio.Should().BeApproximately(0.9046968, 1e-7);
        (test.OddsRatio * Math.Exp(1.959964 * test.StandardError!.Value / 2.35)).Should().BeApproximately(1.0603298, 1e-6);
        test.Class.Should().Be(DifferenceClass.A);
    }

    [Fact]
    public void Penicillin_for_rabbits_by_dose()
    {
        // Agresti (1990), the data of R's mantelhaen.test(Rabbits): X² 3.9286, p 0.04747, odds ratio 7, 95 % interval 1.026713 to 47.725133.
        // The first and the last dose, at which all fared alike, have nothing to say.
        var test = MantelHaenszel.Of([new(0, 6, 0, 5), new(3, 3, 0, 6), new(6, 0, 2, 4), new(5, 1, 6, 0), new(2, 0, 5, 0)])!;
        test.ChiSquare.Should().BeApproximately(3.9286, 0.00005);
        test.P.Should().BeApproximately(0.04747, 0.000005);
        test.OddsRatio.Should().BeApproximately(7, 1e-12);
        (test.OddsRatio * Math.Exp(-1.959964 * test.StandardError!.Value / 2.35)).Should().BeApproximately(1.026713, 1e-6);
    }

    // From any printed table of the distribution.
    [Theory]
    [InlineData(3.841459, 0.05)]
    [InlineData(6.634897, 0.01)]
    [InlineData(10.827566, 0.001)]
    [InlineData(0, 1)]
    [InlineData(200, 0)]
    public void The_chance_is_that_of_one_degree_of_freedom(double chiSquare, double chance) => ChiSquare.Tail(chiSquare).Should().BeApproximately(chance, 1e-7);

    [Theory]
    [InlineData(50, 50, 50, 50, DifferenceClass.A)] // no difference at all
    [InlineData(12, 8, 9, 11, DifferenceClass.A)] // delta -1.4, but of forty officers it may be chance
    [InlineData(5200, 4800, 4800, 5200, DifferenceClass.A)] // significant, but delta is -0.4
    [InlineData(300, 200, 240, 260, DifferenceClass.B)] // delta -1.1
    [InlineData(70, 30, 50, 50, DifferenceClass.B)] // delta -2.0, but with an error of 0.7 not surely beyond 1
    [InlineData(700, 300, 500, 500, DifferenceClass.C)] // delta -2.0, with an error of 0.2
    [InlineData(500, 500, 700, 300, DifferenceClass.C)] // the same the other way
    public void Classes_follow_size_and_significance(int referenceRight, int referenceWrong, int focalRight, int focalWrong, DifferenceClass expected) =>
        MantelHaenszel.Of([new(referenceRight, referenceWrong, focalRight, focalWrong)])!.Class.Should().Be(expected);

    [Fact]
    public void A_group_that_is_never_right_where_the_other_is_has_no_ratio_and_the_largest_class()
    {
        var test = MantelHaenszel.Of([new(20, 20, 0, 40)])!;
        (test.OddsRatio, test.Delta, test.StandardError).Should().Be((null, null, null));
        (test.HarderForFocal, test.Class).Should().Be((true, DifferenceClass.C));
    }

    [Fact]
    public void A_stratum_of_one_group_alone_does_not_count()
    {
        var test = MantelHaenszel.Of([new(30, 10, 20, 20), new(90, 5, 0, 0), new(0, 0, 7, 3)])!;
        (test.Reference, test.Focal).Should().Be((40, 40));
        test.OddsRatio.Should().Be(3);
    }

    [Fact]
    public void Where_all_are_right_or_no_stratum_is_shared_nothing_can_be_said()
    {
        MantelHaenszel.Of([new(40, 0, 40, 0)]).Should().BeNull();
        MantelHaenszel.Of([new(40, 10, 0, 0), new(0, 0, 30, 30)]).Should().BeNull();
        MantelHaenszel.Of([]).Should().BeNull();
    }
}
