using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Jobs;

/// <summary>
/// The smallest course that is one: two modules and a final, in Uganda and Guatemala. The right answer to every question
/// is <c>true</c>.
/// </summary>
internal static class SampleContent
{
    public const string Listening = "listening";
    public const string Writing = "writing";

    public static IReadOnlyList<SourceDocument> Documents(string courseId = "first-steps", string holidays = "") =>
    [
        Document("countries/GT.yml", Country("GT", "Guatemala", "Guatemala", "es", "America/Guatemala", "GTQ", "110")),
        Document("countries/UG.yml", Country("UG", "Uganda", "Ouganda", "en", "Africa/Kampala", "UGX", "116", holidays)),
        Document($"courses/{courseId}/10-listening/module.md", Module(Listening, "Listening")),
        Document($"courses/{courseId}/10-listening/questions.gift", "::pause::Silence gives a person time to think. {T}\n"),
        Document($"courses/{courseId}/20-writing/module.md", Module(Writing, "Writing")),
        Document($"courses/{courseId}/20-writing/questions.gift", "::same-day::Notes are best written on the same day. {T}\n"),
        Document($"courses/{courseId}/course.md", $$"""
            ---
            id: {{courseId}}
            title: First steps
            summary: How to listen, and how to write down what was said.
            language: en
            countries: [UG, GT]
            audience: [investigator, prosecutor, victim-services]
            hours: 1
            pass: 80
            attempts: 2
            wait: 12h
            validity: 24 months
            final: { draw: 2, minutes: 30 }
            ---

            Welcome.

            """),
    ];

    private static string Country(string code, string name, string french, string language, string zone, string currency, string hotline, string holidays = "") => $$"""
        code: {{code}}
        name: { en: {{name}}, es: {{name}}, fr: {{french}} }
        languages: [{{language}}]
        zone: {{zone}}
        currency: {{currency}}
        holidays: [{{holidays}}]
        facts:
          hotline: { value: "{{hotline}}", source: "https://example.org", checked: 2026-11-22 }

        """;

    private static string Module(string id, string title) => $$"""
        ---
        id: {{id}}
        title: {{title}}
        minutes: 5
        objectives:
          - do it well
        draw: 1
        pass: 80
        ---

        ## {{title}} {#{{id}}}

        Take your time.

        """;

    private static SourceDocument Document(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
