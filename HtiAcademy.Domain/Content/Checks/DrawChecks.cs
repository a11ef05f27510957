using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Yaml;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether each reader's banks hold as many questions as are drawn from them.</summary>
internal static class DrawChecks
{
    public static void CheckModule(Module module, CheckedCourse course)
    {
        if (module.Bank.Base is not null && module.Text.Base.FrontMatter is { } map)
        {
            Check(map, "draw", module.Draw, module.Countries, country => Count(module, country), course.Findings);
        }
    }

    public static void CheckCourse(TailoredText welcome, CheckedCourse course)
    {
        if (welcome.Base.FrontMatter is not { } map || course.Modules.Any(module => module.Bank.Base is null))
        {
            return;
        }

        Check(map, "final", course.Settings.Final.Draw, course.Settings.Countries, country => CountAll(country, course), course.Findings);
        if (course.Settings.Pretest is { } pretest)
        {
            Check(map, "pretest", pretest.Draw, course.Settings.Countries, country => CountAll(country, course), course.Findings);
        }
    }

    private static void Check(YamlMap map, string key, int draw, IReadOnlyList<string> countries, Func<string, int> count, FindingList findings)
    {
        foreach (var country in countries.Where(country => map.Has(key) && draw > count(country)))
        {
            findings.Error(map.Path, map.LineOf(key), FindingCodes.DrawTooLarge, $"{draw} questions are to be drawn, but {country} has only {count(country)}.");
        }
    }

    /// <summary>The audience with the fewest modules decides.</summary>
    private static int CountAll(string country, CheckedCourse course) =>
        course.Settings.Audience
            .Select(audience => course.Modules.Where(module => module.IsFor(country, audience)).Sum(module => Count(module, country)))
            .DefaultIfEmpty(0)
            .Min();

    /// <summary>The language with the fewest questions decides; a description is no question to draw.</summary>
    private static int Count(Module module, string country) =>
        module.Bank.LanguagesWritten.Min(language => module.Bank.Questions(new Locale(language, country)).Count(question => question is not Description));
}
