using HtiAcademy.Domain;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Shared;

/// <summary>What countries are called in the language that is spoken, as their own files say.</summary>
internal static class CountryNames
{
    extension(Catalogue catalogue)
    {
        /// <returns>Its code, where no course is given in the country.</returns>
        public async Task<string> CountryNameAsync(AcademyDb db, string code, CancellationToken cancellationToken)
        {
            // Any version of any course that has a cohort there knows the country.
            var version = await db.Cohorts.Where(c => c.Country == code).OrderByDescending(c => c.StartsOn).Select(c => c.VersionId).FirstOrDefaultAsync(cancellationToken);
            return version == Guid.Empty ? code : (await catalogue.CourseAsync(version)).Course.Country(code).Name(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        }
    }
}
