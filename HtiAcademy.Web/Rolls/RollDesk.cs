using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Rolls;

/// <summary>What came of enrolling by a roll.</summary>
/// <param name="Done">False when nothing was done, as the fates are no longer those that were shown.</param>
public sealed record RollOutcome(RollPlan Plan, bool Done);

/// <summary>Where a whole class is enrolled from a list.</summary>
public sealed class RollDesk(Academy academy, Catalogue catalogue, NewOfficers newOfficers, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task<RollPlan> PlanAsync(AcademyDb db, CurrentPerson by, Cohort cohort, RollReading reading, CancellationToken cancellationToken) =>
        await new RollPlanner(db, by, cohort, await CheckAsync(db, cohort, cancellationToken)).PlanAsync(reading.Entries, cancellationToken);

    /// <summary>Does just what was shown, all of it or nothing.</summary>
    /// <param name="shown">The <see cref="RollPlan.Digest"/> of the plan that was agreed to.</param>
    /// <returns>Null when there is no such cohort for that person to enrol in.</returns>
    public Task<RollOutcome?> EnrolAsync(CurrentPerson by, Guid cohortId, RollReading reading, string shown, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        by.Scope,
        async db =>
        {
            if (await db.CohortTrainedByAsync(by, cohortId, cancellationToken) is not { } cohort)
            {
                return null;
            }

            var check = await CheckAsync(db, cohort, cancellationToken);
            var plan = await new RollPlanner(db, by, cohort, check).PlanAsync(reading.Entries, cancellationToken);
            if (plan.Digest != shown)
            {
                return new RollOutcome(plan, Done: false);
            }

            if (plan.ChangesAnything)
            {
                await EnrolAsync(db, by, cohort, check, plan, cancellationToken);
                await db.ActAsync(by, "cohort.enrolled", $"{plan.Count(Fate.New)} new and {plan.Count(Fate.Enrolled)} known officers by a list, cohort {cohort.Id}: {cohort.Name}", from, clock.GetUtcNow(), cancellationToken);
            }

            return new RollOutcome(plan, Done: true);
        },
        cancellationToken);

    private async Task EnrolAsync(AcademyDb db, CurrentPerson by, Cohort cohort, EntryCheck check, RollPlan plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var country = (await catalogue.CourseAsync(cohort.VersionId)).Course.Country(cohort.Country);
        foreach (var entry in plan.Fates.Where(f => f.Fate == Fate.New).Select(f => f.Entry))
        {
            var officer = new NewOfficer(
                entry.Name, NullIfEmpty(entry.Mail), NullIfEmpty(entry.UserName), check.LanguageOf(entry)!, country,
                check.AgencyOf(entry)!, NullIfEmpty(entry.Rank), EntryCheck.AudienceOf(entry)!);
            db.Add(new Enrolment(cohort, newOfficers.Invite(db, officer, by.Id, now), now));
        }

        foreach (var ids in plan.Fates.Where(f => f.Fate == Fate.Enrolled).Select(f => f.OfficerId!.Value).Chunk(Batch))
        {
            // The plan let none of another country through but for an administrator, who sees all.
            foreach (var officer in await db.People.Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken))
            {
                db.Add(new Enrolment(cohort, officer, now));
            }
        }
    }

    private async Task<EntryCheck> CheckAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.Where(a => a.Country == cohort.Country).ToListAsync(cancellationToken);
        var course = (await catalogue.CourseAsync(cohort.VersionId)).Course;
        return new EntryCheck(cohort, agencies, course.Country(cohort.Country).Languages);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
