using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>
/// A course put together at random, the same for the same seed, without errors and with nothing stale. What is not for
/// every country has a mark that names its readers: <c>⟦KE UG⟧</c>. So have the countries' facts.
/// </summary>
internal sealed class GeneratedCourse
{
    public const string Folder = "courses/generated";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _replaced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _sections = new(StringComparer.Ordinal);
    private readonly Random _random;
    private int _lines;

    /// <param name="languages">1 to 3; the first is the course's.</param>
    public GeneratedCourse(int seed, int countries, int languages, int modules)
    {
        _random = new Random(seed);
        Countries = [.. Enumerable.Range(0, countries).Select(number => $"{(char)('A' + (number / 5))}{(char)('V' + (number % 5))}")];
        Languages = [.. Domain.Content.Languages.All.Take(languages)];
        foreach (var country in Countries)
        {
            Write($"countries/{country}.yml", CountryFile(country));
        }

        Write($"{Folder}/course.md", CourseFile());
        foreach (var number in Enumerable.Range(1, modules))
        {
            AddModule(number);
        }

        AcceptAll();
    }

    public IReadOnlyList<string> Countries { get; }

    public IReadOnlyList<string> Languages { get; }

    public IReadOnlyList<SourceDocument> Documents => [.. _files.Select(file => new SourceDocument(file.Key, file.Value))];

    /// <summary>The base texts of modules, such as <c>courses/generated/1-m1/module.md</c>.</summary>
    public IEnumerable<string> BaseTexts => _sections.Keys;

    public IEnumerable<string> Overlays => _replaced.Keys;

    public static IEnumerable<string> Marks(string html) => html.Split('⟦').Skip(1).Select(part => part.Split('⟧')[0]);

    /// <summary>Ids of a base text's sections: <c>s1</c>, and inside it <c>s1-inner</c>.</summary>
    public IReadOnlyList<string> Sections(string baseText) => _sections[baseText];

    /// <summary>Ids of the sections that an overlay replaces.</summary>
    public IReadOnlyList<string> Replaced(string overlay) => _replaced[overlay];

    /// <returns>Null when there is no such text.</returns>
    public string? Text(string baseText, string language, string? country = null)
    {
        var name = country is not null ? $"{language}-{country}." : language == Languages[0] ? "" : $"{language}.";
        var path = baseText.Replace("module.", $"module.{name}", StringComparison.Ordinal);
        return _files.ContainsKey(path) ? path : null;
    }

    public Course Course() => Read(Documents).Course!;

    public static CourseReading Read(IReadOnlyCollection<SourceDocument> documents)
    {
        var reading = CourseReader.Read(documents, Folder);
        reading.Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        return reading;
    }

    /// <summary>The files with one line more at the head of a section.</summary>
    public IReadOnlyList<SourceDocument> WithChange(string path, string section) =>
        [.. Documents.Select(document => document.Path == path ? new SourceDocument(path, Encoding.UTF8.GetBytes(Changed(TextOf(path), section))) : document)];

    private static string Changed(string text, string section)
    {
        var heading = $" {{#{section}}}\n";
        text.Should().Contain(heading);
        return text.Replace(heading, heading + "\nOne line more.\n", StringComparison.Ordinal);
    }

    private string CountryFile(string country) => $$"""
        code: {{country}}
        name: Country {{country}}
        languages: [{{Pick(Languages)}}]
        zone: Africa/Kampala
        currency: UGX
        facts:
          act: { value: Act ⟦{{country}}⟧, source: s, checked: 2026-11-22 }
          court:
            first: { value: Court ⟦{{country}}⟧, source: s, checked: 2026-11-22 }
            last: { value: none, status: unverified, source: s, checked: 2026-11-22 }
        """;

    private string CourseFile() => $$"""
        ---
        id: generated
        title: Generated
        summary: S
        language: {{Languages[0]}}
        countries: [{{string.Join(", ", Countries)}}]
        audience: [investigator, prosecutor]
        hours: 1
        pass: 80
        attempts: 3
        wait: 1h
        final: { draw: 1 }
        ---
        Welcome to the {{"{{ act }}"}}.
        """;

