using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Countries;

/// <summary>Reads <c>facts:</c> of a country file. A mapping with <c>value</c> is a fact, any other one level of the path.</summary>
internal static class FactReader
{
    public static IEnumerable<Fact> Read(YamlMap country, IReadOnlyList<string> languages)
    {
        country.Require("facts");
        return country.Map("facts") is { } facts ? ReadLevel(facts, "", languages) : [];
    }

    private static IEnumerable<Fact> ReadLevel(YamlMap level, string parent, IReadOnlyList<string> languages)
    {
        foreach (var key in level.Keys)
        {
            if (!IsPathWord(key.Text))
            {
                level.Refuse(key.Text, $"A fact's name has small letters, digits and hyphens: \"{key.Text}\".");
            }
            else if (level.Map(key.Text) is { } below)
            {
                var path = parent + key.Text;
                var found = below.Has("value") ? [ReadFact(below, path, languages)] : ReadLevel(below, path + ".", languages);
                foreach (var fact in found)
                {
                    yield return fact;
                }
            }
        }
    }

    private static Fact ReadFact(YamlMap map, string path, IReadOnlyList<string> languages)
    {
        map.AllowOnly("value", "status", "source", "checked");
        var value = map.LocalText("value");
        foreach (var language in languages.Where(language => !value.Speaks(language)))
        {
            map.Refuse("value", $"\"{path}\" has no value in \"{language}\", a language of this country.");
        }

        var status = map.OptionalText("status");
        if (status is not (null or "verified" or "unverified"))
        {
            map.Refuse("status", "\"status\" is unverified, or is left out.");
        }

        return new Fact(path, value, map.Text("source"), map.Date("checked"), Verified: status != "unverified");
    }

    private static bool IsPathWord(string word) =>
        word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
