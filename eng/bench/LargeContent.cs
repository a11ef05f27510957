using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Content;

namespace Bench;

/// <summary>
/// A course such as the academy may once hold: modules of 1,500 words in three languages for twenty countries, each of
/// which has an overlay of one or two sections in every language that it speaks.
/// </summary>
internal static class LargeContent
{
    public const int Countries = 20;

    private const int Sections = 5;
    private const int ParagraphsInSection = 6;
    private const int WordsInParagraph = 50;
    private const int Questions = 20;

    private static readonly string[] Words =
        "the officer asks where she worked who held her papers and how much was owed before anybody speaks of a crime which the law calls trafficking".Split(' ');

    public static IReadOnlyList<SourceDocument> Of(int modules)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["courses/large/course.md"] = Course() };
        for (var country = 0; country < Countries; country++)
        {
            files[$"countries/{Code(country)}.yml"] = Country(country);
        }

        for (var module = 1; module <= modules; module++)
        {
            AddModule(files, module);
        }

        return [.. files.Select(file => new SourceDocument(file.Key, Reviewed(file.Key, files)))];
    }

    public static string Code(int country) => $"{(char)('A' + (country / 5))}{(char)('V' + (country % 5))}";

    /// <summary>Two in three countries speak one of the languages, the others two.</summary>
    private static IEnumerable<string> LanguagesOf(int country) =>
        Languages.All.Where((_, index) => index == country % 3 || (country % 3 == 0 && index == 1));

    private static ReadOnlyMemory<byte> Reviewed(string path, Dictionary<string, string> files)
    {
        var document = new SourceDocument(path, Encoding.UTF8.GetBytes(files[path]));
        return path.EndsWith(".md", StringComparison.Ordinal) && Overlay.ParentPath(path, Languages.All[0]) is { } parent
            ? Overlay.Accept(document, new SourceDocument(parent, Encoding.UTF8.GetBytes(files[parent])))
            : document.Bytes;
    }

    private static string Country(int country) => $$"""
        code: {{Code(country)}}
        name: Country {{Code(country)}}
        languages: [{{string.Join(", ", LanguagesOf(country))}}]
        zone: Africa/Kampala
        currency: UGX
        facts:
          act: { value: Act of {{Code(country)}}, source: s, checked: 2026-11-22 }
          hotline: { value: 116, source: s, checked: 2026-11-22 }
        """;

    private static string Course() => $$"""
        ---
        id: large
        title: Large
        summary: Many modules for many countries.
        language: {{Languages.All[0]}}
        countries: [{{string.Join(", ", Enumerable.Range(0, Countries).Select(Code))}}]
        audience: [investigator, prosecutor, victim-services]
        hours: 100
        pass: 80
        attempts: 3
        wait: 12h
        final: { draw: 20 }
        ---
        Welcome.
        """;

    private static void AddModule(Dictionary<string, string> files, int module)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"courses/large/{module}-m{module}");
        files[$"{folder}/module.md"] = $"---\nid: m{module}\ntitle: M\nminutes: 20\nobjectives: [o]\ndraw: 5\n---\n{Body(module, Languages.All[0])}";
        files[$"{folder}/questions.gift"] = Bank(module, Languages.All[0]);
        foreach (var language in Languages.All.Skip(1))
        {
            files[$"{folder}/module.{language}.md"] = $"---\ntitle: M\nobjectives: [o]\n---\n{Body(module, language)}";
            files[$"{folder}/questions.{language}.gift"] = Bank(module, language);
        }

        for (var country = 0; country < Countries; country++)
        {
            foreach (var language in LanguagesOf(country))
            {
                var sections = Enumerable.Range(1, 1 + (country % 2)).Select(section => Section(section, module, $"{language} {Code(country)}"));
                files[$"{folder}/module.{language}-{Code(country)}.md"] = string.Concat(sections);
            }
        }
    }

    private static string Body(int module, string language) =>
        string.Concat(Enumerable.Range(1, Sections).Select(section => Section(section, module, language)));

    private static string Section(int number, int module, string whose)
    {
        var text = new StringBuilder($"## Section {number} of {module} in {whose} {{#s{number}}}\n\n");
        for (var paragraph = 0; paragraph < ParagraphsInSection; paragraph++)
        {
            text.Append(Wrapped(paragraph, Paragraph(paragraph + number + module)));
        }

        return text.ToString();
    }

    private static string Wrapped(int paragraph, string words) => paragraph switch
    {
        1 => $"::: country {Code(paragraph)} {Code(paragraph + 7)}\n{words}\n:::\n\n",
        2 => $"::: note\n{words}\n:::\n\n",
        3 => $"- {words}\n- see [above](#s1) and the {{{{ act }}}}\n\n",
        4 => $"::: audience prosecutor\n{words}\n:::\n\n",
        _ => $"{words}, by the {{{{ act }}}} or *{{{{ hotline }}}}*.\n\n",
    };

    private static string Paragraph(int start) =>
        string.Join(' ', Enumerable.Range(start, WordsInParagraph).Select(word => Words[word * 7 % Words.Length]));

    private static string Bank(int module, string language) => string.Concat(Enumerable.Range(1, Questions).Select(question =>
        $"::q{question}:: {Paragraph(question + module)} in {language}? {{=yes#{Paragraph(question)} ~no#{Paragraph(module)} ~never}}\n\n"));
}
