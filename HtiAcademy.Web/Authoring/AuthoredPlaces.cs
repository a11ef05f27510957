using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Web.Authoring;

/// <summary>Finds the files that there are to write: those of published courses, and those that they could have.</summary>
public sealed class AuthoredPlaces(Manuscripts manuscripts, Catalogue catalogue)
{
    /// <returns>Null where nobody could read the file.</returns>
    public async Task<AuthoredPlace?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (AuthoredFile.Parse(path) is not { } file)
        {
            return null;
        }

        List<PublishedFiles> files = [.. (await manuscripts.LatestAsync(cancellationToken)).Where(course => file.CourseFolder is null || file.CourseFolder == course.Folder)];
        var courses = new List<Course>();
        foreach (var version in files)
        {
            courses.Add((await catalogue.CourseAsync(version.VersionId)).Course);
        }

        var published = files.Select(course => course.Find(path)).FirstOrDefault(found => found is not null);
        var module = courses.SelectMany(course => course.Modules).FirstOrDefault(module => module.Folder == file.Folder);
        return courses is not [] && IsRead(file, courses[0], module, published is not null) ? new AuthoredPlace(file, files, courses, module, published) : null;
    }

    private static bool IsRead(AuthoredFile file, Course course, Module? module, bool isPublished) => file.Kind == AuthoredKind.Facts
        ? isPublished
        : (module is not null || file.Folder == course.Folder)
            && (file.Country is null || course.Countries.Contains(file.Country, StringComparer.Ordinal))
            && (file.Language is null || (Languages.All.Contains(file.Language, StringComparer.Ordinal) && (file.Country is not null || file.Language != course.Language)));
}

/// <summary>A file, and where it belongs.</summary>
/// <param name="Versions">The latest of each course that reads it.</param>
/// <param name="Courses">The same, to be read.</param>
/// <param name="Module">Null for a course's own text and for facts.</param>
/// <param name="Published">Null for what nobody has written yet.</param>
public sealed record AuthoredPlace(AuthoredFile File, IReadOnlyList<PublishedFiles> Versions, IReadOnlyList<Course> Courses, Module? Module, PublishedFile? Published)
{
    public Readership Readership => Readership.Of(File, Courses[0]);

    /// <summary>In which the file is written; null for facts, which are in several.</summary>
    public string? Language => File.Kind == AuthoredKind.Facts ? null : File.Language ?? Courses[0].Language;

    /// <summary>As it is published.</summary>
    public Preview AsPublished(Reader reader) => Preview.Of(File, [.. Versions.Select(course => new Manuscript(course.Folder, course.Documents, []))], reader);

    /// <returns>Null when no course is given in a country.</returns>
    public Country? Country(string code) => Courses.FirstOrDefault(course => course.Countries.Contains(code, StringComparer.Ordinal))?.Country(code);

    public string CountryName(string code, string language) => Country(code)?.Name(language) ?? code;
}
