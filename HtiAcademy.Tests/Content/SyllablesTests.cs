using HtiAcademy.Domain.Content.Reading;

namespace HtiAcademy.Tests.Content;

public sealed class SyllablesTests
{
    [Theory]
    [InlineData(1, "the she used asked names clothes does friend build threats league wage hour they true court")]
    [InlineData(2, "police people statement someone safety being trying wanted judges searches lawyer beyond client trial nation hundred didn't ruin centre")]
    [InlineData(3, "trafficking evidence recruited violence created idea area officer serious employer agreement involvement coercion video audience settlement")]
    [InlineData(4, "prosecution situation material reality society identity terrorism cooperate experience transportation")]
    [InlineData(5, "individual immediately investigation")]
    public void English_words_are_counted_as_they_are_spoken(int syllables, string words) => Count(words, "en").Should().OnlyContain(word => word.Syllables == syllables);

    [Theory]
    [InlineData(1, "que ley y muy quien voy aun")]
    [InlineData(2, "trata guía país oír aún huyó lluvia también reunión leyes ciudad")]
    [InlineData(3, "víctima idea países leía construye servicio línea bohío oeste")]
    [InlineData(4, "policía explotación fiscalía continúe aéreo averigüe antigüedad")]
    [InlineData(5, "investigación consentimiento adolescente")]
    public void Spanish_vowels_join_and_part_by_their_accents(int syllables, string words) => Count(words, "es").Should().OnlyContain(word => word.Syllables == syllables);

    [Theory]
    [InlineData(1, "le juge langue loi preuve droit pièce qu'elle vie âge trois")]
    [InlineData(2, "victime enquête pratique créer client journée système théâtre question")]
    [InlineData(3, "procureur employer l'officier oublier juridique")]
    [InlineData(4, "exploitation réalité aéroport événement")]
    public void French_words_lose_the_e_at_their_end(int syllables, string words) => Count(words, "fr").Should().OnlyContain(word => word.Syllables == syllables);

    [Theory]
    [InlineData("116", 1)]
    [InlineData("PTIP", 1)]
    [InlineData("follow-up", 3)]
    [InlineData("1,500", 1)]
    public void A_number_is_one_and_a_compound_has_those_of_its_parts(string word, int syllables) => Syllables.In(word, "en").Should().Be(syllables);

    private static IEnumerable<(string Word, int Syllables)> Count(string words, string language) => words.Split(' ').Select(word => (word, Syllables.In(word, language)));
}
