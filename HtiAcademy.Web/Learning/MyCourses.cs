using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>The courses that the person who asks is enrolled on, each with where they stand.</summary>
public sealed class MyCourses(AcademyDb db, CurrentPerson person, Catalogue catalogue)
{
    public async Task<IReadOnlyList<MyCourse>> AllAsync(CancellationToken cancellationToken)
    {
        var enrolments = await db.Enrolments.AsNoTracking().Of(person.Id).ToListAsync(cancellationToken);
        var completed = enrolments.Where(e => e.State == EnrolmentState.Completed).Select(e => e.CourseId).ToList();
        var courses = new List<MyCourse>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            var published = await catalogue.CourseAsync(enrolment.VersionId);
            courses.Add(new MyCourse(enrolment, published, new Progress(published.Course, enrolment, person.Audience, completed)));
        }

        return courses;
    }

    /// <returns>Null when the person is not enrolled on the course.</returns>
    public async Task<MyCourse?> FindAsync(string courseId, CancellationToken cancellationToken)
    {
        var enrolment = await db.Enrolments.AsNoTracking().Of(person.Id).FirstOrDefaultAsync(e => e.CourseId == courseId, cancellationToken);
        if (enrolment is null)
        {
            return null;
        }

        var published = await catalogue.CourseAsync(enrolment.VersionId);
        return new MyCourse(enrolment, published, await db.ProgressAsync(published.Course, enrolment, person.Audience, cancellationToken));
    }
}

public sealed record MyCourse(Enrolment Enrolment, PublishedCourse Published, Progress Progress);
