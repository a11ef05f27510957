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

/// <summary>Puts a submitted draft into a new version of its course; of every course, for a country's file.</summary>
public sealed class DraftPublisher(Academy academy, Manuscripts manuscripts, LearnersOnVersions learners, TimeProvider clock)
{
    /// <param name="revision">Of the draft, that the person has read.</param>
    /// <param name="from">The network address it is done from.</param>
    /// <returns>Null when the draft is not theirs to decide about.</returns>
    public async Task<PublishOutcome?> PublishAsync(CurrentPerson by, Guid draftId, int revision, string from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        PublishOutcome? outcome;
        do
        {
            outcome = await TryAsync(by, draftId, revision, from, cancellationToken);
        }
        while (outcome is { IsOvertaken: true });

        if (outcome is { Problem: null })
        {
            foreach (var courseId in outcome.CourseIds)
            {
                await learners.MoveOnWhereNothingChangesAsync(courseId);
            }
        }

        return outcome;
    }

    private async Task<PublishOutcome?> TryAsync(CurrentPerson by, Guid draftId, int revision, string from, CancellationToken cancellationToken)
    {
        // To read and check courses takes a moment, in which nobody else could write if it were done further down.
        var courses = await manuscripts.LatestAsync(cancellationToken);
        var hasErrors = await HasErrorsAsync(by, draftId, courses, cancellationToken);
        return await academy.WriteAsync(
            by.Scope,
            async db =>
            {
                if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId, cancellationToken) is not { } draft || !await db.MayDecideAsync(by.Writer, draft, cancellationToken))
                {
                    return null;
                }

                var touched = TouchedBy(draft, courses);
                List<string> courseIds = [.. touched.Select(course => course.CourseId)];
                if (draft.State == DraftState.Published && draft.DecidedById == by.Id && draft.Revision == revision + 1)
                {
                    // Sent twice over a bad line, it was done the first time.
                    return new PublishOutcome(null, courseIds);
                }

                var latest = await db.CourseVersions.AsNoTracking().Latest().Select(v => v.Id).ToListAsync(cancellationToken);
                if (touched.Exists(course => !latest.Contains(course.VersionId)))
                {
                    return PublishOutcome.Overtaken;
                }

                var problem = Problem(draft, revision, touched) ?? (hasErrors ? ReviewProblem.HasErrors : null);
                if (problem is null)
                {
                    await PublishAsync(db, draft, touched, by, from, cancellationToken);
                }

                return new PublishOutcome(problem, courseIds);
            },
            cancellationToken);
    }

    private async Task<bool> HasErrorsAsync(CurrentPerson by, Guid draftId, IReadOnlyList<PublishedFiles> courses, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(by.Scope);
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draftId, cancellationToken);
        return draft is { State: DraftState.Submitted }
            && (TouchedBy(draft, courses) is not { Count: > 0 } touched || touched.Exists(course => new Manuscript(course.Folder, course.Documents, [.. draft.Documents]).HasErrors));
    }

    private static List<PublishedFiles> TouchedBy(Draft draft, IReadOnlyList<PublishedFiles> courses) =>
        [.. courses.Where(course => draft.CourseFolder is null || draft.CourseFolder == course.Folder)];

    private static ReviewProblem? Problem(Draft draft, int revision, List<PublishedFiles> courses) =>
        draft.State != DraftState.Submitted ? ReviewProblem.NotSubmitted
        : draft.Revision != revision ? ReviewProblem.ReadEarlier
        : Manuscripts.Find(courses, draft.Path)?.Hash != draft.BasedOn ? ReviewProblem.PublishedSince
        : draft.Country is not null && draft.Images.Any(image => courses.Exists(course => IsTaken(course, image))) ? ReviewProblem.ImageTaken
        : null;

    /// <summary>A country's text stands beside the others' and shares their folder of images.</summary>
    private static bool IsTaken(PublishedFiles course, DraftImage image) =>
        course.Hashes.TryGetValue(image.Path, out var published) && published != Document.Of(image.Bytes).Hash;

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
public sealed record PublishOutcome(ReviewProblem? Problem, IReadOnlyList<string> CourseIds)
{
    internal static readonly PublishOutcome Overtaken = new(ReviewProblem.PublishedSince, []);

    /// <summary>Something was published in the same moment, and nothing is known of what this would make of it.</summary>
    internal bool IsOvertaken => ReferenceEquals(this, Overtaken);
}
