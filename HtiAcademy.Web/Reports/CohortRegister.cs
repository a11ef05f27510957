using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>Reads how a cohort stands, as far as the scope of the records lets it be seen.</summary>
public sealed class CohortRegister(Catalogue catalogue, AnswerSheets answers, TimeProvider clock)
{
    /// <param name="agencyId">Whose officers to read of; null for all.</param>
    public async Task<CohortSheet> ReadAsync(AcademyDb db, Cohort cohort, Guid? agencyId, CancellationToken cancellationToken)
    {
        var course = (await catalogue.CourseAsync(cohort.VersionId)).Course;
        var enrolments = db.Enrolments.Where(e => e.CohortId == cohort.Id && (agencyId == null || e.AgencyId == agencyId));
        var now = clock.GetUtcNow();
        var figures = new CohortFigures(await MembersAsync(db, cohort, enrolments, course.Country(cohort.Country).DayOf(now), cancellationToken), now);
        // Somebody who left the agency may still be among its enrolled, so the name comes from there.
        return new CohortSheet(cohort, course, figures, agencyId is null ? null : figures.Officers.Select(officer => officer.AgencyName).FirstOrDefault() ?? "");
    }

    /// <summary>With all that a report holds.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<CohortSheet> ReadInFullAsync(AcademyDb db, Cohort cohort, Guid? agencyId, CancellationToken cancellationToken)
    {
        var sheet = await ReadAsync(db, cohort, agencyId, cancellationToken);
        return sheet with
        {
            Previous = await PreviousAsync(db, cohort, agencyId, cancellationToken) is { } previous ? await ReadAsync(db, previous, agencyId, cancellationToken) : null,
            Evaluation = EvaluationFigures.Of(
                EvaluationWords.Statements,
                await db.EvaluationTallies.AsNoTracking().Where(t => t.CohortId == cohort.Id && (agencyId == null || t.AgencyId == agencyId)).ToListAsync(cancellationToken)),
            Questions = agencyId is null ? await QuestionsAsync(db, cohort, cancellationToken) : null,
        };
    }

    private async Task<List<CohortMember>> MembersAsync(AcademyDb db, Cohort cohort, IQueryable<Enrolment> those, DateOnly today, CancellationToken cancellationToken)
    {
        var enrolments = await those.AsNoTracking().ToListAsync(cancellationToken);
        var officerIds = enrolments.ConvertAll(e => e.OfficerId);
        // Whoever may see an enrolment may see whose it is, though the officer works in another country.
        var officers = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(p => officerIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var agencyIds = enrolments.Select(e => e.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var completed = (await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter])
            .Where(e => e.State == EnrolmentState.Completed && officerIds.Contains(e.OfficerId))
            .Select(e => new { e.OfficerId, e.CourseId })
            .ToListAsync(cancellationToken)).ToLookup(e => e.OfficerId, e => e.CourseId);
        var certificates = await CertificatesAsync(db, those, cancellationToken);
        var firsts = await FirstScoresAsync(db, those, cancellationToken);

        var members = new List<CohortMember>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            var course = await catalogue.CourseAsync(enrolment.VersionId);
            var certificate = certificates.GetValueOrDefault(enrolment.Id);
            members.Add(new CohortMember(
                enrolment,
                course.Course,
                officers[enrolment.OfficerId],
                enrolment.AgencyId is { } agency ? agencies[agency] : null,
                certificate is { Stands: true } ? certificate.Number : null)
            {
                StartsOn = cohort.StartsOn,
                CoursesCompleted = [.. completed[enrolment.OfficerId]],
                Version = course.Number,
                Certificate = certificate?.StatusOn(today),
                FirstScores = firsts.TryGetValue(enrolment.Id, out var scores) ? scores : null,
            });
        }

        return members;
    }

    /// <returns>The latest of each enrolment.</returns>
    private static async Task<Dictionary<Guid, Certificate>> CertificatesAsync(AcademyDb db, IQueryable<Enrolment> those, CancellationToken cancellationToken)
    {
        var certificates = await db.Certificates.AsNoTracking().Where(c => those.Any(e => e.Id == c.EnrolmentId)).ToListAsync(cancellationToken);
        return certificates.GroupBy(c => c.EnrolmentId).ToDictionary(c => c.Key, c => c.MaxBy(one => one.Edition)!);
    }

    private static async Task<Dictionary<Guid, FirstScores>> FirstScoresAsync(AcademyDb db, IQueryable<Enrolment> those, CancellationToken cancellationToken)
    {
        var before = Firsts(db, those, Step.Pretest);
        var pairs = await Firsts(db, those, Step.Final)
            .Join(before, final => final.EnrolmentId, pretest => pretest.EnrolmentId, (final, pretest) => new { final, pretest })
            .Where(both => both.pretest.SubmittedAt < both.final.SubmittedAt)
            .Select(both => new { both.final.EnrolmentId, Before = both.pretest.Percent!.Value, After = both.final.Percent!.Value })
            .ToListAsync(cancellationToken);
        return pairs.ToDictionary(pair => pair.EnrolmentId, pair => new FirstScores(pair.Before, pair.After));
    }

    private static IQueryable<Attempt> Firsts(AcademyDb db, IQueryable<Enrolment> those, string assessment) => db.Attempts.AsNoTracking()
        .Where(a => a.Assessment == assessment && a.Number == 1 && a.SubmittedAt != null && a.Percent != null && those.Any(e => e.Id == a.EnrolmentId));

    private static async Task<Cohort?> PreviousAsync(AcademyDb db, Cohort cohort, Guid? agencyId, CancellationToken cancellationToken)
    {
        var others = await db.Enrolments
            .Where(e => e.CourseId == cohort.CourseId && e.Country == cohort.Country && e.CohortId != cohort.Id && (agencyId == null || e.AgencyId == agencyId))
            .Select(e => e.CohortId).Distinct().ToListAsync(cancellationToken);
        // Whoever may see the enrolments may see in which cohort they were.
        return await db.Cohorts.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(c => others.Contains(c.Id) && c.StartsOn < cohort.StartsOn)
            .OrderByDescending(c => c.StartsOn).ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<FinalQuestions> QuestionsAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken) =>
        // The records' own scope holds; whoever reads the whole cohort trains there.
        new(await answers.ReadAsync(db, new AttemptFilter(cohort.CourseId, cohort.Id, Assessment: Step.Final), Scope.Everything, cancellationToken));
}
