using System.IO.Compression;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

/// <summary>The latest version of every course as files again, byte for byte what was imported or saved.</summary>
public sealed class ContentExport(Academy academy)
{
    /// <summary>In the order of their paths. A country's file is as the course that was published last has it.</summary>
    public async Task<IReadOnlyList<SourceDocument>> ReadAsync()
    {
        await using var db = academy.Open(Scope.Everything);
        var latest = await db.CourseVersions.AsNoTracking().Latest().OrderBy(v => v.PublishedAt).ToListAsync();
        var hashByPath = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in latest.SelectMany(v => v.Documents))
        {
            hashByPath[document.Path] = document.DocumentHash;
        }

        var bytes = await db.Documents.BytesAsync(hashByPath.Values);
        return [.. hashByPath.Select(file => new SourceDocument(file.Key, bytes[file.Value]))];
    }

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
            var file = Path.Combine(folder, document.Path);
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
