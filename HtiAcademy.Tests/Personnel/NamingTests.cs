using HtiAcademy.Domain.Access;

namespace HtiAcademy.Tests.Personnel;

public class NamingTests
{
    private static readonly Person Officer = new("Zoë Núñez de la O'Brien አበበ", "z.n@example.org", Roles.Officer, "en", "UG", "zn.officer");

    [Theory]
    [InlineData("Somebody else sat for Nunez.")]
    [InlineData("NÚÑEZ asked for it")]
    [InlineData("It is zoe's own wish")]
    [InlineData("Brien's papers")]
    [InlineData("አበበ ጠየቀ")]
    [InlineData("Write to Z.N@Example.org")]
    [InlineData("The account zn.officer is his")]
    public void A_text_with_a_word_of_the_name_names_the_person(string text) => Officer.IsNamedIn(text).Should().BeTrue();

    [Theory]
    [InlineData("Issued to the wrong person de facto")] // "de" is too short to tell.
    [InlineData("Nunezville is a place")]
    [InlineData("")]
    public void Other_texts_do_not(string text) => Officer.IsNamedIn(text).Should().BeFalse();
}
