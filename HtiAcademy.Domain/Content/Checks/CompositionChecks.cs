using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Composes a text for each country, language and audience, and checks what each reader would get.</summary>
internal static class CompositionChecks
{
    public static void Check(TailoredText texts, IReadOnlyList<string> countries, IReadOnlyList<string> audiences, CheckedCourse course)
    {
        foreach (var country in course.Countries.Where(country => countries.Contains(country.Code, StringComparer.Ordinal)))
        {
            var composed =
                from language in texts.LanguagesWritten
                from audience in audiences
                select texts.Compose(new Locale(language, country.Code), audience).Text;
            foreach (var text in composed.DistinctBy(text => text.Markdown, StringComparer.Ordinal))
            {
                Check(text, country, course);
            }
        }
    }

    private static void Check(LinedText text, Country country, CheckedCourse course)
    {
        if (AcademyMarkdown.TryParse(text.Markdown, AcademyMarkdown.Teaching, out var tooDeep) is not { } document)
        {
            SafetyChecks.ReportTooDeep(text.At(tooDeep), course.Findings);
            return;
        }

        HeadingChecks.CheckComposed(document, text, course.Findings);
        FactChecks.CheckComposed(document, text, country, course);
        LinkChecks.CheckComposed(document, text, course.Findings);
        LeftoverChecks.CheckComposed(document, text, course.Findings);
    }
}
