using HtiAcademy.Domain;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Board;

/// <summary>One officer on the board of a class in one room.</summary>
public sealed record BoardRow(Guid EnrolmentId, string Name, EnrolmentState State, Progress Progress, NextStep Next)
{
    /// <summary>The first letter of each word, for a room into which others can look: two officers may have the same.</summary>
    public string Initials => string.Concat(Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => $"{System.Globalization.StringInfo.GetNextTextElement(word)}."));
}

/// <summary>How a class stands at one moment.</summary>
public sealed record BoardReading(string CohortName, Country Country, DateTimeOffset AsOf, IReadOnlyList<BoardRow> Rows);

/// <summary>Reads the board with two small queries, and holds nothing open between one reading and the next.</summary>
public sealed class BoardReader(Academy academy, Catalogue catalogue, TimeProvider clock)
{
    /// <returns>Null when there is no such cohort for that person.</returns>
    public async Task<BoardReading?> ReadAsync(CurrentPerson trainer, Guid cohortId, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(trainer.Scope);
        if (await db.CohortTrainedByAsync(trainer, cohortId, cancellationToken) is not { } cohort)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        // Whoever may see an enrolment may see whose it is, though the officer works in another country.
        var members = await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking()
            .Where(e => e.CohortId == cohortId && e.State != EnrolmentState.Withdrawn)
            .Join(db.People, e => e.OfficerId, p => p.Id, (e, p) => new { Enrolment = e, p.FullName, p.Audience })
            .ToListAsync(cancellationToken);
        var rows = new List<BoardRow>(members.Count);
        foreach (var member in members.OrderBy(m => m.FullName, StringComparer.CurrentCulture))
        {
            var course = (await catalogue.CourseAsync(member.Enrolment.VersionId)).Course;
            var progress = new Progress(course, member.Enrolment, member.Audience);
            rows.Add(new BoardRow(member.Enrolment.Id, member.FullName, member.Enrolment.State, progress, member.Enrolment.IsOpen ? progress.Next(now) : NextStep.Nothing));
        }

        return new BoardReading(cohort.Name, (await catalogue.CourseAsync(cohort.VersionId)).Course.Country(cohort.Country), now, rows);
    }
}
