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
        foreach (var group in await BehindAsync(courseId))
        {
            if (group is { IsGivenThere: true, AssessmentsChanged: [] })
            {
                await MoveAsync(courseId, group, by: null, from: "");
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
        foreach (var group in await BehindAsync(courseId))
        {
            moved += group.IsGivenThere ? await MoveAsync(courseId, group, by, from) : 0;
        }

        return moved;
    }

    /// <summary>Who still studies an earlier version, the newest first.</summary>
    public async Task<IReadOnlyList<LearnersBehind>> BehindAsync(string courseId)
    {
        await using var db = academy.Open(Scope.Everything);
        var latestId = await db.CourseVersions.LatestOf(courseId).Select(v => v.Id).FirstOrDefaultAsync();
        var groups = await db.Enrolments.Open()
            .Where(e => e.CourseId == courseId && e.VersionId != latestId)
            .Join(db.CourseVersions, e => e.VersionId, v => v.Id, (e, v) => new { v.Id, v.Number, e.Country })
            .GroupBy(e => new { e.Id, e.Number, e.Country })
            .Select(g => new { g.Key.Id, g.Key.Number, g.Key.Country, Learners = g.Count() })
            .OrderByDescending(g => g.Number).ThenBy(g => g.Country)
            .ToListAsync();
        var behind = new List<LearnersBehind>();
        foreach (var group in groups)
        {
            var latest = (await catalogue.CourseAsync(latestId)).Course;
            var studied = (await catalogue.CourseAsync(group.Id)).Course;
            behind.Add(new LearnersBehind(
                latestId, group.Id, group.Number, group.Country, group.Learners, latest.Countries.Contains(group.Country, StringComparer.Ordinal), latest.AssessmentsChangedSince(studied, group.Country)));
        }

        return behind;
    }

    private Task<int> MoveAsync(string courseId, LearnersBehind group, string? by, string from) => academy.WriteAsync(Scope.Everything, async db =>
    {
        var latest = await db.CourseVersions.LatestOf(courseId).FirstAsync();
        if (latest.Id != group.LatestId)
        {
            // Whoever published it compares anew.
            return 0;
        }

        var course = (await catalogue.CourseAsync(latest.Id)).Course;
        var learners = await db.Enrolments.Open().Where(e => e.VersionId == group.VersionId && e.Country == group.Country)
            .Join(db.People, e => e.OfficerId, p => p.Id, (e, p) => new { Enrolment = e, p.Audience })
            .ToListAsync();
        var ids = learners.ConvertAll(l => l.Enrolment.Id);
        var open = (await db.Attempts.Where(a => ids.Contains(a.EnrolmentId) && a.SubmittedAt == null && a.Assessment != Step.Final && a.Assessment != Step.Pretest)
            .Select(a => new { a.EnrolmentId, a.Assessment }).ToListAsync()).ToLookup(a => a.EnrolmentId, a => a.Assessment);
        // Whoever is in the middle of a quiz that the latest version does not have finishes it first.
        List<Enrolment> moved =
        [
            .. learners
                .Where(l => open[l.Enrolment.Id].All(quiz => course.ModulesFor(group.Country, l.Audience).Any(m => m.Id == quiz)) && l.Enrolment.MoveTo(latest, course, l.Audience))
                .Select(l => l.Enrolment),
        ];

        // A class goes on together: whoever joins it late is enrolled on what the others study. One that is over keeps what it was taught.
        var classes = moved.Select(e => e.CohortId).Distinct().ToList();
        foreach (var cohort in await db.Cohorts.Where(c => classes.Contains(c.Id)).ToListAsync())
        {
            cohort.MoveTo(latest);
        }

        if (by is not null && moved.Count > 0)
        {
            await db.AuditAsync(by, "learners.moved", $"{moved.Count} in {group.Country} from {courseId}@{group.Number} to {courseId}@{latest.Number}", from, clock.GetUtcNow(), CancellationToken.None);
        }

        return moved.Count;
    });

    private Task MoveEmptyCohortsAsync(string courseId) => academy.WriteAsync(Scope.Everything, async db =>
    {
        if (await db.CourseVersions.LatestOf(courseId).FirstOrDefaultAsync() is not { } latest)
        {
            return;
        }

        var course = (await catalogue.CourseAsync(latest.Id)).Course;
        var empty = await db.Cohorts.Where(c => c.CourseId == courseId && c.VersionId != latest.Id && !db.Enrolments.Any(e => e.CohortId == c.Id)).ToListAsync();
        foreach (var cohort in empty.Where(c => course.Countries.Contains(c.Country, StringComparer.Ordinal)))
        {
            cohort.MoveTo(latest);
        }
    });
}

/// <summary>A country's officers who study an earlier version and are not done with it.</summary>
/// <param name="LatestId">The version that theirs was compared with.</param>
/// <param name="IsGivenThere">Whether the latest version is given in their country; if not they cannot move.</param>
/// <param name="AssessmentsChanged">As <see cref="Course.AssessmentsChangedSince"/> of the latest version.</param>
public sealed record LearnersBehind(
    Guid LatestId, Guid VersionId, int Number, string Country, int Learners, bool IsGivenThere, IReadOnlyList<string> AssessmentsChanged);
