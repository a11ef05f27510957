using System.Globalization;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Content;

/// <summary>All that decides what a course's assessments ask and whom they pass, as one text for each of them.</summary>
internal static class AssessmentPlan
{
    public static Dictionary<string, string> Of(Course course)
    {
        var plan = course.Modules.ToDictionary(module => module.Id, module => Of(module, course), StringComparer.Ordinal);
        plan[Step.Final] = string.Create(CultureInfo.InvariantCulture, $"{course.Pretest} {course.Final} {course.Pass} {course.Attempts} {course.Wait}");
        return plan;
    }

    private static string Of(Module module, Course course)
    {
        var questions =
            from country in module.Countries.Order(StringComparer.Ordinal)
            from language in Languages.All
            from question in module.Questions(new Locale(language, country))
            select $"{country} {language} {question.Name} {question.Hash}";
        var readers = string.Join(' ', module.Audience.Order(StringComparer.Ordinal));
        return string.Join('\n', questions.Distinct(StringComparer.Ordinal).Prepend(string.Create(CultureInfo.InvariantCulture, $"{module.Draw} {module.Pass} {readers}")));
    }
}
