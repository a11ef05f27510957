using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>Finds out whom a publication would reach, before it is done.</summary>
public sealed class Reach(Academy academy, Catalogue catalogue)
{
    /// <param name="courses">With the draft in them, without errors.</param>
    /// <returns>By course and country; only the draft's own country, when it is one country's.</returns>
    public async Task<IReadOnlyList<ReachedLearners>> OfAsync(Draft draft, IReadOnlyList<Manuscript> courses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var reached = new List<ReachedLearners>();
        // How many there are is no secret to who decides for them; who they are is not asked.
        await using var db = academy.Open(Scope.Everything);
        foreach (var course in courses.Select(manuscript => manuscript.Course).OfType<Course>())
        {
            var groups = await db.Enrolments.Open()
                .Where(e => e.CourseId == course.Id && (draft.Country == null || e.Country == draft.Country))
                .GroupBy(e => new { e.VersionId, e.Country })
                .Select(g => new { g.Key.VersionId, g.Key.Country, Learners = g.Count() })
                .ToListAsync(cancellationToken);
            foreach (var group in groups)
            {
                var studied = (await catalogue.CourseAsync(group.VersionId)).Course;
                var isGiven = course.Countries.Contains(group.Country, StringComparer.Ordinal);
                reached.Add(new ReachedLearners(course, group.Country, group.Learners, isGiven, course.AssessmentsChangedSince(studied, group.Country)));
            }
        }

        return [.. reached.OrderBy(group => group.Course.Id, StringComparer.Ordinal).ThenBy(group => group.Country, StringComparer.Ordinal).ThenBy(group => group.AssessmentsChanged.Count)];
    }
}

/// <summary>Officers of a country who study one version of a course and are not done with it.</summary>
/// <param name="Course">As it would be published.</param>
/// <param name="IsGivenThere">Whether it would still be given in their country.</param>
/// <param name="AssessmentsChanged">As <see cref="Course.AssessmentsChangedSince"/> of the version they study; empty when they go on with it at once.</param>
public sealed record ReachedLearners(Course Course, string Country, int Learners, bool IsGivenThere, IReadOnlyList<string> AssessmentsChanged)
{
    public bool GoOn => IsGivenThere && AssessmentsChanged.Count == 0;
}
