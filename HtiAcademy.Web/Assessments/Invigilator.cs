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
    /// <returns>False when the officer may not begin now; the page says why.</returns>
    public Task<bool> StartAsync(CurrentPerson officer, string courseId, string assessment, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var now = clock.GetUtcNow();
                var enrolment = await db.Enrolments.Of(officer.Id).FirstOrDefaultAsync(e => e.CourseId == courseId, cancellationToken);
                if (enrolment is null)
                {
                    return false;
                }

                var attempts = db.Attempts.Where(a => a.EnrolmentId == enrolment.Id && a.Assessment == assessment);
                if (await attempts.AnyAsync(a => a.SubmittedAt == null, cancellationToken))
                {
                    return true;
                }

                var published = await catalogue.CourseAsync(enrolment.VersionId);
                if (BlueprintFor(published.Course, enrolment, assessment, officer, now) is not { } blueprint)
                {
                    return false;
                }

                var number = await attempts.CountAsync(cancellationToken) + 1;
                var locale = officer.Locale with { Country = enrolment.Country };
                db.Add(new Attempt(enrolment, blueprint, locale, number, RandomNumberGenerator.GetInt32(int.MaxValue), now));
                return true;
            },
            cancellationToken);

    /// <param name="values">As the form sent them.</param>
    /// <returns>Null when the officer has no such attempt.</returns>
    public Task<AnswerOutcome?> SaveAnswerAsync(CurrentPerson officer, Guid attemptId, int position, IReadOnlyList<string> values, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var attempt = await db.Attempts.FirstOrDefaultAsync(a => a.Id == attemptId && a.OfficerId == officer.Id, cancellationToken);
                if (attempt is null)
                {
                    return (AnswerOutcome?)null;
                }

                var bank = (await catalogue.CourseAsync(attempt.VersionId)).Questions(attempt.Locale);
                var question = attempt.Questions.FirstOrDefault(q => q.Position == position) is { } drawn ? bank.GetValueOrDefault(drawn.Hash) : null;
                return attempt.Answer(position, question, values, clock.GetUtcNow());
            },
            cancellationToken);

    /// <summary>Marks the attempt and, when it was the last step, completes the course and issues the certificate.</summary>
    /// <returns>False when the officer has no such attempt.</returns>
    public Task<bool> CollectAsync(CurrentPerson officer, Guid attemptId, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var attempt = await db.Attempts.FirstOrDefaultAsync(a => a.Id == attemptId && a.OfficerId == officer.Id, cancellationToken);
                if (attempt is not null)
                {
                    await CollectAsync(db, attempt, officer.Audience, cancellationToken);
                }

                return attempt is not null;
            },
            cancellationToken);

    private async Task CollectAsync(AcademyDb db, Attempt attempt, string audience, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var published = await catalogue.CourseAsync(attempt.VersionId);
        if (!attempt.Submit(published.Questions(attempt.Locale), now))
        {
            return;
        }

        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == attempt.EnrolmentId, cancellationToken);
        enrolment.Record(attempt);
        if (enrolment.Complete(published.Course, audience, now))
        {
            await db.IssueCertificateAsync(enrolment, published.Course, published.Number, now, cancellationToken);
        }
    }

    private static Blueprint? BlueprintFor(Course course, Enrolment enrolment, string assessment, CurrentPerson officer, DateTimeOffset now)
    {
        var progress = new Progress(course, enrolment, officer.Audience);
        var locale = officer.Locale with { Country = enrolment.Country };
        if (assessment == Step.Final)
        {
            return enrolment.IsOpen && progress.Next(now) == NextStep.TakeFinal ? Blueprint.ForFinal(course, locale, officer.Audience) : null;
        }

        var module = progress.Modules.FirstOrDefault(m => m.Module.Id == assessment);
        return enrolment.IsOpen && module is { Read: true } ? Blueprint.ForQuiz(module.Module, locale) : null;
    }
}
