using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Authoring;

public enum AuthoredKind
{
    /// <summary>A course's welcome text or a module, in the course's language.</summary>
    Base,
    Translation,

    /// <summary>What a country replaces, adds or leaves out.</summary>
    Overlay,
    Questions,

    /// <summary>A country's own file.</summary>
    Facts,
}

/// <summary>A file of the content that trainers write in the browser, by its path.</summary>
/// <param name="CourseFolder"><c>courses/foundations</c>; null for a country's own file, which every course reads.</param>
/// <param name="Folder">Where it lies: the course's or a module's folder, or <c>countries</c>.</param>
/// <param name="Language">Null for the course's own.</param>
/// <param name="Country">Whose it is; null for what every country reads.</param>
public sealed record AuthoredFile(string Path, AuthoredKind Kind, string? CourseFolder, string Folder, string? Language, string? Country)
{
    private const string CountryFolder = "countries";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether it is a course's or a module's text, rather than its questions or a country's facts.</summary>
    public bool IsText => Kind is AuthoredKind.Base or AuthoredKind.Translation or AuthoredKind.Overlay;

    /// <returns>Null for what is not written here.</returns>
    public static AuthoredFile? Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/') switch
        {
            [CountryFolder, var name] when IsCountryFile(name) => new AuthoredFile(path, AuthoredKind.Facts, null, CountryFolder, null, name[..2]),
            ["courses", var course, var name] when IsFolder(course) => OfText(path, name, "course", $"courses/{course}", $"courses/{course}"),
            ["courses", var course, var module, var name] when IsFolder(course) && IsFolder(module) =>
                OfText(path, name, "module", $"courses/{course}", $"courses/{course}/{module}")
                ?? OfQuestions(path, name, $"courses/{course}", $"courses/{course}/{module}"),
            _ => null,
        };
    }

    private static AuthoredFile? OfText(string path, string fileName, string stem, string course, string folder) =>
        TextName.Parse(fileName, stem, ".md") is { } name
            ? new AuthoredFile(path, name.IsBase ? AuthoredKind.Base : name.IsOverlay ? AuthoredKind.Overlay : AuthoredKind.Translation, course, folder, name.Language, name.Country)
            : null;

    private static AuthoredFile? OfQuestions(string path, string fileName, string course, string folder) =>
        TextName.Parse(fileName, "questions", ".gift") is { } name
            ? new AuthoredFile(path, AuthoredKind.Questions, course, folder, name.Language, name.Country)
            : null;

    private static bool IsCountryFile(string name) => name.Length == 6 && name.EndsWith(".yml", StringComparison.Ordinal) && name[..2].All(char.IsAsciiLetterUpper);

    private static bool IsFolder(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
