using HtiAcademy.Domain.Content.Countries;

namespace HtiAcademy.Domain.Content.Reading;

/// <summary>How much a module gives its officers to read in one language, and how hard that is.</summary>
/// <param name="FewestWords">Of all officers who read it in that language, in any country and of any audience.</param>
/// <param name="Hardest">What it is to those who have the hardest text.</param>
public sealed record ReadingLevel(string ModuleId, string Language, int FewestWords, int MostWords, Readability Hardest)
{
    /// <summary>Of a course with errors too, as far as its files can be read.</summary>
    /// <param name="documents">At least the country files and all files of the course's folder.</param>
    /// <param name="courseFolder"><c>courses/foundations</c>.</param>
    /// <returns>By module, then by language, the course's first; without languages that nobody reads and modules without a word.</returns>
    public static IReadOnlyList<ReadingLevel> Of(IReadOnlyCollection<SourceDocument> documents, string courseFolder)
    {
        var course = CourseReader.ReadParts(documents, courseFolder);
        return [.. course.Modules.SelectMany(module => Of(module, course.Countries)).Where(level => level.MostWords > 0)];
    }

    private static IEnumerable<ReadingLevel> Of(Module module, IReadOnlyList<Country> countries)
    {
        var texts =
            from country in countries
            where module.IsFor(country.Code, null)
            from language in module.Text.LanguagesReadIn(country)
            from audience in module.Audience
            let composed = module.Text.Compose(new Locale(language, country.Code), audience)
            group (Text: composed, Country: country) by (composed.Language, country.Code, composed.Text.Markdown) into same
            select same.First();
        return texts
            .GroupBy(read => read.Text.Language, StringComparer.Ordinal)
            .OrderByDescending(read => read.Key == module.Text.CourseLanguage)
            .ThenBy(read => read.Key, StringComparer.Ordinal)
            .Select(read => Of(module.Id, read.Key, [.. read.Select(one => Prose.Of(ReadPassages.Of(one.Text, one.Country), read.Key))]));
    }

    private static ReadingLevel Of(string moduleId, string language, IReadOnlyCollection<Prose> readings) => new(
        moduleId,
        language,
        readings.Min(prose => prose.Words),
        readings.Max(prose => prose.Words),
        readings.Select(prose => Readability.Of(prose, language)).MaxBy(readability => readability.Hardness)!);
}
