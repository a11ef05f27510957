using System.IO.Compression;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Content;

/// <summary>
/// A content folder as one ZIP file. It may come from a stranger, so it is read in memory and within bounds, and one
/// entry that would lie outside the folder condemns it all.
/// </summary>
internal sealed class ContentArchive(string path)
{
    private const int MostEntries = 20_000;
    private const int MostBytesOfEntry = 10_000_000;
    private const long MostBytes = 500_000_000;
    private const int UnixTypeOfFile = 0xF000;
    private const int UnixLink = 0xA000;

    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private long _bytes;

    /// <exception cref="StartupException">It is no ZIP archive, or cannot be read.</exception>
    public ContentReading Read()
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            ReadAll(archive);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StartupException($"The archive {path} cannot be read: {e.Message}", e);
        }

        if (_findings is [] && _documents.Count == 0)
        {
            throw new StartupException($"The archive {path} does not hold the folders countries and courses.");
        }

        return new ContentReading(_findings is [] ? [.. _documents.Values] : [], _findings);
    }

    private void ReadAll(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            Refuse(path, $"The archive has {archive.Entries.Count:N0} entries; at most {MostEntries:N0} are read.");
            return;
        }

        // Some tools write backslashes, and some put the folder itself around what it holds.
        var entries = archive.Entries.Select(entry => (Entry: entry, Path: entry.FullName.Replace('\\', '/'))).Where(e => !e.Path.EndsWith('/')).ToList();
        foreach (var (_, unsafePath) in entries.Where(e => !ContentFolder.IsSafe(e.Path)))
        {
            _findings.Add(ContentFolder.RefusePath(unsafePath));
        }

        if (_findings.Count > 0)
        {
            return;
        }

        var roots = entries.Select(e => RootOf(e.Path)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (roots.Count > 1)
        {
            Refuse(path, $"The archive has more than one content folder: {string.Join(", ", roots)}.");
            return;
        }

        var root = roots.SingleOrDefault("");
        foreach (var (entry, whole) in entries)
        {
            Take(entry, whole.StartsWith(root, StringComparison.Ordinal) ? whole[root.Length..] : whole);
        }

        foreach (var file in _documents.Keys.Where(file => _documents.Keys.Any(other => other.StartsWith(file + "/", StringComparison.Ordinal))).ToList())
        {
            Refuse(file, "The archive has both a file and a folder of this path.");
        }
    }

    /// <summary>What stands above the folder countries or courses, none or one folder; null for other files.</summary>
    private static string? RootOf(string path) => path.Split('/') switch
    {
        ["countries" or "courses", _, ..] => "",
        ["__MACOSX", ..] => null,
        [var around, "countries" or "courses", _, ..] => around + "/",
        _ => null,
    };

    private void Take(ZipArchiveEntry entry, string name)
    {
        if (!ContentFolder.IsContent(name))
        {
            return;
        }
        else if (((entry.ExternalAttributes >> 16) & UnixTypeOfFile) == UnixLink)
        {
            _findings.Add(ContentFolder.RefuseLink(name));
        }
        else if (BytesOf(entry) is not { } bytes)
        {
            Refuse(name, $"The file is larger than {MostBytesOfEntry:N0} bytes, or the archive than {MostBytes:N0}, when it is unpacked.");
        }
        else if (!_documents.TryAdd(name, new SourceDocument(name, bytes)))
        {
            Refuse(name, "The archive has two files of this path.");
        }
    }

    /// <returns>Null when it is too large, whatever size the archive claims for it.</returns>
    private byte[]? BytesOf(ZipArchiveEntry entry)
    {
        if (_bytes > MostBytes)
        {
            return null;
        }

        using var stream = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = stream.Read(buffer); read > 0 && memory.Length <= MostBytesOfEntry; read = stream.Read(buffer))
        {
            memory.Write(buffer, 0, read);
        }

        _bytes += memory.Length;
        return memory.Length > MostBytesOfEntry ? null : memory.ToArray();
    }

    private void Refuse(string name, string message) => _findings.Add(new Finding(name, 1, Severity.Error, FindingCodes.UnsafePath, message));
}