    private void AddModule(int number)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"{Folder}/{number}-m{number}");
        var sections = Enumerable.Range(1, _random.Next(2, 6)).SelectMany(id => _random.Next(3) == 0 ? [$"s{id}", $"s{id}-inner"] : new[] { $"s{id}" }).ToArray();
        _sections[$"{folder}/module.md"] = sections;
        Write($"{folder}/module.md", $"---\nid: m{number}\ntitle: M{number}\nminutes: 5\nobjectives: [o]\ndraw: 1\n---\n{Body(sections, Languages[0])}");
        Write($"{folder}/questions.gift", "::q:: Yes? {T}");
        string[] translations = [.. Languages.Skip(1).Where(_ => _random.Next(4) > 0)];
        foreach (var language in translations)
        {
            Write($"{folder}/module.{language}.md", $"---\ntitle: M{number} {language}\nobjectives: [o]\n---\n{Body(sections, language)}");
        }

        foreach (var language in translations.Prepend(Languages[0]))
        {
            foreach (var country in Countries.Where(_ => _random.Next(2) == 0))
            {
                AddOverlay($"{folder}/module.{language}-{country}.md", sections, country);
            }
        }
    }

    private void AddOverlay(string path, string[] sections, string country)
    {
        string[] mine = [.. sections.Where(id => !id.Contains('-', StringComparison.Ordinal)).OrderBy(_ => _random.Next()).Take(2)];
        var removes = mine.Length > 1 && _random.Next(2) == 0;
        var replaced = mine[0] + (sections.Contains(mine[0] + "-inner") && _random.Next(2) == 0 ? "-inner" : "");
        _replaced[path] = [replaced];
        Write(path, $"""
            ---
            remove: [{(removes ? mine[1] : "")}]
            ---
            {Heading(replaced)} Instead {"{#"}{replaced}{"}"}

            Only here ⟦{country}⟧, by the {"{{ court.first }}"}.

            ## More {"{#"}more after={mine[0]}{"}"}

            More ⟦{country}⟧ until {"{{ court.last }}"}.
            """);
    }

    private string Body(string[] sections, string language) =>
        $"Above all, {language}.\n\n" + string.Concat(sections.Select(id => $"{Heading(id)} Heading in {language} {{#{id}}}\n\n{string.Concat(Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Passage(language)))}"));

    private static string Heading(string section) => section.Contains('-', StringComparison.Ordinal) ? "###" : "##";

    private string Passage(string language) => _random.Next(6) switch
    {
        0 => $"The {{{{ act }}}} says {_lines++} in {language}.\n\n",
        1 => $"| {{{{ court.first }}}} | {language} |\n| --- | --- |\n| a | {_lines++} |\n\n",
        2 => $"- *{language}* until {{{{ court.last }}}} {_lines++}\n\n",
        3 => CountryBlock($"Words {_lines++} in {language}"),
        4 => $"::: audience prosecutor\n{CountryBlock($"Prosecutors' words {_lines++} in {language}")}:::\n\n",
        _ => $"Words {_lines++} in {language}.\n\n",
    };

    private string CountryBlock(string words)
    {
        string[] named = [.. Countries.Where(_ => _random.Next(3) == 0).DefaultIfEmpty(Pick(Countries))];
        var (fence, readers) = _random.Next(2) == 0 ? ("country", named) : ("country not", Countries.Except(named));
        return $"::: {fence} {string.Join(' ', named)}\n{words} ⟦{string.Join(' ', readers)}⟧ and the {{{{ act }}}}\n:::\n\n";
    }

    private void AcceptAll()
    {
        foreach (var path in _files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal)).OrderBy(path => path.Contains('-', StringComparison.Ordinal)).ToList())
        {
            if (Overlay.ParentPath(path, Languages[0]) is { } parent)
            {
                _files[path] = Overlay.Accept(new SourceDocument(path, _files[path]), new SourceDocument(parent, _files[parent]));
            }
        }
    }

    private string TextOf(string path) => Encoding.UTF8.GetString(_files[path]);

    private void Write(string path, string text) => _files[path] = Encoding.UTF8.GetBytes(text);

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}
