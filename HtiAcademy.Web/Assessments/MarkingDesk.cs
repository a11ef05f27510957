using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Assessments;

public enum MarkingAct
{
    /// <summary>Keep it, and show it to nobody else.</summary>
    Draft,
    Give,

    /// <summary>Give it, and ask for a second marker.</summary>
    GiveAndAsk,

    /// <summary>Say what counts where two marks differ.</summary>
    Agree,
}

public enum MarkingOutcome
{
    Kept,
    Given,

    /// <summary>Points are missing or out of bounds, or the comment is too long. Nothing was changed.</summary>
    Refused,

    /// <summary>Others were first. Nothing was changed.</summary>
    TooLate,
}

/// <summary>An essay before one marker.</summary>
/// <param name="Marking">A new one when nobody has begun.</param>
public sealed record EssayOnDesk(Attempt Attempt, DrawnQuestion Drawn, Essay Essay, PublishedCourse Paper, EssayMarking Marking, MarkingStage Stage);

/// <summary>Where trainers mark essays. Every act may be repeated.</summary>
public sealed class MarkingDesk(Academy academy, Catalogue catalogue, CourseCompletion completion, MarkedLetter letter, TimeProvider clock)
{
    /// <returns>Null when it is no submitted essay of the marker's countries, or the marker's own.</returns>
    public async Task<EssayOnDesk?> FindAsync(AcademyDb db, CurrentPerson marker, Guid attemptId, int position, CancellationToken cancellationToken)
    {
        var attempt = await db.AttemptsMarkedBy(marker.Id, CountriesOf(marker)).FirstOrDefaultAsync(a => a.Id == attemptId, cancellationToken);
        if (attempt?.Questions.FirstOrDefault(q => q.Position == position) is not { Response: not null } drawn)
        {
            return null;
        }

        var paper = await catalogue.CourseAsync(attempt.VersionId);
        if (paper.Questions(attempt.Locale)[drawn.Hash] is not Essay essay)
        {
            return null;
        }

        var marking = await db.EssayMarkings.FirstOrDefaultAsync(m => m.AttemptId == attemptId && m.Position == position, cancellationToken)
            ?? new EssayMarking(attempt, position);
        return new EssayOnDesk(attempt, drawn, essay, paper, marking, marking.StageFor(marker.Id, marker.Has(Roles.Administrator)));
    }

    /// <summary>The essays that no mark counts for yet, the longest waiting first, each with what the marker has to do.</summary>
    public Task<IReadOnlyList<QueuedEssay>> QueueAsync(AcademyDb db, CurrentPerson marker, CancellationToken cancellationToken) =>
        db.MarkingQueueAsync(marker.Id, CountriesOf(marker), cancellationToken);

    /// <param name="typed">The points as they were typed, for each criterion.</param>
    /// <returns>Null when there is no such essay for this marker.</returns>
    public Task<MarkingOutcome?> MarkAsync(
        CurrentPerson marker, Guid attemptId, int position, IReadOnlyList<string> typed, string comment, MarkingAct act, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        marker.Scope,
        async db =>
        {
            if (await FindAsync(db, marker, attemptId, position, cancellationToken) is not { } desk)
            {
                return (MarkingOutcome?)null;
            }

            var points = EssayPoints.Read(typed, desk.Essay.Guide);
            if (points.Refused.Count > 0 || comment.Length > EssayMarking.LongestComment || (act != MarkingAct.Draft && !points.IsWhole))
            {
                return MarkingOutcome.Refused;
            }

            if (!Take(desk, marker, points.Values, comment, act))
            {
                return IsRepeated(desk, marker, points.Values, comment, act) ? MarkingOutcome.Given : MarkingOutcome.TooLate;
            }

            if (db.Entry(desk.Marking).State == EntityState.Detached)
            {
                db.Add(desk.Marking);
            }

            if (desk.Marking.MarkedAt is not null)
            {
                await CountAsync(db, desk, marker, from, cancellationToken);
            }

            return act == MarkingAct.Draft ? MarkingOutcome.Kept : MarkingOutcome.Given;
        },
        cancellationToken);

