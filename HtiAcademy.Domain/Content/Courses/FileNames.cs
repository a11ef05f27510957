using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>Checks that a course has the files it needs, and none whose name nobody would read.</summary>
internal static class FileNames
{
    public static void Check(CourseFolder folder, IEnumerable<SourceDocument> all, FindingList findings)
    {
        foreach (var document in folder.All)
        {
            SourceText.IsSmallEnough(document, findings);
        }

        CheckCase(folder, all, findings);

        Require(folder, $"{folder.Path}/course.md", findings);
        foreach (var document in folder.In(folder.Path).Where(document => !IsOf(document, "course", ".md") && NameOf(document) != "design.md"))
        {
            Refuse(document, findings);
        }

        foreach (var document in folder.Astray)
        {
            Refuse(document, findings);
        }

        foreach (var module in folder.Modules)
        {
            Require(folder, $"{module}/module.md", findings);
            Require(folder, $"{module}/questions.gift", findings);
            foreach (var document in folder.In(module).Where(document => !IsOfModule(document, module)))
            {
                Refuse(document, findings);
            }
        }
    }

    /// <summary>On the disks of Windows and macOS one would overwrite the other.</summary>
    private static void CheckCase(CourseFolder folder, IEnumerable<SourceDocument> all, FindingList findings)
    {
        var alike = all
            .Select(document => document.Path)
            .Where(path => path.StartsWith(folder.Path + "/", StringComparison.OrdinalIgnoreCase) || path.StartsWith(CountryReader.Folder, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .GroupBy(path => path, StringComparer.OrdinalIgnoreCase)
            .Where(paths => paths.Skip(1).Any());
        foreach (var paths in alike)
        {
            foreach (var path in paths)
            {
                findings.Error(path, 1, FindingCodes.NamesDifferInCase, $"Rename all but one of these, which differ in capitals alone: {string.Join(", ", paths)}.");
            }
        }
    }

    private static bool IsOfModule(SourceDocument document, string folder) =>
        document.Path.StartsWith(folder + "/images/", StringComparison.Ordinal)
        || (document.Path == $"{folder}/{NameOf(document)}" && (IsOf(document, "module", ".md") || IsOf(document, "questions", ".gift")));

    private static bool IsOf(SourceDocument document, string stem, string extension) =>
        TextName.Parse(NameOf(document), stem, extension) is not null;

    private static string NameOf(SourceDocument document) => document.Path[(document.Path.LastIndexOf('/') + 1)..];

    private static void Require(CourseFolder folder, string path, FindingList findings)
    {
        var inFolder = path[..path.LastIndexOf('/')];
        if (!folder.In(inFolder).Any(document => document.Path == path))
        {
            findings.Error(path, 1, FindingCodes.MissingFile, "This file is missing.");
        }
    }

    private static void Refuse(SourceDocument document, FindingList findings) =>
        findings.Error(document.Path, 1, FindingCodes.UnexpectedFile, "Nothing reads a file of this name here; see the layout in content/README.md.");
}
