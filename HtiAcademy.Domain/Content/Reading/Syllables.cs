using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Content.Reading;

/// <summary>
/// Counts the syllables of a word by its spelling. Spanish spelling tells them nearly always; in English and French a word in
/// some thirty is one out, in either direction, which a text of a few hundred words evens out.
/// </summary>
internal static partial class Syllables
{
    /// <returns>At least 1: a number, or an abbreviation without vowels, counts as one.</returns>
    public static int In(string word, string language) =>
        Parts().Matches(word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal))
            .Sum(part => Math.Max(1, InPart(part.Value, language))) is var sum and > 0 ? sum : 1;

    private static int InPart(string part, string language) => language switch
    {
        "es" => SpanishSyllables.In(part),
        "fr" => FrenchSyllables.In(part),
        _ => EnglishSyllables.In(part),
    };

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}

/// <summary>One for each group of vowels, less those that nobody hears and more where two vowels meet and both are heard.</summary>
internal static partial class EnglishSyllables
{
    public static int In(string word) => Vowels().Count(Consonants().Replace(Silent().Replace(word, ""), "-")) + Heard().Count(word);

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();

    /// <summary>The y of <i>you</i> and of <i>lawyer</i>.</summary>
    [GeneratedRegex("(?:^|(?<=[aeiou]))y(?=[aeiou])", RegexOptions.CultureInvariant)]
    private static partial Regex Consonants();

    [GeneratedRegex("""
        (?<=[aeiouy][^aeiouyl])e(?=(?:ment|ful|less|ly|ness|ty|where|thing|time|body|one)s?$)  # statement, safety, someone
        | (?<=[aeiouy][^aeiouy][^aeiouyl])e(?=(?:ment|ful|less|ly|ness)s?$)                    # arrangement
        | (?<=[aeiou][gq])ue(?=s?$)                                                            # league, unique
        | (?<=[^aeiouy])e$                                                                     # police
        | (?<=[^aeioucgsxz])(?<![cs]h)es$                                                      # names, not judges
        | (?<=[^aeioudt])(?<!dr)ed$                                                            # asked, not wanted or hundred
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Silent();

    [GeneratedRegex("""
        [^aeiouylr]l(?:e|es|ed)$ | [bct]res?$                            # people, handled, centre
        | (?<![cstg])ia(?!ge) | (?<![cstgn])(?<!ll)i[ou](?!u)            # media, violence, not nation, marriage, opinion, million
        | [bdhlrv]iou                                                    # serious
        | (?:[dnv]|(?<!f)r|cl|^sc|qu|oc)ie[nt]                           # audience, client, science, quiet, society
        | cre(?=at) | thea(?=t) | coer | [dr]ea$ | reali | (?:id|rd|^g|er)eo  # create, coercion, idea, reality, video
        | [^gq]ua | fluen | [rdm]uel | [fl]uid | [rn]uin | uici | tuit   # actual, influence, Samuel, fluid, ruin, suicide
        | [eou]ing | (?<![aeiou])ying                                    # being, trying
        | [ds]nt$ | sms?$ | coo[pr]                                      # didn't, terrorism, cooperate
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Heard();
}

/// <summary>
/// A syllable has one strong vowel (a, e, o, or any with an accent) with the weak ones (i, u) beside it, or weak ones alone.
/// </summary>
internal static partial class SpanishSyllables
{
    public static int In(string word) => Nuclei().Count(FinalY().Replace(Mute().Replace(word, ""), "i"));

    [GeneratedRegex("[iuü]*[aeoáéó](?:[iuü](?![aeoáéóíú]))*|[íú]|[iuü]+", RegexOptions.CultureInvariant)]
    private static partial Regex Nuclei();

    /// <summary>The u of <i>que</i> and <i>guía</i>.</summary>
    [GeneratedRegex("(?<=[gq])u(?=[eéií])", RegexOptions.CultureInvariant)]
    private static partial Regex Mute();

    /// <summary>The y of <i>ley</i> and of <i>y</i>, which is a vowel there.</summary>
    [GeneratedRegex("y(?![aeiouáéíóúü])", RegexOptions.CultureInvariant)]
    private static partial Regex FinalY();
}

/// <summary>One for each group of vowels; é and è are heard apart from the vowel before them, and an e at the end is not heard.</summary>
internal static partial class FrenchSyllables
{
    public static int In(string word)
    {
        var heard = Mute().Replace(word, "");
        return Nuclei().Count(Consonants().Replace(heard, "-")) + Apart().Count(heard);
    }

    [GeneratedRegex("i?[éè]|ï|[aeiouyàâäêëîôöùûüœæ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Nuclei();

    /// <summary>The u of <i>que</i>, and the end of <i>victimes</i>.</summary>
    [GeneratedRegex("(?<=[gq])u(?=[eéèêiîy])|(?<=.)es?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mute();

    /// <summary>The y of <i>employer</i>.</summary>
    [GeneratedRegex("(?<=[aeiouàâéèêîôû])y(?=[aeiouéèê])", RegexOptions.CultureInvariant)]
    private static partial Regex Consonants();

    /// <summary>The i of <i>client</i> and <i>oublier</i>.</summary>
    [GeneratedRegex("(?<=[bcdfgptv][lr])i(?=[aeéo])", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}
