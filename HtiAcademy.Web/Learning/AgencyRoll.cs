using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

public static class AgencyRoll
{
    extension(AcademyDb db)
    {
        /// <summary>An agency's officers by name, a line for each course they are on; one without a course has one line too.</summary>
        /// <param name="reader">Whose language names the courses.</param>
        public async Task<IReadOnlyList<RollLine>> RollOfAsync(Guid agencyId, Catalogue catalogue, Locale reader, CancellationToken cancellationToken)
        {
            var officers = await db.People
                .Where(p => p.AgencyId == agencyId && p.Roles.HasFlag(Roles.Officer))
                .Select(p => new { p.Id, p.FullName, p.Rank, p.Audience })
                .ToListAsync(cancellationToken);
            var enrolments = (await db.Enrolments.AsNoTracking().Where(e => e.AgencyId == agencyId).ToListAsync(cancellationToken)).ToLookup(e => e.OfficerId);
            var lines = new List<RollLine>(officers.Count);
            foreach (var officer in officers.OrderBy(o => o.FullName, StringComparer.CurrentCulture))
            {
                foreach (var enrolment in enrolments[officer.Id].OrderBy(e => e.InvitedAt).DefaultIfEmpty())
                {
                    var course = enrolment is null ? null : (await catalogue.CourseAsync(enrolment.VersionId)).Course;
                    lines.Add(new RollLine(
                        officer.FullName,
                        officer.Rank,
                        course?.Title(reader),
                        enrolment,
                        course is null ? null : new Progress(course, enrolment!, officer.Audience)));
                }
            }

            return lines;
        }
    }
}

/// <summary>One officer on one course; the last three are null when the officer is on none.</summary>
public sealed record RollLine(string Name, string? Rank, string? CourseTitle, Enrolment? Enrolment, Progress? Progress);
