using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class WeightTests
{
    [Theory]
    [InlineData(101)]
    [InlineData(-101)]
    public void A_weight_beyond_the_whole_mark_is_refused(int percent) =>
        FluentActions.Invoking(() => new Weight(percent)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("33", "33.33333")]
    [InlineData("-51", "-50")]
    [InlineData("150", "100")]
    [InlineData("-0.0001", "0")]
    public void The_nearest_offered_weight_is_found(string written, string nearest) =>
        Weight.Nearest(decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture)).ToString().Should().Be(nearest);
}
