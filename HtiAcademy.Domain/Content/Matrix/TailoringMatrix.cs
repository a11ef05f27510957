using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Courses;
using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>How far each text of a course is tailored to each of its countries, and what must be looked at again.</summary>
/// <param name="CourseId">Empty when <c>course.md</c> cannot be read.</param>
/// <param name="Countries">The columns, in the order of <c>course.md</c>.</param>
public sealed record TailoringMatrix(
    string CourseId, string Folder, string Language, IReadOnlyList<Country> Countries, IReadOnlyList<MatrixRow> Rows)
{
    public IEnumerable<MatrixCell> Cells => Rows.SelectMany(row => row.Cells);

    /// <summary>Each once, however many countries read it.</summary>
    public IEnumerable<StaleSection> StaleSections => Cells.SelectMany(cell => cell.StaleSections).Distinct();

    /// <summary>Of a course with errors too, as far as its files can be read.</summary>
    /// <param name="documents">At least the country files and all files of the course's folder.</param>
    /// <param name="courseFolder"><c>courses/foundations</c>.</param>
    public static TailoringMatrix Of(IReadOnlyCollection<SourceDocument> documents, string courseFolder) =>
        Of(CourseReader.ReadParts(documents, courseFolder));

    internal static TailoringMatrix Of(CourseParts course)
    {
        List<Country> countries = [.. course.Settings.Countries.Join(course.Countries, code => code, country => country.Code, (_, country) => country)];
        var modules = course.Modules.Select(module => MatrixRow.Of(module, countries));
        return new TailoringMatrix(
            course.Settings.Id,
            course.Folder,
            course.Settings.Language,
            countries,
            [.. course.Welcome is { } welcome ? modules.Prepend(MatrixRow.Of(welcome, course.Settings.Audience, countries)) : modules]);
    }
}
