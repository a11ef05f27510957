using HtiAcademy.Domain.Privacy;

namespace HtiAcademy.Tests.Privacy;

public class NameSealTests
{
    private static readonly NameSeal Seal = NameSeal.Of("Nakato D’Souza-Okot");

    [Theory]
    [InlineData("Nakato D’Souza-Okot")]
    [InlineData("nakato d'souza-okot")]
    [InlineData("  NAKATO   D'Souza‐Okot ")]
    public void The_name_is_the_name_however_it_is_typed(string typed) => Seal.Matches(typed).Should().BeTrue();

    [Theory]
    [InlineData("Nakato DSouza-Okot")]
    [InlineData("Nakato")]
    [InlineData("D’Souza-Okot Nakato")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_name_is_not(string? typed) => Seal.Matches(typed).Should().BeFalse();

    [Theory]
    [InlineData("አበበ በቀለ", "አበበ በቀለ", true)]
    [InlineData("አበበ በቀለ", "አበባ በቀለ", false)]
    [InlineData("María Núñez", "MARI\u0301A NU\u0301N\u0303EZ", true)]
    [InlineData("María Núñez", "Maria Nunez", false)]
    public void Names_of_every_script_are_told_apart(string name, string typed, bool same) => NameSeal.Of(name).Matches(typed).Should().Be(same);

    [Fact]
    public void It_survives_being_stored_and_says_no_name()
    {
        var stored = Seal.ToString();

        NameSeal.Parse(stored).Should().Be(Seal);
        stored.Length.Should().BeLessThanOrEqualTo(NameSeal.MaxLength);
        stored.Should().NotContainEquivalentOf("nakato");
    }

    [Fact]
    public void Two_people_of_one_name_have_different_seals() => NameSeal.Of("Nakato D’Souza-Okot").Hash.Should().NotBe(Seal.Hash);

    [Fact]
    public void A_guess_takes_long() => Seal.Rounds.Should().BeGreaterThanOrEqualTo(600_000, "names are soon guessed, and the code that leads here is on the paper");

    [Fact]
    public void What_is_no_seal_is_refused() => FluentActions.Invoking(() => NameSeal.Parse("nonsense")).Should().Throw<FormatException>();
}
