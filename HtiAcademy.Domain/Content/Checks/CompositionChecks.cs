using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>
/// Composes a text for each country, language and audience, and checks what each reader would get. What several get is
/// parsed and checked once.
/// </summary>
internal static class CompositionChecks
{
    public static void Check(TailoredText texts, IReadOnlyList<string> countries, IReadOnlyList<string> audiences, CheckedCourse course)
    {
        var composed =
            from country in course.Countries.Where(country => countries.Contains(country.Code, StringComparer.Ordinal))
            from language in texts.LanguagesWritten
            from audience in audiences
            let text = texts.Compose(new Locale(language, country.Code), audience).Text
            group (Country: country, Text: text) by (texts.In(language), texts.Overlay(language, country.Code), text.Markdown);
        foreach (var same in composed)
        {
            Check(same.First().Text, same.Select(reader => reader.Country).Distinct(), course);
        }
    }

    private static void Check(LinedText text, IEnumerable<Country> countries, CheckedCourse course)
    {
        if (AcademyMarkdown.TryParse(text.Markdown, AcademyMarkdown.Teaching, out var tooDeep) is not { } document)
        {
            SafetyChecks.ReportTooDeep(text.At(tooDeep), course.Findings);
            return;
        }

        HeadingChecks.CheckComposed(document, text, course.Findings);
        LinkChecks.CheckComposed(document, text, course.Findings);
        LeftoverChecks.CheckComposed(document, text, course.Findings);
        foreach (var country in countries)
        {
            FactChecks.CheckComposed(document, text, country, course);
        }
    }
}