    /// <summary>Who wrote an essay; that the marker wanted to know is audited.</summary>
    /// <returns>Null when there is no such essay for this marker.</returns>
    public Task<string?> NameAsync(CurrentPerson marker, Guid attemptId, int position, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        marker.Scope,
        async db =>
        {
            if (await FindAsync(db, marker, attemptId, position, cancellationToken) is not { } desk)
            {
                return null;
            }

            await AuditAsync(db, marker, "essay.name-shown", RecordOf(desk), from, cancellationToken);
            return (string?)(await OfficerAsync(db, desk, cancellationToken)).FullName;
        },
        cancellationToken);

    private static string[]? CountriesOf(CurrentPerson marker) => marker.Has(Roles.Administrator) ? null : [.. marker.TrainsIn];

    private bool Take(EssayOnDesk desk, CurrentPerson marker, IReadOnlyList<decimal?> points, string comment, MarkingAct act)
    {
        var now = clock.GetUtcNow();
        return act switch
        {
            MarkingAct.Draft => desk.Marking.Draft(marker.Id, points, comment, now),
            MarkingAct.Agree => desk.Marking.Agree(marker.Id, marker.Has(Roles.Administrator), desk.Essay.Guide, points, comment, now),
            _ => desk.Marking.Give(marker.Id, desk.Essay.Guide, points, comment, askSecond: act == MarkingAct.GiveAndAsk, now),
        };
    }

    // Sent twice over a bad line, it was done the first time; but what another has decided meanwhile is not this marker's.
    private static bool IsRepeated(EssayOnDesk desk, CurrentPerson marker, IReadOnlyList<decimal?> points, string comment, MarkingAct act) => act switch
    {
        MarkingAct.Draft => false,
        MarkingAct.Agree => desk.Stage == MarkingStage.Marked && points.SequenceEqual(desk.Marking.Points.Select(p => (decimal?)p)) && comment == desk.Marking.Comment,
        _ => desk.Marking.MarkOf(marker.Id) is { GivenAt: not null } mine && points.SequenceEqual(mine.Points) && (act != MarkingAct.GiveAndAsk || desk.Marking.SecondAsked),
    };

    private async Task CountAsync(AcademyDb db, EssayOnDesk desk, CurrentPerson marker, string from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (given, most) = (desk.Marking.Points.Sum(), desk.Essay.Guide.MaxPoints);
        if (!desk.Attempt.MarkEssay(desk.Drawn.Position, given / most))
        {
            return;
        }

        await AuditAsync(db, marker, "essay.marked", string.Create(CultureInfo.InvariantCulture, $"{RecordOf(desk)}: {given:0.##} of {most} points"), from, cancellationToken);
        if (!desk.Attempt.WaitsForMarking)
        {
            await completion.RecordAsync(db, desk.Attempt, now, cancellationToken);
            db.Send(await OfficerAsync(db, desk, cancellationToken), to => letter.Write(desk.Attempt, to, now));
        }
    }

    // Never by name: the log is read by people who mark.
    private static string RecordOf(EssayOnDesk desk) => $"enrolment {desk.Attempt.EnrolmentId}, {desk.Attempt.Assessment}, attempt {desk.Attempt.Number}, question {desk.Drawn.Position}";

    private async Task AuditAsync(AcademyDb db, CurrentPerson marker, string what, string record, string from, CancellationToken cancellationToken)
    {
        var by = await db.People.SingleAsync(p => p.Id == marker.Id, cancellationToken);
        await db.AuditAsync(by.AuditName, what, record, from, clock.GetUtcNow(), cancellationToken);
    }

    private static Task<Person> OfficerAsync(AcademyDb db, EssayOnDesk desk, CancellationToken cancellationToken) =>
        db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == desk.Attempt.OfficerId, cancellationToken);
}
