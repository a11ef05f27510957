using System.Security.Cryptography;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Assessments;

/// <summary>Hands out the paper, takes each answer, collects the paper and marks it. Every step may be repeated.</summary>
public sealed class Invigilator(Academy academy, Catalogue catalogue, CourseCompletion completion, TimeProvider clock)
{
    /// <summary>Begins an attempt, or finds the one that is open.</summary>
    /// <param name="assessment">A module's id for its quiz, <see cref="Step.Pretest"/> or <see cref="Step.Final"/>.</param>
    /// <returns>False when the officer may not begin now, and the page says why; null when they are not on the course.</returns>
    public Task<bool?> StartAsync(CurrentPerson officer, string courseId, string assessment, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var now = clock.GetUtcNow();
                var enrolment = await db.Enrolments.Of(officer.Id).FirstOrDefaultAsync(e => e.CourseId == courseId, cancellationToken);
                if (enrolment is null)
                {
                    return (bool?)null;
                }

                var attempts = db.Attempts.Where(a => a.EnrolmentId == enrolment.Id && a.Assessment == assessment);
                if (await attempts.AnyAsync(a => a.SubmittedAt == null, cancellationToken))
                {
                    return true;
                }

                // Its answers could be looked up in a quiz taken at the same time.
                if (await db.Attempts.AnyAsync(a => a.EnrolmentId == enrolment.Id && a.Assessment == Step.Final && a.SubmittedAt == null, cancellationToken))
                {
                    return false;
                }

                var published = await catalogue.CourseAsync(enrolment.VersionId);
                var progress = await db.ProgressAsync(published.Course, enrolment, officer.Audience, cancellationToken);
                if (!progress.MayTake(assessment, now))
                {
                    return false;
                }

                var number = await attempts.CountAsync(cancellationToken) + 1;
                var locale = officer.Locale with { Country = enrolment.Country };
                enrolment.Begin(now);
                db.Add(new Attempt(enrolment, BlueprintFor(published.Course, assessment, locale, officer.Audience), locale, number, RandomNumberGenerator.GetInt32(int.MaxValue), now));
                return true;
            },
            cancellationToken);

    /// <summary>Saves what was answered, each answer that fits its question whatever the others are.</summary>
    /// <returns>What became of each, in their order; null when the officer has no such attempt at this assessment.</returns>
    public Task<SavedAnswers?> SaveAnswersAsync(
        CurrentPerson officer, string courseId, string assessment, Guid attemptId, IReadOnlyList<PostedAnswer> answers, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var attempt = await FindAsync(db, officer, courseId, assessment, attemptId, cancellationToken);
                if (attempt is null)
                {
                    return null;
                }

                var now = clock.GetUtcNow();
                var paper = await catalogue.CourseAsync(attempt.VersionId);
                var bank = paper.Questions(attempt.Locale);
                return (SavedAnswers?)new SavedAnswers([.. answers.Select(answer => Save(answer, attempt, bank, now))], now, paper.Course.Country(attempt.Country));
            },
            cancellationToken);

    /// <summary>Marks the attempt and, when it was the last step, completes the course and issues the certificate.</summary>
    /// <returns>False when the officer has no such attempt at this assessment.</returns>
    public Task<bool> CollectAsync(CurrentPerson officer, string courseId, string assessment, Guid attemptId, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var attempt = await FindAsync(db, officer, courseId, assessment, attemptId, cancellationToken);
                if (attempt is not null)
                {
                    await CollectAsync(db, attempt, cancellationToken);
                }

                return attempt is not null;
            },
            cancellationToken);

    /// <summary>Collects every attempt whose time is over and whose officer has not come back.</summary>
    /// <returns>How many were collected.</returns>
    public async Task<int> CollectOverdueAsync(CancellationToken cancellationToken)
    {
        List<Guid> overdue;
        await using (var db = academy.Open(Scope.Everything))
        {
            var closedBefore = clock.GetUtcNow() - Attempt.Grace;
            overdue = await db.Attempts.Where(a => a.SubmittedAt == null && a.EndsAt <= closedBefore).OrderBy(a => a.EndsAt).Select(a => a.Id).ToListAsync(cancellationToken);
        }

        var collected = 0;
        foreach (var id in overdue)
        {
            collected += await CollectOverdueAsync(id, cancellationToken) ? 1 : 0;
        }

        return collected;
    }

    /// <returns>False when its time is not over: the officer was quicker, or was given more.</returns>
    public Task<bool> CollectOverdueAsync(Guid attemptId, CancellationToken cancellationToken) =>
        academy.WriteAsync(Scope.Everything, db => CollectOverdueAsync(db, attemptId, cancellationToken), cancellationToken);

    private async Task<bool> CollectOverdueAsync(AcademyDb db, Guid id, CancellationToken cancellationToken)
    {
        var attempt = await db.Attempts.SingleAsync(a => a.Id == id, cancellationToken);
        if (!attempt.IsOverdue(clock.GetUtcNow()))
        {
            return false;
        }

        await CollectAsync(db, attempt, cancellationToken);
        return true;
    }

    private static AnswerOutcome Save(PostedAnswer answer, Attempt attempt, IReadOnlyDictionary<string, Question> bank, DateTimeOffset now)
    {
        attempt.Flag(answer.Position, answer.Flagged, now);
        var question = attempt.Questions.FirstOrDefault(q => q.Position == answer.Position) is { } drawn ? bank.GetValueOrDefault(drawn.Hash) : null;
        return attempt.Answer(answer.Position, question, question is null ? answer.Values : OptionOrder.Of(attempt, answer.Position, question).ToBank(answer.Values), now);
    }

    private async Task<Attempt?> FindAsync(AcademyDb db, CurrentPerson officer, string courseId, string assessment, Guid attemptId, CancellationToken cancellationToken)
    {
        var attempt = await db.Attempts.FirstOrDefaultAsync(a => a.Id == attemptId && a.OfficerId == officer.Id && a.Assessment == assessment, cancellationToken);
        return attempt is not null && (await catalogue.CourseAsync(attempt.VersionId)).Course.Id == courseId ? attempt : null;
    }

    private async Task CollectAsync(AcademyDb db, Attempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The paper is marked by the version it was drawn from; what completes the course is said by the one studied now.
        var paper = await catalogue.CourseAsync(attempt.VersionId);
        if (attempt.Submit(paper.Questions(attempt.Locale), now))
        {
            await completion.RecordAsync(db, attempt, now, cancellationToken);
        }
    }

    private static Blueprint BlueprintFor(Course course, string assessment, Locale locale, string audience) => assessment switch
    {
        Step.Final => Blueprint.ForFinal(course, locale, audience),
        Step.Pretest => Blueprint.ForPretest(course, locale, audience),
        _ => Blueprint.ForQuiz(course.Module(assessment), locale),
    };
}

/// <param name="Country">Whose clock the officer reads.</param>
public sealed record SavedAnswers(IReadOnlyList<AnswerOutcome> Outcomes, DateTimeOffset At, Country Country);

/// <summary>One answer as a form sent it.</summary>
/// <param name="Position">1-based, in the attempt.</param>
public sealed record PostedAnswer(int Position, IReadOnlyList<string> Values, bool Flagged);
