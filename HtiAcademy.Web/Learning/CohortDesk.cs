using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>What a cohort in a country can be made of.</summary>
/// <param name="Courses">The latest versions that are given there.</param>
public sealed record CohortChoices(Country Country, IReadOnlyList<Course> Courses, IReadOnlyList<Agency> Agencies, IReadOnlyList<Person> Trainers);

/// <summary>What came of making, changing or copying a cohort.</summary>
/// <param name="Problems">Nothing was done when there are any.</param>
public sealed record CohortOutcome(Guid Id, IReadOnlyList<CohortProblem> Problems);

/// <summary>Where cohorts are made and changed. For whoever does not train in a country there is no cohort of it: null.</summary>
public sealed class CohortDesk(Academy academy, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>The countries in which the person trains and some course is given.</summary>
    public async Task<IReadOnlyList<Country>> CountriesAsync(AcademyDb db, CurrentPerson trainer, CancellationToken cancellationToken)
    {
        var courses = await CoursesAsync(db, cancellationToken);
        return [.. courses.SelectMany(c => c.Course.Countries.Select(c.Course.Country)).DistinctBy(country => country.Code).Where(country => trainer.TrainsThere(country.Code)).OrderBy(country => country.Code, StringComparer.Ordinal)];
    }

    /// <returns>Null when no course is given there, or the person does not train there.</returns>
    public async Task<CohortChoices?> ChoicesAsync(AcademyDb db, CurrentPerson trainer, string country, CancellationToken cancellationToken)
    {
        var courses = (await CoursesAsync(db, cancellationToken)).Select(c => c.Course).Where(c => c.Countries.Contains(country, StringComparer.Ordinal)).ToList();
        return courses.Count == 0 || !trainer.TrainsThere(country)
            ? null
            : new CohortChoices(courses[0].Country(country), courses, await db.Agencies.Where(a => a.Country == country).OrderBy(a => a.Name).ToListAsync(cancellationToken), await db.TrainersInAsync(country, cancellationToken));
    }

    public Task<CohortOutcome?> CreateAsync(CurrentPerson by, string country, CohortForm form, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        by.Scope,
        async db =>
        {
            if (await ChoicesAsync(db, by, country, cancellationToken) is not { } choices)
            {
                return null;
            }

            var version = await VersionAsync(db, form.Course, country, cancellationToken);
            var problems = await ProblemsAsync(db, form, choices, ownId: null, cancellationToken);
            if (version is null)
            {
                problems.Add(CohortProblem.Course);
            }

            if (problems.Count > 0)
            {
                return new CohortOutcome(Guid.Empty, problems);
            }

            var cohort = new Cohort(form.Name, version!, country, choices.Agencies.FirstOrDefault(a => a.Id == form.AgencyId), form.Start!.Value, form.Due!.Value);
            Staff(cohort, form, choices);
            db.Add(cohort);
            await db.ActAsync(by, "cohort.created", $"cohort {cohort.Id}: {cohort.Name}, {country}", from, clock.GetUtcNow(), cancellationToken);
            return new CohortOutcome(cohort.Id, []);
        },
        cancellationToken);

    public Task<CohortOutcome?> ChangeAsync(CurrentPerson by, Guid id, CohortForm form, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        by.Scope,
        async db =>
        {
            if (await db.CohortTrainedByAsync(by, id, cancellationToken) is not { } cohort)
            {
                return null;
            }

            var choices = await ChoicesOfAsync(db, cohort, cancellationToken);

            var problems = await ProblemsAsync(db, form, choices, id, cancellationToken);
            if (problems.Count > 0)
            {
                return new CohortOutcome(id, problems);
            }

            cohort.Rename(form.Name);
            cohort.Reschedule(form.Start!.Value, form.Due!.Value);
            cohort.BeFor(choices.Agencies.FirstOrDefault(a => a.Id == form.AgencyId));
            Staff(cohort, form, choices);
            foreach (var enrolment in await db.Enrolments.Where(e => e.CohortId == id).ToListAsync(cancellationToken))
            {
                enrolment.Follow(cohort);
            }

            await db.ActAsync(by, "cohort.changed", $"cohort {id}: {cohort.Name}, {cohort.StartsOn:yyyy-MM-dd} to {cohort.DueOn:yyyy-MM-dd}", from, clock.GetUtcNow(), cancellationToken);
            return new CohortOutcome(id, []);
        },
        cancellationToken);

    public Task<CohortOutcome?> CopyAsync(CurrentPerson by, Guid id, CohortForm form, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        by.Scope,
        async db =>
        {
            if (await db.CohortTrainedByAsync(by, id, cancellationToken) is not { } cohort)
            {
                return null;
            }

            var choices = await ChoicesOfAsync(db, cohort, cancellationToken);

            var problems = await ProblemsAsync(db, form with { Agency = "", Trainers = [] }, choices, ownId: null, cancellationToken);
            var version = await VersionAsync(db, cohort.CourseId, cohort.Country, cancellationToken);
            if (version is null)
            {
                problems.Add(CohortProblem.Course);
            }

            if (problems.Count > 0)
            {
                return new CohortOutcome(id, problems);
            }

            var copy = cohort.Copy(form.Name, version!, form.Start!.Value, form.Due!.Value, choices.Trainers.Where(t => cohort.Trainers.Any(c => c.PersonId == t.Id)));
            db.Add(copy);
            await db.ActAsync(by, "cohort.copied", $"cohort {copy.Id}: {copy.Name}, from {id}", from, clock.GetUtcNow(), cancellationToken);
            return new CohortOutcome(copy.Id, []);
        },
        cancellationToken);

    /// <summary>Those of a cohort that is there already, whose course may no longer be given in the country.</summary>
    public async Task<CohortChoices> ChoicesOfAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var course = (await catalogue.CourseAsync(cohort.VersionId)).Course;
        return new CohortChoices(
            course.Country(cohort.Country), [course], await db.Agencies.Where(a => a.Country == cohort.Country).OrderBy(a => a.Name).ToListAsync(cancellationToken), await db.TrainersInAsync(cohort.Country, cancellationToken));
    }

    private static void Staff(Cohort cohort, CohortForm form, CohortChoices choices)
    {
        foreach (var gone in cohort.Trainers.Where(t => !form.Trainers.Contains(t.PersonId.ToString(), StringComparer.Ordinal)).ToList())
        {
            cohort.Dismiss(gone.PersonId);
        }

        foreach (var trainer in choices.Trainers.Where(t => form.Trainers.Contains(t.Id.ToString(), StringComparer.Ordinal)))
        {
            cohort.Appoint(trainer);
        }
    }

    private static async Task<List<CohortProblem>> ProblemsAsync(AcademyDb db, CohortForm form, CohortChoices choices, Guid? ownId, CancellationToken cancellationToken)
    {
        var problems = new List<CohortProblem>();
        var name = form.Name.Trim();
        if (!Cohort.IsName(name))
        {
            problems.Add(CohortProblem.Name);
        }
        else if (await db.Cohorts.AnyAsync(c => c.Country == choices.Country.Code && c.Name == name && c.Id != ownId, cancellationToken))
        {
            problems.Add(CohortProblem.NameTaken);
        }

        if (form.Agency.Length > 0 && choices.Agencies.All(a => a.Id != form.AgencyId))
        {
            problems.Add(CohortProblem.Agency);
        }

        if (!form.HasDates)
        {
            problems.Add(CohortProblem.Dates);
        }

        if (form.Trainers.Any(id => choices.Trainers.All(t => t.Id.ToString() != id)))
        {
            problems.Add(CohortProblem.Trainers);
        }

        return problems;
    }

    private async Task<List<(Guid VersionId, Course Course)>> CoursesAsync(AcademyDb db, CancellationToken cancellationToken)
    {
        var courses = new List<(Guid, Course)>();
        foreach (var id in await db.CourseVersions.Latest().OrderBy(v => v.CourseId).Select(v => v.Id).ToListAsync(cancellationToken))
        {
            courses.Add((id, (await catalogue.CourseAsync(id)).Course));
        }

        return courses;
    }

    /// <returns>Null when the latest version is not given in the country, or there is no such course.</returns>
    private async Task<CourseVersion?> VersionAsync(AcademyDb db, string courseId, string country, CancellationToken cancellationToken)
    {
        var latest = (await CoursesAsync(db, cancellationToken)).Find(c => c.Course.Id == courseId && c.Course.Countries.Contains(country, StringComparer.Ordinal)).VersionId;
        return await db.CourseVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == latest, cancellationToken);
    }
}
