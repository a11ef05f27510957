using System.Text.RegularExpressions;
using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>Reads the words of front matter that must be known elsewhere.</summary>
internal sealed partial class VocabularyReader(YamlMap map, FindingList findings)
{
    public string Slug(string key)
    {
        var slug = map.Text(key);
        if (slug.Length > 0 && !SlugPattern().IsMatch(slug))
        {
            map.Refuse(key, $"\"{key}\" has small letters, digits and single hyphens, at most 60: \"{slug}\".");
        }

        return slug;
    }

    public string Language(string key)
    {
        var language = map.Text(key);
        if (language.Length > 0 && !Languages.All.Contains(language, StringComparer.Ordinal))
        {
            findings.Error(map.Path, map.LineOf(key), FindingCodes.UnknownLanguage, $"Unknown language \"{language}\".{Spelling.Hint(language, Languages.All)}");
        }

        return language;
    }

    public IReadOnlyList<string> Countries(string key, IReadOnlyCollection<string> known) =>
        Words(key, known, FindingCodes.UnknownCountry, "country");

    public IReadOnlyList<string> Audiences(string key, IReadOnlyCollection<string> known) =>
        Words(key, known, FindingCodes.UnknownAudience, "audience");

    private List<string> Words(string key, IReadOnlyCollection<string> known, string code, string noun)
    {
        var words = map.Words(key);
        if (words.Count == 0 && map.Has(key))
        {
            map.Refuse(key, $"\"{key}\" names nobody.");
        }

        foreach (var word in words.Where(word => !known.Contains(word.Text, StringComparer.Ordinal)))
        {
            findings.Error(map.Path, word.Line, code, $"Unknown {noun} \"{word.Text}\" here.{Spelling.Hint(word.Text, known)}");
        }

        return [.. words.Select(word => word.Text).Where(known.Contains).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SlugPattern();
}
