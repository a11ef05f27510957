using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

/// <summary>Turns content into published, immutable versions, and lets learners go on with them.</summary>
public sealed class Publisher(Academy academy, ContentFolder folder, LearnersOnVersions learners, TimeProvider clock, ILogger<Publisher> log)
{
    public const string StartUp = "start-up";
    public const string CommandLine = "command line";

    /// <summary>
    /// Publishes what changed since the last start. A course with errors, or with newer text from the browser, stays on the
    /// version published last, and each finding is logged.
    /// </summary>
    /// <exception cref="StartupException">A course has errors and nothing was ever published.</exception>
    public async Task PublishAtStartAsync()
    {
        foreach (var publication in await ImportAsync(folder.Read(), StartUp, [], mayGoBack: false))
        {
            if (publication.Outcome is not (PublicationOutcome.Published or PublicationOutcome.Unchanged))
            {
                log.LogWarning("{Course} stays on the version published last: {Reason}", publication.CourseFolder, publication.Outcome);
            }

            foreach (var finding in publication.Findings)
            {
                log.Log(finding.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, "{Finding}", finding);
            }

            if (publication.Outcome == PublicationOutcome.HasErrors && !await IsPublishedAsync())
            {
                var findings = string.Join(Environment.NewLine, publication.Findings.Where(f => f.Severity == Severity.Error));
                throw new StartupException($"The content has errors and nothing was published before:{Environment.NewLine}{findings}");
            }
        }
    }

    /// <summary>
    /// Publishes each course that differs from what was last imported and has no errors. If the browser has published
    /// something newer of any of them, nothing is published, and the findings name each file.
    /// </summary>
    /// <param name="merged">Versions from the browser, as <c>foundations@5</c>, whose words the content holds already.</param>
    /// <param name="mayGoBack">Whether to publish again what an earlier import published.</param>
    public async Task<IReadOnlyList<Publication>> ImportAsync(ContentReading content, string by, IReadOnlyCollection<string> merged, bool mayGoBack = true)
    {
        var submissions = CourseReader.ReadAll(content.Documents).Select(reading => Submission.Of(reading, content)).ToList();
        var publications = await academy.WriteAsync(Scope.Everything, async db =>
        {
            var decided = new List<Publication>();
            foreach (var submission in submissions)
            {
                decided.Add(await DecideAsync(db, submission, merged, mayGoBack));
            }

            var isHeld = decided.Exists(p => p.Outcome == PublicationOutcome.Conflict);
            var publications = decided.Select(p => isHeld && p.Outcome == PublicationOutcome.Published ? p with { Outcome = PublicationOutcome.Held, Version = null } : p).ToList();
            foreach (var (submission, publication) in submissions.Zip(publications).Where(pair => pair.Second.Outcome == PublicationOutcome.Published))
            {
                await AddAsync(db, submission, publication.Version!.Value, by);
            }

            return publications;
        });
        foreach (var course in submissions.Select(s => s.Course).OfType<Course>())
        {
            await learners.MoveOnWhereNothingChangesAsync(course.Id);
        }

        return publications;
    }

    /// <summary>Publishes an earlier version as the latest.</summary>
    /// <param name="from">The network address it is done from.</param>
    /// <returns>The number of the latest version, which was the latest before when it says the same; null when there is no such version.</returns>
    public async Task<int?> PublishAgainAsync(string courseId, int number, Guid byId, string from, CancellationToken cancellationToken)
    {
        var published = await academy.WriteAsync(
            Scope.EverythingFor(byId),
            async db =>
            {
                var latest = await db.CourseVersions.LatestOf(courseId).FirstOrDefaultAsync(cancellationToken);
                var earlier = await db.CourseVersions.FirstOrDefaultAsync(v => v.CourseId == courseId && v.Number == number, cancellationToken);
                if (latest is null || earlier is null || earlier.Hash == latest.Hash)
                {
                    // Sent twice over a bad line, it was done the first time.
                    return earlier is null ? null : latest?.Number;
                }

                var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
                var version = new CourseVersion(courseId, latest.Number + 1, by.FullName, clock.GetUtcNow(), [.. earlier.Documents.Select(d => d with { })]);
                db.Add(version);
                await db.AuditAsync(by.AuditName, "course.published", $"{courseId}@{version.Number}, which is {courseId}@{number} again", from, clock.GetUtcNow(), cancellationToken);
                return (int?)version.Number;
            },
            cancellationToken);
        await learners.MoveOnWhereNothingChangesAsync(courseId);
        return published;
    }

