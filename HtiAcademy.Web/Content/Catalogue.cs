using System.Collections.Concurrent;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.FieldGuides;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace HtiAcademy.Web.Content;

/// <summary>
/// Published courses, read once from the database: a version never changes, so neither do its course and its pages.
/// </summary>
public sealed class Catalogue(Academy academy) : IDisposable
{
    // A page is about 12,000 characters; this holds some 2,000 of them.
    public const long MostCharacters = 24_000_000;

    private readonly ConcurrentDictionary<Guid, Lazy<Task<PublishedCourse>>> _courses = new();
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public async Task<PublishedCourse> CourseAsync(Guid versionId)
    {
        var course = _courses.GetOrAdd(versionId, id => new Lazy<Task<PublishedCourse>>(() => LoadAsync(id)));
        try
        {
            return await course.Value;
        }
        catch
        {
            // A failure to read must not be remembered for ever.
            _courses.TryRemove(new(versionId, course));
            throw;
        }
    }

    /// <summary>The questions that an attempt drew from, by their hash.</summary>
    public async Task<IReadOnlyDictionary<string, Question>> BankAsync(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return (await CourseAsync(attempt.VersionId)).Questions(attempt.Locale);
    }

    public ComposedModule Module(PublishedCourse published, Module module, Locale locale, string audience) =>
        _pages.GetOrCreate((published.VersionId, module.Id, locale, audience), entry =>
        {
            var composed = published.Course.Compose(module.Id, locale, audience);
            entry.Size = composed.Parts.Sum(part => part.Characters);
            return composed;
        })!;

    /// <param name="audience">Null for a reader of every audience's text.</param>
    public FieldGuide FieldGuide(PublishedCourse published, Locale locale, string? audience) =>
        _pages.GetOrCreate((published.VersionId, locale, audience), entry =>
        {
            var guide = published.Course.FieldGuide(locale, audience);
            entry.Size = guide.Characters;
            return guide;
        })!;

    public void Dispose() => _pages.Dispose();

    private async Task<PublishedCourse> LoadAsync(Guid versionId)
    {
        await using var db = academy.Open(Scope.Nobody);
        var version = await db.CourseVersions.AsNoTracking().SingleAsync(v => v.Id == versionId);
        var bytes = await db.Documents.BytesAsync(version.Documents.Select(d => d.DocumentHash));
        var documents = version.Documents.Select(d => new SourceDocument(d.Path, bytes[d.DocumentHash])).ToList();
        var course = CourseReader.ReadPublished(documents, ContentFolder.CoursesIn(documents).Single());
        return new PublishedCourse(version.Id, version.Number, course, documents.Where(d => d.Path.Contains("/images/", StringComparison.Ordinal)));
    }
}

/// <summary>A course at one of its versions.</summary>
public sealed class PublishedCourse(Guid versionId, int number, Course course, IEnumerable<SourceDocument> images)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _images = images.ToDictionary(i => i.Path, i => i.Bytes, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Locale, IReadOnlyDictionary<string, Question>> _questions = new();

    public Guid VersionId => versionId;

    public int Number => number;

    public Course Course => course;

    /// <param name="folder">Of the module, or of the course for its welcome text.</param>
    /// <returns>Null when there is no such image.</returns>
    public ReadOnlyMemory<byte>? Image(string folder, string name) => _images.TryGetValue($"{folder}/images/{name}", out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    /// <summary>Every question that officers of a locale can be asked, by its hash.</summary>
    public IReadOnlyDictionary<string, Question> Questions(Locale locale) => _questions.GetOrAdd(
        locale,
        l => course.Modules.SelectMany(m => m.Questions(l)).DistinctBy(q => q.Hash).ToDictionary(q => q.Hash, StringComparer.Ordinal));
}
