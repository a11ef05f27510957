using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HtiAcademy.Domain.Content.Yaml;

/// <summary>A word and the line of the file on which it stands.</summary>
internal readonly record struct PlacedWord(string Text, int Line);

/// <summary>
/// One mapping of a content file. Each reader takes one value, adds a finding with its line when the value will not
/// do, and returns a harmless stand-in so that the rest of the file is still checked.
/// </summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, (int Line, YamlNode Node)> _entries = new(StringComparer.Ordinal);
    private readonly int _linesBefore;
    private readonly FindingList _findings;

    public YamlMap(YamlMappingNode mapping, string path, int linesBefore, FindingList findings)
    {
        Path = path;
        _linesBefore = linesBefore;
        _findings = findings;
        Line = LineOf(mapping);
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _entries[name] = (LineOf(key), value);
            }
            else
            {
                findings.Error(path, LineOf(key), FindingCodes.YamlSyntax, "A key must be a plain word.");
            }
        }
    }

    public string Path { get; }

    public int Line { get; }

    public IEnumerable<PlacedWord> Keys => _entries.Select(entry => new PlacedWord(entry.Key, entry.Value.Line));

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The line of a key, or of the mapping when it has no such key.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    public void Refuse(string key, string message) => _findings.Error(Path, LineOf(key), FindingCodes.BadValue, message);

    public void AllowOnly(params string[] keys)
    {
        foreach (var key in Keys.Where(key => !keys.Contains(key.Text, StringComparer.Ordinal)))
        {
            _findings.Error(Path, key.Line, FindingCodes.UnknownKey, $"Unknown key \"{key.Text}\".{Spelling.Hint(key.Text, keys)}");
        }
    }

    public void Require(string key)
    {
        if (!Has(key))
        {
            _findings.Error(Path, Line, FindingCodes.MissingKey, $"The key \"{key}\" is missing.");
        }
    }

    /// <returns>Null when the key is missing or has no text.</returns>
    public string? OptionalText(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (TextOf(entry.Node) is { } text)
        {
            return text;
        }

        Refuse(key, $"\"{key}\" needs a text, and one without control characters.");
        return null;
    }

    public string Text(string key)
    {
        Require(key);
        return OptionalText(key) ?? "";
    }

    public int? OptionalInteger(string key, int minimum, int maximum)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Refuse(key, $"\"{key}\" must be a whole number from {minimum} to {maximum}.");
        return null;
    }

    public int Integer(string key, int minimum, int maximum)
    {
        Require(key);
        return OptionalInteger(key, minimum, maximum) ?? minimum;
    }

    public DateOnly Date(string key)
    {
        Require(key);
        if (OptionalText(key) is { } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            Refuse(key, $"\"{key}\" must be a date like 2026-11-22.");
        }

        return DateOnly.MinValue;
    }

    /// <summary>A list of words: <c>[UG, KE]</c>, or one to a line.</summary>
    public IReadOnlyList<PlacedWord> Words(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return [];
        }

        if (entry.Node is not YamlSequenceNode list || list.Children.Any(item => TextOf(item) is null))
        {
            Refuse(key, $"\"{key}\" must be a list of words, like [a, b].");
            return [];
        }

        return [.. list.Children.Select(item => new PlacedWord(TextOf(item)!, LineOf(item)))];
    }

    public YamlMap? Map(string key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry.Node is YamlMappingNode mapping)
        {
            return new YamlMap(mapping, Path, _linesBefore, _findings);
        }

        Refuse(key, $"\"{key}\" must be a mapping, like {{ a: b }}.");
        return null;
    }

    /// <summary>A text for every language, or a mapping of language to text.</summary>
    public LocalText LocalText(string key)
    {
        Require(key);
        if (!_entries.TryGetValue(key, out var entry) || entry.Node is not YamlMappingNode)
        {
            return new LocalText(OptionalText(key) ?? "");
        }

        return LocalText(key, Map(key)!);
    }

    /// <summary>A list whose items are each a text for every language, or a mapping of language to text.</summary>
    public IReadOnlyList<LocalText> LocalTexts(string key)
    {
        if (ItemsOf(key) is not { } items || items.Any(item => item is not YamlMappingNode && TextOf(item) is null))
        {
            Refuse(key, $"\"{key}\" must be a list of texts, like [a, b].");
            return [];
        }

        return [.. items.Select(item => item is YamlMappingNode mapping ? LocalText(key, new YamlMap(mapping, Path, _linesBefore, _findings)) : new LocalText(TextOf(item)!))];
    }

    /// <summary>A list of mappings; empty when there is none.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (ItemsOf(key) is not { } items || items.Any(item => item is not YamlMappingNode))
        {
            Refuse(key, $"\"{key}\" must be a list of mappings, like [{{ a: b }}].");
            return [];
        }

        return [.. items.Cast<YamlMappingNode>().Select(mapping => new YamlMap(mapping, Path, _linesBefore, _findings))];
    }

    private LocalText LocalText(string key, YamlMap map)
    {
        map.AllowOnly([.. Languages.All]);
        var texts = map.Keys.Select(language => KeyValuePair.Create(language.Text, map.Text(language.Text))).ToArray();
        if (texts.Length > 0)
        {
            return new LocalText(texts);
        }

        Refuse(key, $"\"{key}\" needs a text.");
        return new LocalText("");
    }

    /// <returns>Null when the key holds something else than a list.</returns>
    private IReadOnlyList<YamlNode>? ItemsOf(string key) =>
        !_entries.TryGetValue(key, out var entry) ? [] : entry.Node is YamlSequenceNode list ? [.. list.Children] : null;

    private static string? TextOf(YamlNode node) =>
        node is YamlScalarNode { Value: { } value, Style: var style }
            && !string.IsNullOrWhiteSpace(value)
            && !value.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))
            && !(style == ScalarStyle.Plain && value is "~" or "null")
            ? value.Trim()
            : null;

    private int LineOf(YamlNode node) => _linesBefore + (int)node.Start.Line;
}
