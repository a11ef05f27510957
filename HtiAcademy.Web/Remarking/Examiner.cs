using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Remarking;

/// <summary>Marks attempts again whose questions had a wrong key: first to show what would change, then as it was shown.</summary>
public sealed class Examiner(Academy academy, Catalogue catalogue, IProveCertificates prover, RemarkLetter letter, TimeProvider clock)
{
    /// <summary>The questions by whose latest key a reader's officers are not marked.</summary>
    /// <returns>Null when there is no such course.</returns>
    public async Task<IReadOnlyList<CorrectedQuestion>?> FindAsync(AcademyDb db, string courseId, Scope reader, CancellationToken cancellationToken)
    {
        if (await LatestAsync(db, courseId, cancellationToken) is not { } keys)
        {
            return null;
        }

        var found = new List<CorrectedQuestion>();
        foreach (var marked in await db.MarkedKeys(courseId, reader).ToListAsync(cancellationToken))
        {
            var paper = await catalogue.CourseAsync(marked.VersionId);
            if (keys.Find(paper, new Locale(marked.Language, marked.Country), marked.Assessment, marked.Name, marked.Hash) is { } corrected)
            {
                found.Add(corrected with { Attempts = marked.Attempts });
            }
        }

        return
        [
            .. found.GroupBy(corrected => corrected.Id)
                .Select(same => same.First() with { Attempts = same.Sum(corrected => corrected.Attempts) })
                .OrderBy(corrected => corrected.ModuleId, StringComparer.Ordinal)
                .ThenBy(corrected => corrected.Old.Name, StringComparer.Ordinal)
                .ThenBy(corrected => corrected.Id, StringComparer.Ordinal),
        ];
    }

    /// <param name="chosen">Ids of corrected questions.</param>
    public async Task<RemarkPreview> PreviewAsync(AcademyDb db, string courseId, IReadOnlyCollection<string> chosen, Scope reader, CancellationToken cancellationToken)
    {
        var keys = await LatestAsync(db, courseId, cancellationToken);
        var wanted = (await FindAsync(db, courseId, reader, cancellationToken) ?? []).Where(corrected => chosen.Contains(corrected.Id)).ToList();
        var hashes = wanted.Select(corrected => corrected.Old.Hash).Distinct().ToList();
        var drawn = await db.MarkedAttempts(courseId, reader)
            .Where(a => a.Questions.Any(q => hashes.Contains(q.Correction == null ? q.Hash : q.Correction.NewHash)))
            .ToListAsync(cancellationToken);
        // Whoever may see an attempt may see whose it is, though the officer works in another country by now.
        var officers = drawn.ConvertAll(a => a.OfficerId);
        var names = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(p => officers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        var attempts = new List<RemarkedAttempt>();
        foreach (var attempt in drawn)
        {
            var corrected = await CorrectedAsync(attempt, keys!, chosen);
            if (corrected.Count > 0)
            {
                attempts.Add(new RemarkedAttempt(attempt, names[attempt.OfficerId], corrected));
            }
        }

        return new RemarkPreview(attempts);
    }

    /// <summary>Applies what a preview showed, in one transaction.</summary>
    /// <param name="from">The network address it is decided from.</param>
    /// <returns>Null, and nothing is done, when the preview would be another now.</returns>
    public Task<RemarkPreview?> ApplyAsync(CurrentPerson trainer, string courseId, IReadOnlyCollection<string> chosen, string seen, string from, CancellationToken cancellationToken) =>
        academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                var preview = await PreviewAsync(db, courseId, chosen, trainer.Scope, cancellationToken);
                if (preview.Hash != seen || preview.Attempts.Count == 0)
                {
                    return null;
                }

                var by = (await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken)).AuditName;
                var latest = (await LatestAsync(db, courseId, cancellationToken))!.Latest;
                foreach (var officer in preview.Attempts.GroupBy(a => a.Attempt.EnrolmentId))
                {
                    await RemarkAsync(db, [.. officer], latest, preview, by, cancellationToken);
                }

                await AuditAsync(db, courseId, latest, preview, by, from, cancellationToken);
                return preview;
            },
            cancellationToken);

    private async Task RemarkAsync(AcademyDb db, List<RemarkedAttempt> attempts, PublishedCourse latest, RemarkPreview preview, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == attempts[0].Attempt.EnrolmentId, cancellationToken);
        var officer = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).SingleAsync(p => p.Id == enrolment.OfficerId, cancellationToken);
        foreach (var remarked in attempts)
        {
            remarked.Attempt.Remark(remarked.Questions, latest.VersionId, by, now);
            if (enrolment.StepOf(remarked.Attempt.Assessment) is not null)
            {
                enrolment.RecordAgain(remarked.Attempt);
            }
        }

        var studied = await catalogue.CourseAsync(enrolment.VersionId);
        var completed = enrolment.Complete(studied.Course, officer.Audience, now);
        if (completed)
        {
            await db.IssueCertificateAsync(enrolment, studied.Course, studied.Number, prover, now, cancellationToken);
        }

        if (attempts.Exists(a => a.IsRaised))
        {
            db.Send(officer, to => letter.Write(enrolment, to, attempts.Exists(a => a.PassesNow), completed, preview.Hash, now));
        }

        // The next certificate's number follows the one that is in the database.
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AuditAsync(AcademyDb db, string courseId, PublishedCourse latest, RemarkPreview preview, string by, string from, CancellationToken cancellationToken)
    {
        foreach (var question in preview.Attempts.SelectMany(a => a.Corrected.Values.Select(corrected => (Corrected: corrected, Of: a))).GroupBy(a => a.Corrected.Id).OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            var corrected = question.First().Corrected;
            var record = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{courseId}@{latest.Number} {corrected.ModuleId}/{corrected.Old.Name}: {corrected.Old.Hash} to {corrected.New.Hash}; {question.Count()} attempts, {question.Count(a => a.Of.IsRaised)} raised, {question.Count(a => a.Of.PassesNow)} pass now");
            await db.AuditAsync(by, "question.remarked", record, from, clock.GetUtcNow(), cancellationToken);
            // The next entry of the audit log is chained to this one.
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Dictionary<int, CorrectedQuestion>> CorrectedAsync(Attempt attempt, LatestKeys keys, IReadOnlyCollection<string> chosen)
    {
        var corrected = new Dictionary<int, CorrectedQuestion>();
        foreach (var drawn in attempt.Questions.Where(drawn => !drawn.IsForgotten))
        {
            var paper = await catalogue.CourseAsync(drawn.Correction?.VersionId ?? attempt.VersionId);
            if (keys.Find(paper, attempt.Locale, attempt.Assessment, drawn.Name, drawn.KeyHash) is { } question && chosen.Contains(question.Id))
            {
                corrected[drawn.Position] = question;
            }
        }

        return corrected;
    }

    private async Task<LatestKeys?> LatestAsync(AcademyDb db, string courseId, CancellationToken cancellationToken) =>
        await db.CourseVersions.LatestOf(courseId).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken) is { } latest
            ? new LatestKeys(await catalogue.CourseAsync(latest))
            : null;
}
