using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>An officer's exercise before the trainer who watches it.</summary>
/// <param name="History">The latest first.</param>
public sealed record WatchedExercise(Enrolment Enrolment, Person Officer, Course Course, ObservedExercise Exercise, IReadOnlyList<Observation> History)
{
    public Country Country => Course.Country(Enrolment.Country);
}

/// <summary>What a trainer's form says they saw.</summary>
/// <param name="Form">Tells one sending from another.</param>
/// <param name="Levels">As they were chosen; a name of <see cref="ObservedLevel"/> for each criterion.</param>
public sealed record Sighting(Guid Form, IReadOnlyList<string> Levels, string Note, string On)
{
    /// <returns>Null when a criterion has no level.</returns>
    public IReadOnlyList<ObservedLevel>? LevelsFor(ObservedExercise exercise)
    {
        var levels = Levels.Select(level => Enum.TryParse<ObservedLevel>(level, out var read) && Enum.IsDefined(read) ? read : (ObservedLevel?)null).ToList();
        return levels.Count == exercise.Criteria.Count && !levels.Contains(null) ? [.. levels.OfType<ObservedLevel>()] : null;
    }

    /// <returns>Null when it is no day, or one to come.</returns>
    public DateOnly? DayUntil(DateOnly today) =>
        DateOnly.TryParseExact(On, "yyyy-MM-dd", out var day) && day <= today && day > today.AddYears(-1) ? day : null;
}

/// <summary>Where trainers sign off practical exercises. Every act may be repeated.</summary>
public sealed class ObservedPractice(Academy academy, Catalogue catalogue, CourseCompletion completion, TimeProvider clock)
{
    /// <returns>Null when there is no such exercise of an officer in the trainer's countries, or it is the trainer's own.</returns>
    public async Task<WatchedExercise?> FindAsync(AcademyDb db, CurrentPerson trainer, Guid cohortId, Guid enrolmentId, string exerciseId, CancellationToken cancellationToken)
    {
        var enrolment = await db.Enrolments.FirstOrDefaultAsync(e => e.Id == enrolmentId && e.CohortId == cohortId && e.OfficerId != trainer.Id, cancellationToken);
        if (enrolment is null || !(trainer.Has(Roles.Administrator) || trainer.TrainsIn.Contains(enrolment.Country, StringComparer.Ordinal)))
        {
            return null;
        }

        var course = (await catalogue.CourseAsync(enrolment.VersionId)).Course;
        if (course.Observed.FirstOrDefault(e => e.Id == exerciseId) is not { } exercise)
        {
            return null;
        }

        var officer = await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == enrolment.OfficerId, cancellationToken);
        var history = await db.Observations.AsNoTracking().Where(o => o.EnrolmentId == enrolmentId && o.Exercise == exerciseId)
            .OrderByDescending(o => o.RecordedAt).ToListAsync(cancellationToken);
        return new WatchedExercise(enrolment, officer, course, exercise, history);
    }

    /// <summary>Records what a trainer saw; when it was the last step, the course is completed.</summary>
    /// <returns>False when the form is not whole, or the enrolment closed; null when there is no such exercise.</returns>
    public Task<bool?> RecordAsync(CurrentPerson trainer, Guid cohortId, Guid enrolmentId, string exerciseId, Sighting seen, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        trainer.Scope,
        async db =>
        {
            var now = clock.GetUtcNow();
            if (await FindAsync(db, trainer, cohortId, enrolmentId, exerciseId, cancellationToken) is not { } watched)
            {
                return (bool?)null;
            }

            // Sent twice over a bad line, it was done the first time.
            if (watched.History.Any(o => o.Form == seen.Form))
            {
                return true;
            }

            if (!watched.Enrolment.IsOpen || seen.Note.Length > Observation.LongestNote
                || seen.LevelsFor(watched.Exercise) is not { } levels || seen.DayUntil(watched.Country.DayOf(now)) is not { } day)
            {
                return false;
            }

            var by = await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken);
            var observation = new Observation(watched.Enrolment, exerciseId, seen.Form, by, levels, seen.Note, day, now);
            db.Add(observation);
            watched.Enrolment.Observe(observation, now);
            await db.AuditAsync(by.AuditName, "practice.observed", $"enrolment {enrolmentId}, {exerciseId}: {(observation.SignedOff ? "signed off" : "not yet")}", from, now, cancellationToken);
            await completion.CompleteAsync(db, watched.Enrolment, now, cancellationToken);
            return true;
        },
        cancellationToken);
}
