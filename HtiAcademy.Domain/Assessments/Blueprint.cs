using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>What an assessment is made of, for officers of one locale and audience.</summary>
/// <param name="Assessment">A module's id for its quiz, <see cref="Step.Final"/> or <see cref="Step.Pretest"/>.</param>
/// <param name="Pass">Percent.</param>
/// <param name="Time">Null when there is no limit.</param>
public sealed record Blueprint(string Assessment, IReadOnlyList<IReadOnlyList<Question>> Banks, int Count, int Pass, TimeSpan? Time)
{
    public static Blueprint ForQuiz(Module module, Locale locale) =>
        new(module.Id, [Markable(module, locale)], module.Draw, module.Pass, Time: null);

    public static Blueprint ForFinal(Course course, Locale locale, string audience) =>
        new(
            Step.Final,
            [.. course.ModulesFor(locale.Country, audience).Select(module => Markable(module, locale))],
            course.Final.Draw,
            course.Pass,
            course.Final.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);

    /// <exception cref="InvalidOperationException">The course has no pre-test.</exception>
    public static Blueprint ForPretest(Course course, Locale locale, string audience)
    {
        var pretest = course.Pretest ?? throw new InvalidOperationException($"{course.Id} has no pre-test.");
        return new Blueprint(
            Step.Pretest,
            // It counts for nothing, so nobody marks it by hand.
            [.. course.ModulesFor(locale.Country, audience).Select(module => Markable(module, locale).Where(q => q is not Essay).ToList())],
            pretest.Draw,
            Pass: 0,
            pretest.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
    }

    public IReadOnlyList<Question> Draw(int seed) => Assessments.Draw.From(Banks, Count, seed);

    // Descriptions ask nothing and carry no mark.
    private static IReadOnlyList<Question> Markable(Module module, Locale locale) =>
        [.. module.Questions(locale).Where(q => q is not Description)];
}
