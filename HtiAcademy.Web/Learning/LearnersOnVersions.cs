using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>
/// Lets whoever studies an earlier version of a course go on with the latest: by itself where the assessments are the
/// same, and where they are not when a person decides so.
/// </summary>
public sealed class LearnersOnVersions(Academy academy, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Moves learners and cohorts whose assessments stay as they are, and cohorts without members. May be repeated.</summary>
    public async Task MoveOnWhereNothingChangesAsync(string courseId)
    {
        foreach (var behind in await BehindAsync(courseId))
        {
            if (behind.AssessmentsChanged is [])
            {
                await MoveAsync(courseId, behind.VersionId, by: null, from: "");
            }
        }

        await MoveEmptyCohortsAsync(courseId);
    }

    /// <summary>Moves all who can go on with the latest version; the decision is audited.</summary>
    /// <param name="from">The network address it is decided from.</param>
    /// <returns>How many moved.</returns>
    public async Task<int> MoveAllAsync(string courseId, string by, string from)
    {
        var moved = 0;
        foreach (var behind in await BehindAsync(courseId))
        {
            moved += await MoveAsync(courseId, behind.VersionId, by, from);
        }

        return moved;
    }

    /// <summary>The earlier versions that somebody still studies, the newest first.</summary>
    public async Task<IReadOnlyList<VersionBehind>> BehindAsync(string courseId)
    {
        await using var db = academy.Open(Scope.Everything);
        var studied = await db.CourseVersions.LatestOf(courseId)
            .Select(v => new { v.Id, v.Number, Learners = db.Enrolments.Open().Count(e => e.VersionId == v.Id) })
            .ToListAsync();
        var behind = new List<VersionBehind>();
        foreach (var version in studied.Skip(1).Where(v => v.Learners > 0))
        {
            var latest = (await catalogue.CourseAsync(studied[0].Id)).Course;
            var changed = latest.AssessmentsChangedSince((await catalogue.CourseAsync(version.Id)).Course);
            behind.Add(new VersionBehind(version.Id, version.Number, version.Learners, changed));
        }

        return behind;
    }

    private Task<int> MoveAsync(string courseId, Guid fromVersion, string? by, string from) => academy.WriteAsync(Scope.Everything, async db =>
    {
        var latest = await db.CourseVersions.LatestOf(courseId).FirstAsync();
        var course = (await catalogue.CourseAsync(latest.Id)).Course;
        var learners = await db.Enrolments.Open().Where(e => e.VersionId == fromVersion)
            .Join(db.People, e => e.OfficerId, p => p.Id, (e, p) => new { Enrolment = e, p.Audience })
            .ToListAsync();
        List<Enrolment> moved = [.. learners.Where(l => l.Enrolment.MoveTo(latest, course, l.Audience)).Select(l => l.Enrolment)];

        // A class goes on together: whoever joins it late is enrolled on what the others study. One that is over keeps what it was taught.
        var classes = moved.Select(e => e.CohortId).Distinct().ToList();
        foreach (var cohort in await db.Cohorts.Where(c => classes.Contains(c.Id)).ToListAsync())
        {
            cohort.MoveTo(latest);
        }

        if (by is not null && moved.Count > 0)
        {
            await db.AuditAsync(by, "learners.moved", $"{moved.Count} to {courseId}@{latest.Number}", from, clock.GetUtcNow(), CancellationToken.None);
        }

        return moved.Count;
    });

    private Task MoveEmptyCohortsAsync(string courseId) => academy.WriteAsync(Scope.Everything, async db =>
    {
        var latest = await db.CourseVersions.LatestOf(courseId).FirstOrDefaultAsync();
        var course = latest is null ? null : (await catalogue.CourseAsync(latest.Id)).Course;
        var empty = db.Cohorts.Where(c => c.CourseId == courseId && c.VersionId != latest!.Id && !db.Enrolments.Any(e => e.CohortId == c.Id));
        foreach (var cohort in course is null ? [] : await empty.ToListAsync())
        {
            if (course!.Countries.Contains(cohort.Country, StringComparer.Ordinal))
            {
                cohort.MoveTo(latest!);
            }
        }
    });
}

/// <param name="Learners">How many are not done with it.</param>
/// <param name="AssessmentsChanged">As <see cref="Course.AssessmentsChangedSince"/> of the latest version.</param>
public sealed record VersionBehind(Guid VersionId, int Number, int Learners, IReadOnlyList<string> AssessmentsChanged);
