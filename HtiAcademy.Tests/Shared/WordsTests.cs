using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HtiAcademy.Tests.Shared;

public sealed partial class WordsTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "HtiAcademy.Web");

    [Theory]
    [InlineData("")]
    [InlineData(".es")]
    [InlineData(".fr")]
    public void Every_word_that_a_page_says_is_in_the_resource_file(string language)
    {
        var known = Words(language);

        Sources().SelectMany(Said).Distinct().Where(word => !known.ContainsKey(word)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(".es")]
    [InlineData(".fr")]
    public void A_translation_has_the_placeholders_of_the_English_text(string language) =>
        Words(language).Where(w => !Placeholders(w.Value).SetEquals(Placeholders(w.Key))).Select(w => w.Key).Should().BeEmpty();

    [Fact]
    public void No_two_words_differ_only_by_case()
    {
        // The compiler of resource files drops the second one in silence.
        Words("").Keys.GroupBy(k => k, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Should().BeEmpty();
    }

    private static Dictionary<string, string> Words(string language) => XDocument.Load(Path.Combine(Web, $"Shared/Words{language}.resx")).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".razor" or ".cs")
        .Where(f => Path.GetRelativePath(Web, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "node_modules"));

    private static IEnumerable<string> Said(string file) => Key().Matches(File.ReadAllText(file)).Select(m => m.Groups["key"].Value.Replace("\\\"", "\"", StringComparison.Ordinal));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("""\b[Ww]ords\[\s*"(?<key>(?:[^"\\]|\\.)*)""" + "\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Placeholder();
}
