using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>A small content folder without findings, from which each test makes what it needs.</summary>
internal sealed class SampleContent
{
    public const string CoursePath = "courses/basics/course.md";
    public const string ModulePath = "courses/basics/10-first/module.md";
    public const string BankPath = "courses/basics/10-first/questions.gift";

    public static readonly Locale Uganda = new("en", "UG");
    public static readonly Locale Guatemala = new("es", "GT");

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public SampleContent()
    {
        With("countries/UG.yml", """
            code: UG
            name: { en: Uganda, es: Uganda, fr: Ouganda }
            languages: [en]
            zone: Africa/Kampala
            currency: UGX
            facts:
              act:
                short: { value: PTIP Act, source: https://example.org/act, checked: 2026-11-22 }
              hotline: { value: 116, source: https://example.org/line, checked: 2026-11-22 }
              immunity: { value: to be confirmed, status: unverified, source: none found, checked: 2026-11-22 }
            """);
        With("countries/GT.yml", """
            code: GT
            name: Guatemala
            languages: [es]
            zone: America/Guatemala
            currency: GTQ
            facts:
              act:
                short:
                  value: { es: Código Penal, en: Penal Code }
                  source: https://example.org/codigo
                  checked: 2026-11-22
              hotline: { value: { es: 110 (PNC), en: 110 (police) }, source: https://example.org/110, checked: 2026-11-22 }
              immunity: { value: to be confirmed, status: unverified, source: none found, checked: 2026-11-22 }
            """);
        With(CoursePath, """
            ---
            id: basics
            title: The basics
            summary: Where everybody begins.
            language: en
            countries: [UG, GT]
            audience: [investigator, prosecutor]
            hours: 1.5
            pass: 80
            attempts: 3
            wait: 12h
            validity: 24 months
            final: { draw: 2, minutes: 30 }
            ---

            Welcome.
            """);
        WithModule("""
            ## The offence {#offence}

            It is in the {{ act.short }}.

            ## The victim {#victim}

            Ask first.
            """);
        With(BankPath, """
            ::one:: Is a border needed? {F}

            ::two:: Is an act needed? {T}
            """);
    }

    public IReadOnlyList<SourceDocument> Documents => [.. _files.Select(file => new SourceDocument(file.Key, file.Value))];

    public SampleContent With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public SampleContent With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public SampleContent Without(string path)
    {
        _files.Remove(path);
        return this;
    }

    public SampleContent Replace(string path, string from, string to)
    {
        var text = Encoding.UTF8.GetString(_files[path]);
        text.Should().Contain(from);
        return With(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The base text of the first module; its body begins on line 8.</summary>
    public SampleContent WithModule(string body) => With(ModulePath, $"""
        ---
        id: first
        title: First things
        minutes: 10
        objectives: [tell one thing from another]
        draw: 2
        ---
        {body}
        """);

    /// <param name="name"><c>es</c>, <c>en-UG</c></param>
    public SampleContent WithModule(string name, string text) => With($"courses/basics/10-first/module.{name}.md", text);

    /// <summary>A Spanish translation whose sections have been compared with the base's.</summary>
    public SampleContent WithSpanish(string body) => WithModule("es", $"""
        ---
        title: Lo primero
        objectives: [distinguir]
        reviewed: {"{}"}
        ---
        {body}
        """);

    public CourseReading Read() => CourseReader.Read(Documents, "courses/basics");

    public Course Course()
    {
        var reading = Read();
        reading.Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        return reading.Course!;
    }

    public ComposedModule Compose(Locale locale, string? audience = Audiences.Investigator) => Course().Compose("first", locale, audience);

    public string Html(Locale locale, string? audience = Audiences.Investigator) => Compose(locale, audience).Html.ReplaceLineEndings("\n").Trim();

    /// <summary>With a second course beside the first.</summary>
    public static SampleContent WithSecondCourse(SampleContent? content = null)
    {
        content ??= new SampleContent();
        foreach (var document in content.Documents.Where(d => d.Path.StartsWith("courses/basics/", StringComparison.Ordinal)))
        {
            content.With(document.Path.Replace("basics", "second", StringComparison.Ordinal), document.Bytes.ToArray());
        }

        return content.Replace("courses/second/course.md", "id: basics", "id: second").With("courses/second/design.md", "Second.");
    }
}
