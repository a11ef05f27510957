using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Learning;

public static class ProgressQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Where an officer stands, with the courses that come before this one. Asks nothing when there are none.</summary>
        public async Task<Progress> ProgressAsync(Course course, Enrolment enrolment, string audience, CancellationToken cancellationToken) =>
            new(course, enrolment, audience, course.Requires.Count == 0 ? [] : await db.Enrolments.CompletedBy(enrolment.OfficerId).ToListAsync(cancellationToken));
    }
}
