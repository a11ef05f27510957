using System.Globalization;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Web.Learning;

public enum CohortProblem
{
    Name,

    /// <summary>Another cohort of the country has it.</summary>
    NameTaken,
    Course,
    Agency,
    Dates,

    /// <summary>Somebody chosen does not train in the country.</summary>
    Trainers,
}

/// <summary>What somebody typed who makes, changes or copies a cohort.</summary>
public sealed record CohortForm(string Name, string Course, string Agency, string StartsOn, string DueOn, IReadOnlyList<string> Trainers)
{
    private const string Day = "yyyy-MM-dd";

    public DateOnly? Start => DateOnly.TryParseExact(StartsOn, Day, out var day) ? day : null;

    public DateOnly? Due => DateOnly.TryParseExact(DueOn, Day, out var day) ? day : null;

    public Guid? AgencyId => Guid.TryParse(Agency, out var id) ? id : null;

    public bool HasDates => Start is { } start && Due is { } due && Cohort.AreDates(start, due);

    public static CohortForm Empty { get; } = new("", "", "", "", "", []);

    public static CohortForm Read(IFormCollection form) =>
        new(form["name"].ToString(), form["course"].ToString(), form["agency"].ToString(), form["starts"].ToString(), form["due"].ToString(), [.. form["trainer"].OfType<string>()]);

    public static CohortForm Of(Cohort cohort) => new(
        cohort.Name, cohort.CourseId, cohort.AgencyId?.ToString() ?? "", Written(cohort.StartsOn), Written(cohort.DueOn), [.. cohort.Trainers.Select(t => t.PersonId.ToString())]);

    private static string Written(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
