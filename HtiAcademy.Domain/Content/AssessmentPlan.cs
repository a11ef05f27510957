using System.Globalization;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Content;

/// <summary>All that decides what a course's assessments ask of a country's officers and whom they pass, as one text for each assessment.</summary>
internal static class AssessmentPlan
{
    public static Dictionary<string, string> Of(Course course, string country)
    {
        var plan = course.ModulesFor(country, audience: null).ToDictionary(module => module.Id, module => Of(module, country), StringComparer.Ordinal);
        var observed = string.Join(' ', course.Observed.Where(exercise => exercise.Required).Select(exercise => exercise.Id).Order(StringComparer.Ordinal));
        plan[Step.Final] = string.Create(CultureInfo.InvariantCulture, $"{course.Pretest} {course.Final} {course.Pass} {course.Attempts} {course.Wait} {observed}");
        return plan;
    }

    private static string Of(Module module, string country)
    {
        var questions =
            from language in Languages.All
            from question in module.Questions(new Locale(language, country))
            select $"{language} {question.Name} {question.Hash}";
        var readers = string.Join(' ', module.Audience.Order(StringComparer.Ordinal));
        return string.Join('\n', questions.Prepend(string.Create(CultureInfo.InvariantCulture, $"{module.Quiz} {module.Pass} {readers}")));
    }
}
