using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace HtiAcademy.Web.Authoring;

/// <summary>
/// Courses as they would be with what somebody writes. The files of the latest versions are kept in memory for a while: an
/// editor asks for them with every word.
/// </summary>
public sealed class Manuscripts(Academy academy, Catalogue catalogue) : IDisposable
{
    private const int MostVersions = 6;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _files = new(new MemoryCacheOptions { SizeLimit = MostVersions });

    /// <summary>The course that a draft is of; for a country's file every course.</summary>
    public async Task<IReadOnlyList<Manuscript>> WithAsync(Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var manuscripts = new List<Manuscript>();
        foreach (var course in await LatestAsync(cancellationToken))
        {
            if (draft.CourseFolder is null || draft.CourseFolder == course.Folder)
            {
                manuscripts.Add(new Manuscript(course.Folder, course.Documents, [.. draft.Documents]));
            }
        }

        return manuscripts;
    }

    /// <summary>A file as it is published.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<PublishedFile?> FindAsync(AuthoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Find([.. (await LatestAsync(cancellationToken)).Where(course => file.CourseFolder is null || file.CourseFolder == course.Folder)], file.Path);
    }

    /// <summary>What a translation or a country's own sections are made from, as it is published.</summary>
    /// <returns>Null for every other file, and when there is none.</returns>
    public async Task<PublishedFile?> ParentOfAsync(AuthoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file is { IsText: true, CourseFolder: { } folder }
            && (await LatestAsync(cancellationToken)).FirstOrDefault(course => course.Folder == folder) is { } published
            && Overlay.ParentPath(file.Path, await LanguageAsync(folder, cancellationToken)) is { } path
            ? published.Find(path)
            : null;
    }

    /// <summary>In which a course is written first.</summary>
    /// <exception cref="InvalidOperationException">There is no such course.</exception>
    public async Task<string> LanguageAsync(string courseFolder, CancellationToken cancellationToken) =>
        (await catalogue.CourseAsync((await LatestAsync(cancellationToken)).First(course => course.Folder == courseFolder).VersionId)).Course.Language;

    /// <summary>
    /// A file among the courses that have it. A country's lies in every one, and is changed in all at once; where a course was
    /// taken back to an earlier version it is the first one's that counts, for who reads it and for who goes on from it.
    /// </summary>
    internal static PublishedFile? Find(IReadOnlyList<PublishedFiles> courses, string path) =>
        courses.Select(course => course.Find(path)).FirstOrDefault(found => found is not null);

    /// <summary>The latest version of every course.</summary>
    public async Task<IReadOnlyList<PublishedFiles>> LatestAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Nobody);
        var latest = await db.CourseVersions.AsNoTracking().Latest().OrderBy(v => v.CourseId).Select(v => v.Id).ToListAsync(cancellationToken);
        var files = new List<PublishedFiles>();
        foreach (var id in latest)
        {
            files.Add((await _files.GetOrCreateAsync(id, async entry =>
            {
                entry.Size = 1;
                entry.SlidingExpiration = Kept;
                return await ReadAsync(db, id, cancellationToken);
            }))!);
        }

        return files;
    }

    public void Dispose() => _files.Dispose();

    private static async Task<PublishedFiles> ReadAsync(AcademyDb db, Guid versionId, CancellationToken cancellationToken)
    {
        var version = await db.CourseVersions.AsNoTracking().SingleAsync(v => v.Id == versionId, cancellationToken);
        var bytes = await db.Documents.BytesAsync(version.Documents.Select(d => d.DocumentHash), cancellationToken);
        var documents = version.Documents.Select(d => new SourceDocument(d.Path, bytes[d.DocumentHash])).ToList();
        return new PublishedFiles(version.Id, version.CourseId, version.Number, ContentFolder.CoursesIn(documents).Single(), documents, version.Documents.ToDictionary(d => d.Path, d => d.DocumentHash, StringComparer.Ordinal));
    }
}

/// <summary>The files of one version of a course, the countries' included.</summary>
/// <param name="Folder"><c>courses/foundations</c>.</param>
/// <param name="Hashes">By path.</param>
public sealed record PublishedFiles(Guid VersionId, string CourseId, int Number, string Folder, IReadOnlyList<SourceDocument> Documents, IReadOnlyDictionary<string, string> Hashes)
{
    /// <returns>Null when there is none at the path.</returns>
    public PublishedFile? Find(string path) =>
        Documents.FirstOrDefault(document => document.Path == path) is { } document ? new PublishedFile(document, Hashes[path], CourseId, Number) : null;
}

/// <param name="Hash">Of the stored document.</param>
public sealed record PublishedFile(SourceDocument Document, string Hash, string CourseId, int VersionNumber)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Document.Bytes.Span);
}
