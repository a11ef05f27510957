using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Certificates;

/// <summary>A course of two modules, given in Uganda (three hours ahead of UTC) and Guatemala (six behind).</summary>
internal static class ShortCourse
{
    private static readonly TrueFalse Question = new("indicator", "Is debt an indicator?", Answer: true);

    public static IReadOnlyList<SourceDocument> Documents { get; } =
    [
        File("countries/UG.yml", Country("UG", "Uganda", "en", "Africa/Kampala", "UGX")),
        File("countries/GT.yml", Country("GT", "Guatemala", "es", "America/Guatemala", "GTQ")),
        File("courses/short/course.md", """
            ---
            id: short
            title: Screening at the border
            summary: Recognise the signs.
            language: en
            countries: [UG, GT]
            audience: [investigator]
            hours: 4
            pass: 80
            attempts: 3
            wait: 12h
            validity: 24 months
            final: { draw: 1, minutes: 45 }
            ---

            Welcome.
            """),
        File("courses/short/course.es.md", """
            ---
            title: Detección en la frontera
            summary: Reconocer las señales.
            reviewed: {}
            ---

            Bienvenidos.
            """),
        .. Module("10-signs", "signs"),
        .. Module("20-questions", "questions"),
    ];

    public static Course Read() => CourseReader.Read(Documents, "courses/short") is { Course: { } course } ? course
        : throw new InvalidOperationException(string.Join('\n', CourseReader.Read(Documents, "courses/short").Findings));

    public static Enrolment Enrolment(Person officer, EnrolmentState state, DateTimeOffset now)
    {
        var version = new CourseVersion("short", 1, "a test", now, []);
        var enrolment = new Enrolment(new Cohort("Cohort", version, officer.Country, null, new(2026, 1, 5), new(2026, 12, 18)), officer, now);
        if (state == EnrolmentState.Completed)
        {
            Complete(enrolment, now);
        }

        return enrolment;
    }

    /// <summary>Reads every module and passes everything, as an officer would.</summary>
    public static void Complete(Enrolment enrolment, DateTimeOffset now)
    {
        var course = Read();
        foreach (var module in course.Modules)
        {
            enrolment.Read(module.Id, now);
            Pass(enrolment, module.Id, now);
        }

        Pass(enrolment, Step.Final, now);
        enrolment.Complete(course, "investigator", now).Should().BeTrue();
    }

    private static void Pass(Enrolment enrolment, string assessment, DateTimeOffset now)
    {
        var attempt = new Attempt(enrolment, new Blueprint(assessment, [[Question]], 1, 80, Time: null), new Locale("en", enrolment.Country), 1, seed: 1, now);
        attempt.Answer(1, Question, ["true"], now);
        attempt.Submit(new Dictionary<string, Question>(StringComparer.Ordinal) { [Question.Hash] = Question }, now);
        enrolment.Record(attempt);
    }

    private static IEnumerable<SourceDocument> Module(string folder, string id)
    {
        yield return File($"courses/short/{folder}/module.md", $$"""
            ---
            id: {{id}}
            title: The {{id}}
            minutes: 20
            objectives: [Name three signs]
            draw: 1
            pass: 80
            ---

            ## What to see {#{{id}}-seen}

            Debt, threats, papers kept by another.
            """);
        yield return File($"courses/short/{folder}/questions.gift", $$"""
            ::{{id}}-debt::Is debt an indicator?{T}
            """);
    }

    private static string Country(string code, string name, string language, string zone, string currency) => $$"""
        code: {{code}}
        name: { en: {{name}}, es: {{name}} }
        languages: [{{language}}]
        zone: {{zone}}
        currency: {{currency}}
        facts:
          hotline: { value: "116", source: "https://example.org", checked: 2026-11-22 }
        """;

    private static SourceDocument File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text + "\n"));
}
