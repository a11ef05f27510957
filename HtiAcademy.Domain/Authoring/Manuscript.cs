using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A published course as it would be with some of its files written anew.</summary>
public sealed class Manuscript
{
    private readonly Lazy<CourseReading> _reading;

    /// <param name="published">The course's own files and the countries'.</param>
    /// <param name="written">Instead of those at their paths, or beside them.</param>
    public Manuscript(string courseFolder, IReadOnlyList<SourceDocument> published, IReadOnlyList<SourceDocument> written)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(written);
        CourseFolder = courseFolder;
        var paths = written.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        Documents = [.. published.Where(document => !paths.Contains(document.Path)).Concat(written).OrderBy(document => document.Path, StringComparer.Ordinal)];
        _reading = new(() => CourseReader.Read(Documents, courseFolder));
    }

    public string CourseFolder { get; }

    public IReadOnlyList<SourceDocument> Documents { get; }

    /// <summary>All of the course, by path and line.</summary>
    public IReadOnlyList<Finding> Findings => _reading.Value.Findings;

    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>As officers would read it, errors and all, so that its author sees what they are writing.</summary>
    /// <returns>Null when it cannot be put together at all.</returns>
    public Course? Course =>
        _reading.Value.Course ?? (Findings.Any(finding => finding.Code is FindingCodes.DuplicateId or FindingCodes.MissingFile) ? null : CourseReader.ReadPublished(Documents, CourseFolder));
}
