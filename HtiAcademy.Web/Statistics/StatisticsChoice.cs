using HtiAcademy.Domain.Statistics;
using Microsoft.AspNetCore.Http.Extensions;

namespace HtiAcademy.Web.Statistics;

/// <summary>What the form above the figures asks for, as the address holds it. What is empty is not asked for.</summary>
public sealed class StatisticsChoice(string courseId, string? cohort, string? country, string? language, string? assessment)
{
    public string? Cohort { get; } = Given(cohort);

    public string? Country { get; } = Given(country);

    public string? Language { get; } = Given(language);

    public string? Assessment { get; } = Given(assessment);

    // A cohort that is no id is asked for all the same, and found nowhere.
    public AttemptFilter Filter => new(
        courseId, Cohort is null ? null : Guid.TryParse(Cohort, out var id) ? id : Guid.Empty, Country, Language, Assessment);

    public string Address => Page + Query();

    /// <param name="figures">Of the question to look at alone, among the same attempts.</param>
    public string AddressOf(QuestionFigures figures) => Page + Query(("in", CourseFigures.IdOf(figures.Assessment)), ("question", figures.Question.Hash));

    private string Page => $"/author/{Uri.EscapeDataString(courseId)}/statistics";

    private string Query(params IEnumerable<(string Name, string? Value)> more)
    {
        var query = new QueryBuilder();
        (string Name, string? Value)[] chosen = [("cohort", Cohort), ("country", Country), ("language", Language), ("assessment", Assessment)];
        foreach (var (name, value) in chosen.Concat(more).Where(part => part.Value is not null))
        {
            query.Add(name, value!);
        }

        return query.ToQueryString().Value ?? "";
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
