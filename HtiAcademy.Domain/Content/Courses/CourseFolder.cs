using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>The files of one course, by the folder in which they stand.</summary>
internal sealed partial class CourseFolder
{
    private readonly ILookup<string, SourceDocument> _byFolder;

    public CourseFolder(IEnumerable<SourceDocument> documents, string path)
    {
        Path = path;
        _byFolder = documents
            .Where(document => document.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .ToLookup(document => FirstFolder(document.Path[(path.Length + 1)..]), StringComparer.Ordinal);
    }

    public string Path { get; }

    public IEnumerable<SourceDocument> All => _byFolder.SelectMany(folder => folder);

    /// <summary>Full paths, by their numbers.</summary>
    public IEnumerable<string> Modules => _byFolder
        .Select(folder => folder.Key)
        .Where(name => ModuleFolder().IsMatch(name))
        .OrderBy(name => int.Parse(name[..name.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture))
        .ThenBy(name => name, StringComparer.Ordinal)
        .Select(name => $"{Path}/{name}");

    /// <param name="folder">A module's, or the course's own.</param>
    public IEnumerable<SourceDocument> In(string folder) => _byFolder[folder == Path ? "" : folder[(Path.Length + 1)..]];

    /// <summary>Files in folders that are neither a module's nor hold images.</summary>
    public IEnumerable<SourceDocument> Astray => _byFolder
        .Where(folder => folder.Key is not ("" or "images") && !ModuleFolder().IsMatch(folder.Key))
        .SelectMany(folder => folder);

    private static string FirstFolder(string path)
    {
        var end = path.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? "" : path[..end];
    }

    [GeneratedRegex("^[0-9]{1,4}-[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ModuleFolder();
}
