using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>Why a draft is not published.</summary>
public enum PublishProblem
{
    /// <summary>It is taken back, published or given up.</summary>
    NotSubmitted,

    /// <summary>Changed since whoever decides read it.</summary>
    ReadEarlier,

    /// <summary>The file was published anew since the author began: they must see both.</summary>
    PublishedSince,
    HasErrors,
}

/// <summary>Puts a submitted draft into a new version of its course; of every course, for a country's file.</summary>
public sealed class DraftPublisher(Academy academy, Manuscripts manuscripts, LearnersOnVersions learners, TimeProvider clock)
{
    /// <param name="revision">Of the draft, that the person has read.</param>
    /// <param name="from">The network address it is done from.</param>
    /// <returns>Null when the draft is not theirs to decide about.</returns>
    public async Task<PublishOutcome?> PublishAsync(CurrentPerson by, Guid draftId, int revision, string from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var courses = await manuscripts.LatestAsync(cancellationToken);
        var outcome = await academy.WriteAsync(
            by.Scope,
            async db =>
            {
                if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId, cancellationToken) is not { } draft || !await db.MayDecideAsync(by.Writer, draft, cancellationToken))
                {
                    return null;
                }

                var touched = courses.Where(course => draft.CourseFolder is null || draft.CourseFolder == course.Folder).ToList();
                var latest = await db.CourseVersions.AsNoTracking().Latest().Select(v => v.Id).ToListAsync(cancellationToken);
                var problem = draft.State != DraftState.Submitted ? PublishProblem.NotSubmitted
                    : draft.Revision != revision ? PublishProblem.ReadEarlier
                    // Another publication came between: whoever publishes looks again at what it would be.
                    : touched.Exists(course => !latest.Contains(course.VersionId)) || touched.Select(course => course.Find(draft.Path)?.Hash).Any(hash => hash != draft.BasedOn) ? PublishProblem.PublishedSince
                    : touched.Exists(course => new Manuscript(course.Folder, course.Documents, [.. draft.Documents]).HasErrors) ? PublishProblem.HasErrors
                    : (PublishProblem?)null;
                if (problem is null)
                {
                    await PublishAsync(db, draft, touched, by, from, cancellationToken);
                }

                return new PublishOutcome(problem, [.. touched.Select(course => course.CourseId)]);
            },
            cancellationToken);
        if (outcome is { Problem: null })
        {
            foreach (var courseId in outcome.CourseIds)
            {
                await learners.MoveOnWhereNothingChangesAsync(courseId);
            }
        }

        return outcome;
    }

    private async Task PublishAsync(AcademyDb db, Draft draft, IReadOnlyList<PublishedFiles> courses, CurrentPerson by, string from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await db.People.SingleAsync(p => p.Id == by.Id, cancellationToken);
        var written = draft.Documents.ToDictionary(document => document.Path, document => Document.Of(document.Bytes.ToArray()), StringComparer.Ordinal);
        var hashes = written.Values.Select(document => document.Hash).ToList();
        var known = await db.Documents.Where(d => hashes.Contains(d.Hash)).Select(d => d.Hash).ToListAsync(cancellationToken);
        db.AddRange(written.Values.DistinctBy(document => document.Hash).Where(document => !known.Contains(document.Hash)));
        draft.Publish(person, now);
        foreach (var course in courses)
        {
            List<VersionDocument> documents =
            [
                .. course.Hashes.Where(file => !written.ContainsKey(file.Key)).Select(file => new VersionDocument(file.Key, file.Value)),
                .. written.Select(file => new VersionDocument(file.Key, file.Value.Hash)),
            ];
            db.Add(new CourseVersion(course.CourseId, course.Number + 1, person.FullName, now, documents, draft));
            await db.AuditAsync(person.AuditName, "course.published", $"{course.CourseId}@{course.Number + 1}, which is draft {draft.Id}", from, now, cancellationToken);
            // The next entry of the audit log is chained to this one.
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

/// <param name="Problem">Null when it is published.</param>
/// <param name="CourseIds">Whose text it is.</param>
public sealed record PublishOutcome(PublishProblem? Problem, IReadOnlyList<string> CourseIds);
