using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>A version of a course in which one of its files changed.</summary>
/// <param name="Hash">Of the document at the file's path; null when the version took it away.</param>
/// <param name="WrittenBy">Null when it was not written in the browser.</param>
/// <param name="ApprovedBy">Null as well.</param>
public sealed record FileVersion(int Number, DateTimeOffset PublishedAt, string PublishedBy, string? Hash, string? WrittenBy, string? ApprovedBy);

internal static class FileHistory
{
    extension(AcademyDb db)
    {
        /// <summary>The newest first. A country's file lies in every course; it is told as the first of them had it.</summary>
        /// <returns>Empty when no version ever had the file.</returns>
        public async Task<IReadOnlyList<FileVersion>> HistoryAsync(string path, CancellationToken cancellationToken)
        {
            var courseId = await db.CourseVersions.Where(v => v.Documents.Any(d => d.Path == path)).OrderBy(v => v.CourseId).Select(v => v.CourseId).FirstOrDefaultAsync(cancellationToken);
            var versions = await db.CourseVersions.AsNoTracking().Where(v => v.CourseId == courseId).OrderBy(v => v.Number)
                .Select(v => new { v.Number, v.PublishedAt, v.PublishedBy, v.DraftId, Hash = v.Documents.Where(d => d.Path == path).Select(d => d.DocumentHash).FirstOrDefault() })
                .ToListAsync(cancellationToken);
            var changed = versions.Where((version, index) => version.Hash != (index == 0 ? null : versions[index - 1].Hash)).ToList();
            var draftIds = changed.Select(version => version.DraftId).OfType<Guid>().ToList();
            var drafts = await db.Drafts.Where(d => draftIds.Contains(d.Id)).Select(d => new { d.Id, d.AuthorId, d.DecidedById }).ToDictionaryAsync(d => d.Id, cancellationToken);
            var ids = drafts.Values.SelectMany(draft => new[] { draft.AuthorId, draft.DecidedById }).OfType<Guid>().ToList();
            // Who writes is a colleague, whom no trainer's scope shows.
            var names = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
            return
            [
                .. from version in changed
                   let draft = version.DraftId is { } id ? drafts.GetValueOrDefault(id) : null
                   orderby version.Number descending
                   select new FileVersion(version.Number, version.PublishedAt, version.PublishedBy, version.Hash, draft is null ? null : names[draft.AuthorId], draft?.DecidedById is { } decider ? names[decider] : null),
            ];
        }

        /// <returns>With line feeds alone; empty where there was no file.</returns>
        public async Task<string> TextAsync(FileVersion version, CancellationToken cancellationToken) =>
            version.Hash is { } hash ? Draft.WithLineFeeds(System.Text.Encoding.UTF8.GetString((await db.Documents.BytesAsync([hash], cancellationToken))[hash])) : "";
    }
}
