using System.Collections.Frozen;
using HtiAcademy.Domain.Content.Text;
using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Countries;

/// <summary>Reads <c>countries/XX.yml</c>.</summary>
internal static class CountryReader
{
    public const string Folder = "countries/";

    public static IReadOnlyList<Country> ReadAll(IEnumerable<SourceDocument> documents, FindingList findings)
    {
        var countries = new List<Country>();
        foreach (var document in documents.Where(document => document.Path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            if (!document.Path.EndsWith(".yml", StringComparison.Ordinal))
            {
                findings.Error(document.Path, 1, FindingCodes.UnexpectedFile, "Only country files, like UG.yml, belong here.");
            }
            else if (SourceText.Read(document, findings) is { } text
                && YamlDocumentText.Read(text.ToString(), text.Path, 0, findings) is { } map)
            {
                countries.Add(Read(map, findings));
            }
        }

        return [.. countries.OrderBy(country => country.Code, StringComparer.Ordinal)];
    }

    private static Country Read(YamlMap map, FindingList findings)
    {
        map.AllowOnly("code", "name", "languages", "zone", "currency", "weekend", "holidays", "facts");
        var languages = LanguagesOf(map, findings);
        var country = new Country(
            Code(map),
            map.LocalText("name"),
            languages,
            Zone(map),
            Currency(map),
            Weekend(map),
            Holidays(map, findings),
            FactReader.Read(map, languages).ToFrozenDictionary(fact => fact.Path, StringComparer.Ordinal));
        return country;
    }

    private static string Code(YamlMap map)
    {
        var fileName = map.Path[Folder.Length..^".yml".Length];
        var code = map.Text("code");
        if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper) || code != fileName)
        {
            map.Refuse("code", $"\"code\" must be the two capital letters of ISO 3166 that name the file: {fileName}.");
        }

        return fileName;
    }

    private static List<string> LanguagesOf(YamlMap map, FindingList findings)
    {
        map.Require("languages");
        var words = map.Words("languages");
        foreach (var word in words.Where(word => !Languages.All.Contains(word.Text, StringComparer.Ordinal)))
        {
            findings.Error(map.Path, word.Line, FindingCodes.UnknownLanguage, $"Unknown language \"{word.Text}\".{Spelling.Hint(word.Text, Languages.All)}");
        }

        if (map.Has("languages") && words.Count == 0)
        {
            map.Refuse("languages", "Name at least one language.");
        }

        return [.. words.Select(word => word.Text)];
    }

    private static string Zone(YamlMap map)
    {
        var zone = map.Text("zone");
        if (zone.Length > 0 && !(zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
        {
            map.Refuse("zone", $"\"{zone}\" is no time zone; write it like Africa/Kampala.");
        }

        return zone;
    }

    private static string Currency(YamlMap map)
    {
        var currency = map.Text("currency");
        if (currency.Length > 0 && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            map.Refuse("currency", "\"currency\" must be three capital letters, like UGX.");
        }

        return currency;
    }

    private static List<DayOfWeek> Weekend(YamlMap map)
    {
        if (!map.Has("weekend"))
        {
            return [DayOfWeek.Saturday, DayOfWeek.Sunday];
        }

        var days = new List<DayOfWeek>();
        foreach (var word in map.Words("weekend"))
        {
            if (word.Text.All(char.IsAsciiLetter) && Enum.TryParse<DayOfWeek>(word.Text, ignoreCase: true, out var day))
            {
                days.Add(day);
            }
            else
            {
                map.Refuse("weekend", $"\"{word.Text}\" is no day of the week; write it in English, like friday.");
            }
        }

        return days;
    }

    private static List<Holiday> Holidays(YamlMap map, FindingList findings)
    {
        var holidays = new List<Holiday>();
        foreach (var word in map.Words("holidays"))
        {
            if (Holiday.TryParse(word.Text, out var holiday))
            {
                holidays.Add(holiday);
            }
            else
            {
                findings.Error(map.Path, word.Line, FindingCodes.BadValue, $"\"{word.Text}\" is no date; write 01-31 for every year, or 2026-01-31.");
            }
        }

        return holidays;
    }
}
