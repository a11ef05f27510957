using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Content.Reading;

/// <summary>What a text is made of.</summary>
/// <param name="Sentences">Those that have a word.</param>
internal readonly partial record struct Prose(int Words, int Sentences, int Syllables)
{
    public double WordsInSentence => (double)Words / Math.Max(1, Sentences);

    public double SyllablesInWord => (double)Syllables / Math.Max(1, Words);

    /// <param name="passages">Paragraphs, headings and list items: a sentence ends with its passage at the latest.</param>
    public static Prose Of(IEnumerable<string> passages, string language)
    {
        var (words, sentences, syllables) = (0, 0, 0);
        foreach (var sentence in passages.SelectMany(passage => SentenceEnd().Split(passage)))
        {
            var count = 0;
            foreach (var word in WordsOf(sentence))
            {
                count++;
                syllables += Reading.Syllables.In(word, language);
            }

            words += count;
            sentences += count > 0 ? 1 : 0;
        }

        return new Prose(words, sentences, syllables);
    }

    /// <summary>What stands between spaces, dashes and slashes, with a letter or digit in it: <i>follow-up</i> and <i>l'officier</i> are one.</summary>
    private static IEnumerable<string> WordsOf(string sentence) => Gap().Split(sentence).Where(word => word.Any(char.IsLetterOrDigit));

    /// <summary>A full stop, question or exclamation mark before a capital letter, but not that of a title or a citation.</summary>
    [GeneratedRegex("""(?<=[.!?…]["'»”’)\]]{0,3})(?<!\b(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Lic|M|Mme|Art|No|Nos|Cap)\.)\s+(?=["'«“‘(¿¡–—\[]{0,3}\p{Lu})""", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\s–—/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
