using System.IO.Compression;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

/// <summary>The latest version of every course as files again, byte for byte what was imported or saved.</summary>
public sealed class ContentExport(Academy academy)
{
    /// <param name="courseId">Null for all courses.</param>
    /// <returns>The files in the order of their paths; a finding for each that two courses' latest versions do not agree on.</returns>
    public async Task<ContentReading> ReadAsync(string? courseId = null)
    {
        await using var db = academy.Open(Scope.Everything);
        var latest = await db.CourseVersions.AsNoTracking().Latest().Where(v => courseId == null || v.CourseId == courseId).ToListAsync();
        var files = latest.SelectMany(v => v.Documents.Select(d => (d.Path, Hash: d.DocumentHash, v.CourseId))).ToLookup(d => d.Path, StringComparer.Ordinal);
        var bytes = await db.Documents.BytesAsync(files.SelectMany(f => f).Select(d => d.Hash));
        return new ContentReading(
            [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceDocument(f.Key, bytes[f.First().Hash]))],
            [.. files.Where(f => f.DistinctBy(d => d.Hash).Count() > 1).Select(f => Dispute(f.Key, f.Select(d => d.CourseId)))]);
    }

    private static Finding Dispute(string path, IEnumerable<string> courses) =>
        new(path, 1, Severity.Error, FindingCodes.ImportConflict, $"The latest versions of {string.Join(" and ", courses.Order(StringComparer.Ordinal))} do not agree on this file; export one course at a time.");

    /// <summary>Writes the files into a folder, unless something there would be lost. No file is ever removed.</summary>
    /// <param name="overwrite">Whether files that say something else may be replaced.</param>
    /// <returns>The paths that stand in the way: when there are any, nothing is written.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<SourceDocument> documents, string folder, bool overwrite)
    {
        var there = new ContentFolder(folder).ReadWhatIsThere();
        var wanted = documents.ToDictionary(d => d.Path, d => d.Bytes, StringComparer.Ordinal);
        List<string> inTheWay =
        [
            .. there.Findings.Select(f => f.Path),
            .. there.Documents.Where(d => !wanted.TryGetValue(d.Path, out var bytes) || (!overwrite && !bytes.Span.SequenceEqual(d.Bytes.Span))).Select(d => d.Path),
        ];
        foreach (var document in inTheWay is [] ? documents : [])
        {
            var file = Path.GetFullPath(Path.Combine(folder, document.Path));
            if (!file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new IOException($"{document.Path} leads out of the folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, document.Bytes.ToArray());
        }

        return inTheWay;
    }

    /// <exception cref="IOException">The archive exists already, or cannot be written.</exception>
    public static void Pack(IReadOnlyList<SourceDocument> documents, string archivePath)
    {
        using var archive = ZipFile.Open(archivePath, ZipArchiveMode.Create);
        foreach (var document in documents)
        {
            using var entry = archive.CreateEntry(document.Path).Open();
            entry.Write(document.Bytes.Span);
        }
    }
}
