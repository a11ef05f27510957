using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>
/// One folder's files of a kind, such as <c>module.md</c>, <c>module.es.md</c> and <c>module.en-UG.md</c>. Files for a
/// country or language that the course does not have are left out, with a finding.
/// </summary>
internal static class TailoredFiles
{
    public static Dictionary<TextName, SourceText> Read(
        IEnumerable<SourceDocument> documents, string stem, string extension, CourseSettings course, FindingList findings)
    {
        var files = new Dictionary<TextName, SourceText>();
        foreach (var document in documents)
        {
            var fileName = document.Path[(document.Path.LastIndexOf('/') + 1)..];
            if (TextName.Parse(fileName, stem, extension) is { } name
                && IsKnown(name, document.Path, course, findings)
                && SourceText.Read(document, findings) is { } text)
            {
                files.TryAdd(name, text);
            }
        }

        return files;
    }

    private static bool IsKnown(TextName name, string path, CourseSettings course, FindingList findings)
    {
        if (name.Language is { } language && !Languages.All.Contains(language, StringComparer.Ordinal))
        {
            findings.Error(path, 1, FindingCodes.UnknownLanguage, $"Unknown language \"{language}\" in the file's name.{Spelling.Hint(language, Languages.All)}");
            return false;
        }

        if (name.Country is { } country && !course.Countries.Contains(country, StringComparer.Ordinal))
        {
            findings.Error(path, 1, FindingCodes.UnknownCountry, $"The course is not given in the country \"{country}\" of the file's name.{Spelling.Hint(country, course.Countries)}");
            return false;
        }

        if (name.IsTranslation && name.Language == course.Language)
        {
            findings.Error(path, 1, FindingCodes.UnexpectedFile, $"\"{course.Language}\" is the course's own language; its text stands in the file without a language in its name.");
            return false;
        }

        return true;
    }
}
