using HtiAcademy.Domain.Content;

namespace HtiAcademy.Web.Content;

/// <summary>Content as it lies in a folder or an archive.</summary>
/// <param name="Documents">In the order of their paths.</param>
/// <param name="Findings">Of files that could not be taken as they lie there, and are not among the documents.</param>
public sealed record ContentReading(IReadOnlyList<SourceDocument> Documents, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads a content folder, or a ZIP archive of one.</summary>
    /// <exception cref="StartupException">It does not exist or cannot be read.</exception>
    public static ContentReading At(string path) => File.Exists(path) ? new ContentArchive(path).Read() : new ContentFolder(path).Read();

    /// <summary>What concerns one course: its own files and the countries.</summary>
    public IEnumerable<Finding> FindingsOf(string courseFolder) =>
        Findings.Where(finding => ContentFolder.IsOf(courseFolder, finding.Path));
}
