using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Content;

/// <summary>The folder in which people write the content: <c>countries/</c> and <c>courses/</c>.</summary>
public sealed class ContentFolder(string path)
{
    // As the database keeps.
    private const int MostCharactersOfPath = 300;

    private static readonly string[] Parts = ["countries", "courses"];

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Every file in the order of its path, so that the same folder always reads the same. Links are not followed.</summary>
    /// <exception cref="StartupException">The folder does not exist or cannot be read.</exception>
    public ContentReading Read() => Read(Parts);

    /// <summary>What there is of it, which may be nothing.</summary>
    public ContentReading ReadWhatIsThere() => Read(Parts.Where(part => Directory.Exists(System.IO.Path.Combine(Path, part))));

    public static bool IsContent(string path) => Array.Exists(Parts, part => path.StartsWith(part + "/", StringComparison.Ordinal));

    /// <summary>Whether a path is a course's own or a country's.</summary>
    public static bool IsOf(string courseFolder, string path) =>
        path.StartsWith("countries/", StringComparison.Ordinal) || path == courseFolder || path.StartsWith(courseFolder + "/", StringComparison.Ordinal);

    /// <summary>Whether every system can keep a file at a path, and keeps it inside the folder that the path begins in.</summary>
    public static bool IsSafe(string path) =>
        path.Length <= MostCharactersOfPath
        && path.Split('/').All(name => name is not ("" or "." or ".."))
        && !path.Any(letter => letter is '\\' or ':' || char.IsControl(letter));

    public static Finding RefusePath(string path) =>
        new(path, 1, Severity.Error, FindingCodes.UnsafePath, "A file of this name or at this path cannot be kept everywhere, or not inside the content folder.");

    public static Finding RefuseLink(string path) =>
        new(path, 1, Severity.Error, FindingCodes.SymbolicLink, "This is a symbolic link, which may lead anywhere; put the file itself here.");

    /// <summary>The folders of courses, such as <c>courses/foundations</c>.</summary>
    public static IReadOnlyList<string> CoursesIn(IReadOnlyList<SourceDocument> documents) =>
        [.. documents.Select(d => d.Path.Split('/')).Where(parts => parts is ["courses", _, _, ..]).Select(parts => $"courses/{parts[1]}").Distinct(StringComparer.Ordinal)];

    /// <summary>What one course is made of: its own files and the countries.</summary>
    public static IReadOnlyList<SourceDocument> Of(string courseFolder, IReadOnlyList<SourceDocument> documents) =>
        [.. documents.Where(d => IsOf(courseFolder, d.Path))];

    /// <summary>The content folder that a file or folder lies in.</summary>
    /// <exception cref="StartupException">There is none above it.</exception>
    public static ContentFolder Around(string path)
    {
        for (var folder = path; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (Array.TrueForAll(Parts, part => Directory.Exists(System.IO.Path.Combine(folder, part))))
            {
                return new ContentFolder(folder);
            }
        }

        throw new StartupException($"{path} does not lie in a content folder (one that holds countries and courses).");
    }

    /// <summary>Stamps the overlays and translations at <paramref name="path"/> as compared with their parents.</summary>
    /// <returns>The paths of the files that changed.</returns>
    public IReadOnlyList<string> Accept(string path)
    {
        var documents = Read().Documents.ToDictionary(d => d.Path, StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var courseFolder in CoursesIn([.. documents.Values]))
        {
            // Findings are content check's business; here only the language is wanted, which is refused if it can't be read.
            var course = CourseReader.Read(Of(courseFolder, [.. documents.Values]), courseFolder).Course
                ?? throw new StartupException($"{courseFolder} has errors; run content check and mend them first.");
            var overlays = documents.Values.Where(d => IsAt(path, d) && d.Path.StartsWith(courseFolder + "/", StringComparison.Ordinal));
            foreach (var overlay in overlays.OrderBy(d => d.Path, StringComparer.Ordinal))
            {
                if (overlay.Path.EndsWith(".md", StringComparison.Ordinal)
                    && Overlay.ParentPath(overlay.Path, course.Language) is { } parentPath
                    && documents.TryGetValue(parentPath, out var parent)
                    && Overlay.Accept(overlay, parent) is var stamped
                    && !overlay.Bytes.Span.SequenceEqual(stamped))
                {
                    File.WriteAllBytes(System.IO.Path.Combine(Path, overlay.Path), stamped);
                    changed.Add(overlay.Path);
                }
            }
        }

        return changed;
    }

    private ContentReading Read(IEnumerable<string> parts)
    {
        try
        {
            List<FileSystemInfo> entries = [.. parts.SelectMany(part => EntriesIn(new DirectoryInfo(System.IO.Path.Combine(Path, part))))];
            List<FileInfo> files = [.. entries.OfType<FileInfo>().Where(file => file.LinkTarget is null)];
            return new ContentReading(
                [
                    .. files.Where(file => IsSafe(RelativePath(file.FullName)))
                        .Select(file => new SourceDocument(RelativePath(file.FullName), File.ReadAllBytes(file.FullName)))
                        .OrderBy(document => document.Path, StringComparer.Ordinal),
                ],
                [
                    .. entries.Where(entry => entry.LinkTarget is not null).Select(link => RefuseLink(RelativePath(link.FullName))),
                    .. files.Select(file => RelativePath(file.FullName)).Where(path => !IsSafe(path)).Select(RefusePath),
                ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The content folder {Path} cannot be read: {e.Message}", e);
        }
    }

    private bool IsAt(string path, SourceDocument document) =>
        System.IO.Path.Combine(Path, document.Path) is var file && (file == path || file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    /// <summary>Files, and links of every kind; folders behind links are not entered.</summary>
    private static IEnumerable<FileSystemInfo> EntriesIn(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } inside ? EntriesIn(inside) : [entry]);

    private string RelativePath(string file) => System.IO.Path.GetRelativePath(Path, file).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
