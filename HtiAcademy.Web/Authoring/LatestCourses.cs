using HtiAcademy.Domain;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

internal static class LatestCourses
{
    extension(Catalogue catalogue)
    {
        /// <summary>Every course as it is published now.</summary>
        public async Task<IReadOnlyList<Course>> LatestAsync(AcademyDb db, CancellationToken cancellationToken)
        {
            var courses = new List<Course>();
            foreach (var version in await db.CourseVersions.Latest().OrderBy(v => v.CourseId).Select(v => v.Id).ToListAsync(cancellationToken))
            {
                courses.Add((await catalogue.CourseAsync(version)).Course);
            }

            return courses;
        }
    }

    extension(IReadOnlyList<Course> courses)
    {
        /// <returns>Its code, where no course is given in the country.</returns>
        public string CountryName(string code, string language) => courses.CountryOf(code)?.Name(language) ?? code;

        /// <returns>Null where no course is given there.</returns>
        public Domain.Content.Countries.Country? CountryOf(string? code) =>
            code is null ? null : courses.Where(course => course.Countries.Contains(code, StringComparer.Ordinal)).Select(course => course.Country(code)).FirstOrDefault();
    }
}
