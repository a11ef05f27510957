using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Courses;
using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>What the checks of one course ask, and where they put their findings.</summary>
/// <param name="Countries">All that have a file, also those where the course is not given.</param>
/// <param name="Files">The paths of all files of the content folder.</param>
internal sealed record CheckedCourse(
    CourseSettings Settings,
    IReadOnlyList<Country> Countries,
    IReadOnlySet<string> Files,
    IReadOnlyList<Module> Modules,
    FindingList Findings)
{
    public IReadOnlyList<string> CountryCodes { get; } = [.. Countries.Select(country => country.Code)];

    public IReadOnlySet<string> FactPaths { get; } = Countries.SelectMany(country => country.Facts.Keys).ToHashSet(StringComparer.Ordinal);

    public TailoredText? TextOfModule(string id) => Modules.FirstOrDefault(module => module.Id == id)?.Text;
}
