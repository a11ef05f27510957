using System.Security.Cryptography;
using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

/// <summary>Turns the content folder into published, immutable versions.</summary>
public sealed class Publisher(Academy academy, ContentFolder folder, TimeProvider clock, ILogger<Publisher> log)
{
    /// <summary>
    /// Publishes what changed since the last start. A course with errors stays on the version published last, and each
    /// finding is logged.
    /// </summary>
    /// <exception cref="StartupException">A course has errors and nothing was ever published.</exception>
    public async Task PublishAtStartAsync()
    {
        foreach (var publication in await PublishAsync(folder.Read(), "start-up"))
        {
            foreach (var finding in publication.Findings)
            {
                log.Log(finding.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, "{Finding}", finding);
            }

            if (publication.Refused && !await IsPublishedAsync())
            {
                var findings = string.Join(Environment.NewLine, publication.Findings.Where(f => f.Severity == Severity.Error));
                throw new StartupException($"The content has errors and nothing was published before:{Environment.NewLine}{findings}");
            }
        }
    }

    /// <summary>Publishes each course that differs from its latest version and has no errors.</summary>
    public async Task<IReadOnlyList<Publication>> PublishAsync(IReadOnlyList<SourceDocument> documents, string publishedBy)
    {
        var publications = new List<Publication>();
        foreach (var courseFolder in ContentFolder.CoursesIn(documents))
        {
            var ofCourse = ContentFolder.Of(courseFolder, documents);
            var reading = CourseReader.Read(ofCourse, courseFolder);
            var version = reading.Course is { } course ? await PublishAsync(course, ofCourse, publishedBy) : null;
            publications.Add(new Publication(courseFolder, reading.Course is null, version, reading.Findings));
        }

        return publications;
    }

    private Task<int?> PublishAsync(Course course, IReadOnlyList<SourceDocument> documents, string publishedBy)
    {
        var stored = documents.Select(d => new Document(HashOf(d.Bytes.Span), d.Bytes.ToArray())).ToList();
        var paths = documents.Zip(stored, (source, document) => new VersionDocument(source.Path, document.Hash)).ToList();
        var hash = HashOf(Encoding.UTF8.GetBytes(string.Join('\n', paths.Select(p => $"{p.DocumentHash} {p.Path}"))));
        return academy.WriteAsync(Scope.Everything, async db =>
        {
            var latest = await db.CourseVersions.LatestOf(course.Id).Select(v => new { v.Number, v.Hash }).FirstOrDefaultAsync();
            if (latest?.Hash == hash)
            {
                return null;
            }

            var hashes = stored.Select(d => d.Hash).ToList();
            var known = await db.Documents.Where(d => hashes.Contains(d.Hash)).Select(d => d.Hash).ToListAsync();
            db.AddRange(stored.DistinctBy(d => d.Hash).Where(d => !known.Contains(d.Hash)));
            var version = new CourseVersion(course.Id, (latest?.Number ?? 0) + 1, hash, publishedBy, clock.GetUtcNow(), paths);
            db.Add(version);
            return (int?)version.Number;
        });
    }

    private async Task<bool> IsPublishedAsync()
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.CourseVersions.AnyAsync();
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What became of one course.</summary>
/// <param name="Refused">Errors kept it from being published.</param>
/// <param name="Version">The number of the version that was made; null when nothing changed or it was refused.</param>
public sealed record Publication(string CourseFolder, bool Refused, int? Version, IReadOnlyList<Finding> Findings);
