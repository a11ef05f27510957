using HtiAcademy.Domain;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// The partner countries as they were published last: a holiday that was added holds at once for everybody there, whichever
/// version of a course they study.
/// </summary>
public sealed class Calendars(Catalogue catalogue)
{
    /// <returns>By their codes.</returns>
    public async Task<IReadOnlyDictionary<string, Country>> ReadAsync(AcademyDb db, CancellationToken cancellationToken)
    {
        var countries = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var id in await db.CourseVersions.Latest().OrderBy(v => v.PublishedAt).Select(v => v.Id).ToListAsync(cancellationToken))
        {
            var course = (await catalogue.CourseAsync(id)).Course;
            foreach (var code in course.Countries)
            {
                countries[code] = course.Country(code);
            }
        }

        return countries;
    }
}
