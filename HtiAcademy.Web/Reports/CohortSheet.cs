using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;

namespace HtiAcademy.Web.Reports;

/// <summary>A cohort, its course and its figures: what the page, the PDF and the CSV are all made from.</summary>
/// <param name="AgencyName">Whose officers the figures are about; null for all.</param>
public sealed record CohortSheet(Cohort Cohort, Course Course, CohortFigures Figures, string? AgencyName = null)
{
    public Country Country => Course.Country(Cohort.Country);

    /// <summary>The day in the country when the figures were read.</summary>
    public DateOnly Today => Country.DayOf(Figures.AsOf);

    public string CourseTitle(string language) => Course.Title(new Locale(language, Cohort.Country));

    /// <summary>The same about one agency's officers alone.</summary>
    public CohortSheet About(Guid agencyId)
    {
        var figures = Figures.Of(agencyId);
        return this with { Figures = figures, AgencyName = figures.Officers[0].AgencyName };
    }
}
