using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;

namespace HtiAcademy.Web.Reports;

/// <summary>A cohort, its course and its figures: what the page, the PDF and the CSV are all made from.</summary>
/// <param name="AgencyName">Whose officers the figures are about; null for all.</param>
public sealed record CohortSheet(Cohort Cohort, Course Course, CohortFigures Figures, string? AgencyName = null)
{
    /// <summary>The cohort before of the same course and country, about the same agency's officers; null when there is none.</summary>
    public CohortSheet? Previous { get; init; }

    /// <summary>For trainers alone; null in what an agency gets.</summary>
    public FinalQuestions? Questions { get; init; }

    /// <summary>Null while nobody was asked.</summary>
    public EvaluationFigures? Evaluation { get; init; }

    /// <summary>Whether a partner agency reads it: then the scores of a few officers are kept back.</summary>
    public bool IsForAgency => AgencyName is not null;

    public Country Country => Course.Country(Cohort.Country);

    /// <summary>The day in the country when the figures were read.</summary>
    public DateOnly Today => Country.DayOf(Figures.AsOf);

    public string CourseTitle(string language) => Course.Title(new Locale(language, Cohort.Country));
}
