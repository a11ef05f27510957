using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    public void What_is_no_character_can_be_normalised_afterwards(string text) =>
        TypedText.WellFormed(text).Normalize(System.Text.NormalizationForm.FormKC).Should().Be("a\uFFFDb");

    [Fact]
    public void Nor_does_half_a_character_stop_it() =>
        TypedText.WellFormed(new string(['a', '\uD800', 'b'])).Normalize().Should().Be("a\uFFFDb");

    [Theory]
    [InlineData("Kampala, first class", true)]
    [InlineData("አበበ በቀለ", true)]
    [InlineData("क\u200dष", true)]
    [InlineData("A\nforged", false)]
    [InlineData("A\u202Egnp.exe", false)]
    [InlineData("A\u2028B", false)]
    [InlineData("A\uFFFEB", false)]
    public void A_cohorts_name_is_a_line_that_reads_as_it_is_kept(string name, bool can) => Cohort.IsName(name).Should().Be(can);
}