    private async Task<Publication> DecideAsync(AcademyDb db, Submission submission, IReadOnlyCollection<string> merged, bool mayGoBack)
    {
        if (submission.Course is not { } course)
        {
            return new Publication(submission.Folder, null, PublicationOutcome.HasErrors, null, submission.Findings);
        }

        var latest = await db.CourseVersions.LatestOf(course.Id).FirstOrDefaultAsync();
        var imported = await db.CourseVersions.ImportedOf(course.Id).FirstOrDefaultAsync();
        if (latest?.Hash == submission.Hash)
        {
            latest.FoundInFolder(clock.GetUtcNow());
            return new Publication(submission.Folder, course.Id, PublicationOutcome.Unchanged, null, submission.Findings);
        }

        // A server whose own folder is behind, and a second one that is not updated yet, must not undo an import at their next start.
        if (imported?.Hash == submission.Hash || (!mayGoBack && await db.CourseVersions.ImportedOf(course.Id).AnyAsync(v => v.Hash == submission.Hash)))
        {
            return new Publication(submission.Folder, course.Id, PublicationOutcome.Behind, null, submission.Findings);
        }

        List<Finding> lost = latest is null || latest.Number == imported?.Number || merged.Contains($"{course.Id}@{latest.Number}")
            ? []
            : [.. latest.LostUnder(submission.Documents, imported)];
        return lost is []
            ? new Publication(submission.Folder, course.Id, PublicationOutcome.Published, (latest?.Number ?? 0) + 1, submission.Findings)
            : new Publication(submission.Folder, course.Id, PublicationOutcome.Conflict, null, [.. submission.Findings, .. lost]);
    }

    private async Task AddAsync(AcademyDb db, Submission submission, int number, string by)
    {
        var now = clock.GetUtcNow();
        var hashes = submission.Contents.Keys.ToList();
        var known = await db.Documents.Where(d => hashes.Contains(d.Hash)).Select(d => d.Hash).ToListAsync();
        // Another course of the same import may have brought the country files already.
        known.AddRange(db.Documents.Local.Select(d => d.Hash));
        db.AddRange(submission.Contents.Where(d => !known.Contains(d.Key)).Select(d => d.Value));
        var version = new CourseVersion(submission.Course!.Id, number, by, now, submission.Documents);
        version.FoundInFolder(now);
        db.Add(version);
        await db.AuditAsync(by, "course.published", $"{version.CourseId}@{number}", by, now, CancellationToken.None);
        // The next entry of the audit log is chained to this one.
        await db.SaveChangesAsync();
    }

    private async Task<bool> IsPublishedAsync()
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.CourseVersions.AnyAsync();
    }

    /// <summary>One course of the content, as it would be stored.</summary>
    private sealed record Submission(string Folder, Course? Course, IReadOnlyList<Finding> Findings, IReadOnlyList<VersionDocument> Documents, IReadOnlyDictionary<string, Document> Contents)
    {
        public string Hash { get; } = CourseVersion.HashOf(Documents);

        public static Submission Of(CourseReading reading, ContentReading content)
        {
            var documents = ContentFolder.Of(reading.Folder, content.Documents);
            var contents = documents.Select(d => Document.Of(d.Bytes.ToArray())).ToList();
            List<Finding> findings = [.. content.FindingsOf(reading.Folder), .. reading.Findings];
            return new Submission(
                reading.Folder,
                findings.Exists(f => f.Severity == Severity.Error) ? null : reading.Course,
                findings,
                [.. documents.Zip(contents, (document, content) => new VersionDocument(document.Path, content.Hash))],
                contents.DistinctBy(d => d.Hash).ToDictionary(d => d.Hash, StringComparer.Ordinal));
        }
    }
}

public enum PublicationOutcome
{
    Published,

    /// <summary>It says what the latest version says.</summary>
    Unchanged,

    /// <summary>It says what an import published before, and the latest version is newer.</summary>
    Behind,
    HasErrors,

    /// <summary>The browser has published something newer, which would be lost.</summary>
    Conflict,

    /// <summary>Nothing is wrong with it, but another course of the same import is in conflict.</summary>
    Held,
}

/// <summary>What became of one course.</summary>
/// <param name="CourseId">Null when it has errors.</param>
/// <param name="Version">The number of the version that was made.</param>
public sealed record Publication(string CourseFolder, string? CourseId, PublicationOutcome Outcome, int? Version, IReadOnlyList<Finding> Findings);
