using System.Security.Cryptography;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Assessments;

/// <summary>Hands out the paper, takes each answer, collects the paper and marks it. Every step may be repeated.</summary>
public sealed class Invigilator(Academy academy, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Begins an attempt, or finds the one that is open.</summary>
    /// <param name="assessment">A module's id for its quiz, or <see cref="Step.Final"/>.</param>
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
                if (BlueprintFor(published.Course, enrolment, assessment, officer, now) is not { } blueprint)
                {
                    return false;
                }

                var number = await attempts.CountAsync(cancellationToken) + 1;
                var locale = officer.Locale with { Country = enrolment.Country };
                enrolment.Begin(now);
                db.Add(new Attempt(enrolment, blueprint, locale, number, RandomNumberGenerator.GetInt32(int.MaxValue), now));
                return true;
            },
            cancellationToken);

    /// <param name="values">As the form sent them.</param>
    /// <returns>Null when the officer has no such attempt at this assessment.</returns>
    public Task<AnswerOutcome?> SaveAnswerAsync(CurrentPerson officer, string courseId, string assessment, Guid attemptId, int position, IReadOnlyList<string> values, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var attempt = await FindAsync(db, officer, courseId, assessment, attemptId, cancellationToken);
                if (attempt is null)
                {
                    return (AnswerOutcome?)null;
                }

                var bank = (await catalogue.CourseAsync(attempt.VersionId)).Questions(attempt.Locale);
                var question = attempt.Questions.FirstOrDefault(q => q.Position == position) is { } drawn ? bank.GetValueOrDefault(drawn.Hash) : null;
                return attempt.Answer(position, question, question is null ? values : OptionOrder.Of(attempt, position, question).ToBank(values), clock.GetUtcNow());
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
                    await CollectAsync(db, attempt, officer.Audience, cancellationToken);
                }

                return attempt is not null;
            },
            cancellationToken);

    private async Task<Attempt?> FindAsync(AcademyDb db, CurrentPerson officer, string courseId, string assessment, Guid attemptId, CancellationToken cancellationToken)
    {
        var attempt = await db.Attempts.FirstOrDefaultAsync(a => a.Id == attemptId && a.OfficerId == officer.Id && a.Assessment == assessment, cancellationToken);
        return attempt is not null && (await catalogue.CourseAsync(attempt.VersionId)).Course.Id == courseId ? attempt : null;
    }

    private async Task CollectAsync(AcademyDb db, Attempt attempt, string audience, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The paper is marked by the version it was drawn from; what completes the course is said by the one studied now.
        var paper = await catalogue.CourseAsync(attempt.VersionId);
        if (!attempt.Submit(paper.Questions(attempt.Locale), now))
        {
            return;
        }

        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == attempt.EnrolmentId, cancellationToken);
        var published = await catalogue.CourseAsync(enrolment.VersionId);
        enrolment.Record(attempt);
        if (enrolment.Complete(published.Course, audience, now))
        {
            await db.IssueCertificateAsync(enrolment, published.Course, published.Number, now, cancellationToken);
        }
    }

    private static Blueprint? BlueprintFor(Course course, Enrolment enrolment, string assessment, CurrentPerson officer, DateTimeOffset now)
    {
        var progress = new Progress(course, enrolment, officer.Audience);
        if (!progress.MayTake(assessment, now))
        {
            return null;
        }

        var locale = officer.Locale with { Country = enrolment.Country };
        return assessment == Step.Final ? Blueprint.ForFinal(course, locale, officer.Audience) : Blueprint.ForQuiz(course.Module(assessment), locale);
    }
}
