using HtiAcademy.Domain.Content.Checks;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Courses;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content;

/// <param name="Folder"><c>courses/foundations</c></param>
/// <param name="Course">Null when a finding is an error.</param>
/// <param name="Findings">All of them, by path and line.</param>
public sealed record CourseReading(string Folder, Course? Course, IReadOnlyList<Finding> Findings);

/// <summary>Reads and checks a course: all files in one run, so that an author sees every finding at once.</summary>
public sealed class CourseReader
{
    private readonly FindingList _findings = new();
    private readonly IReadOnlyCollection<SourceDocument> _documents;
    private readonly CourseFolder _folder;
    private readonly IReadOnlyList<Country> _countries;
    private readonly CourseIds? _courseIds;

    private CourseReader(IReadOnlyCollection<SourceDocument> documents, string courseFolder, CourseIds? courseIds)
    {
        _courseIds = courseIds;
        // So that nothing depends on the order in which they came.
        _documents = [.. documents.OrderBy(document => document.Path, StringComparer.Ordinal)];
        _folder = new CourseFolder(_documents, courseFolder);
        _countries = CountryReader.ReadAll(_documents, _findings);
    }

    /// <param name="documents">At least the country files and all files of the course's folder.</param>
    /// <param name="courseFolder"><c>courses/foundations</c>.</param>
    public static CourseReading Read(IReadOnlyCollection<SourceDocument> documents, string courseFolder) =>
        new CourseReader(documents, courseFolder, null).Read();

    /// <summary>Every course of a content folder, by folder; also checks what they say of each other.</summary>
    public static IReadOnlyList<CourseReading> ReadAll(IReadOnlyCollection<SourceDocument> documents)
    {
        var folders = documents
            .Select(document => document.Path.Split('/'))
            .Where(path => path is ["courses", _, _, ..])
            .Select(path => $"courses/{path[1]}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var ids = new CourseIds(documents.Where(document => document.Path.Split('/') is ["courses", _, "course.md"]));
        return [.. folders.Select(folder => new CourseReader(documents, folder, ids).Read())];
    }

    /// <summary>A published version, which passed the checks of its day: those of today do not keep officers from it.</summary>
    /// <exception cref="ArgumentException">The documents do not hold the course.</exception>
    public static Course ReadPublished(IReadOnlyCollection<SourceDocument> documents, string courseFolder)
    {
        var (_, settings, countries, welcome, modules) = ReadParts(documents, courseFolder);
        return welcome is null
            ? throw new ArgumentException($"There is no {courseFolder}/course.md.", nameof(documents))
            : new Course(courseFolder, settings, welcome, countries, modules);
    }

    /// <summary>Reads what can be read, and checks nothing.</summary>
    internal static CourseParts ReadParts(IReadOnlyCollection<SourceDocument> documents, string courseFolder) =>
        new CourseReader(documents, courseFolder, null).ReadParts();

    private CourseReading Read()
    {
        FileNames.Check(_folder, _documents, _findings);
        var course = ReadCourse();
        return new CourseReading(_folder.Path, course, _findings.InOrder());
    }

    private Course? ReadCourse()
    {
        var (_, settings, _, welcome, modules) = ReadParts();
        var course = new CheckedCourse(settings, _countries, _documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal), modules, _findings);
        CheckModuleIds(modules);
        if (welcome is not null)
        {
            _courseIds?.Check(welcome.Base.Path, welcome.Base.FrontMatter?.LineOf("id") ?? 1, settings, _findings);
            Check(welcome, settings.Countries, settings.Audience, course);
            PracticeChecks.CheckWelcome(welcome, _findings);
            DrawChecks.CheckCourse(welcome, course);
        }

        var asked = modules.SelectMany(module => module.Bank.All).SelectMany(file => file.Questions).Select(question => question.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            Check(module.Text, module.Countries, module.Audience, course);
            PracticeChecks.CheckModule(module.Text, asked, _findings);
            BankChecks.Check(module.Bank, course);
            DrawChecks.CheckModule(module, course);
        }

        return _findings.HasErrors || welcome is null ? null : new Course(_folder.Path, settings, welcome, _countries, modules);
    }

    private CourseParts ReadParts()
    {
        var settings = ReadSettings();
        var welcome = ReadText(_folder.Path, "course", FrontMatterChecks.CourseTranslation, settings);
        return new CourseParts(_folder.Path, settings, _countries, welcome, [.. _folder.Modules.Select(folder => ReadModule(folder, settings)).OfType<Module>()]);
    }

    /// <summary>First, because everything else depends on the course's language and countries.</summary>
    private CourseSettings ReadSettings()
    {
        var codes = _countries.Select(country => country.Code).ToList();
        var document = _folder.In(_folder.Path).FirstOrDefault(document => document.Path == $"{_folder.Path}/course.md");
        return document is not null
            && SourceText.Read(document, _findings) is { } source
            && FrontMatter.Read(source, isRequired: true, _findings).Map is { } map
            ? CourseSettings.Read(map, codes, _findings)
            : CourseSettings.StandIn(codes);
    }

    private Module? ReadModule(string folder, CourseSettings course)
    {
        if (ReadText(folder, "module", FrontMatterChecks.ModuleTranslation, course) is not { } text)
        {
            return null;
        }

        var settings = text.Base.FrontMatter is { } map ? ModuleSettings.Read(map, course, _findings) : ModuleSettings.StandIn(course);
        return new Module(folder, settings, text, BankReader.Read(_folder.In(folder), course, _findings));
    }

    /// <returns>Null without a base text.</returns>
    private TailoredText? ReadText(string folder, string stem, string[] translatedKeys, CourseSettings course)
    {
        var texts = TailoredFiles.Read(_folder.In(folder), stem, ".md", course, _findings)
            .ToDictionary(file => file.Key, file => AuthoredText.Read(file.Value, file.Key, _findings));
        foreach (var text in texts.Values)
        {
            FrontMatterChecks.CheckKeys(text, translatedKeys);
        }

        return texts.Keys.Any(name => name.IsBase) ? new TailoredText(course.Language, texts) : null;
    }

    private void CheckModuleIds(IReadOnlyList<Module> modules)
    {
        foreach (var twin in modules.Where((module, index) => module.Id.Length > 0 && modules.Take(index).Any(earlier => earlier.Id == module.Id)))
        {
            _findings.Error(twin.Text.Base.Path, twin.Text.Base.FrontMatter!.LineOf("id"), FindingCodes.DuplicateId, $"Another module of this course has the id \"{twin.Id}\".");
        }
    }

    private static void Check(TailoredText texts, IReadOnlyList<string> countries, IReadOnlyList<string> audiences, CheckedCourse course)
    {
        foreach (var text in texts.All)
        {
            FileChecks.Check(text, course);
        }

        TailoringChecks.Check(texts, course);
        CompositionChecks.Check(texts, countries, audiences, course);
    }
}
