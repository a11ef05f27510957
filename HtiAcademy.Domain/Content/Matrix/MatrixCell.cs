using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>One text in one country.</summary>
/// <param name="Texts">What officers there read, by language: of the country's languages, and of any other it has an overlay in. Empty where the module is not given.</param>
/// <param name="FactsMissing">Paths of facts that its readers need and its file lacks.</param>
/// <param name="FactsUnverified">Paths of facts in whose place its readers are told to ask.</param>
/// <param name="OwnQuestions">Of the country's own banks, those in place of the module's included.</param>
public sealed record MatrixCell(
    string Country,
    bool IsGiven,
    IReadOnlyList<CellText> Texts,
    IReadOnlyList<string> FactsMissing,
    IReadOnlyList<string> FactsUnverified,
    int OwnQuestions)
{
    public IEnumerable<StaleSection> StaleSections => Texts.SelectMany(text => text.StaleOverlay.Concat(text.StaleTranslation)).Distinct();

    internal static MatrixCell NotGiven(string country) => new(country, false, [], [], [], 0);

    internal static MatrixCell Of(
        TailoredText texts, Country country, IReadOnlyList<string> audiences, IReadOnlyList<StaleSection> stale, int ownQuestions)
    {
        var facts = FactsRead.In(texts, country.Code, audiences);
        return new MatrixCell(
            country.Code,
            true,
            [.. texts.LanguagesReadIn(country).Select(language => CellText.Of(texts, new Locale(language, country.Code), stale))],
            [.. facts.Where(path => country.Fact(path) is null)],
            [.. facts.Where(path => country.Fact(path) is { Verified: false })],
            ownQuestions);
    }
}

/// <summary>One text as officers of a country read it in one language.</summary>
/// <param name="ReadIn">The locale's language when the text is translated into it, else the course's.</param>
/// <param name="OverlayPath">Null when the country has nothing of its own in that language.</param>
/// <param name="LacksOverlay">The country changes the text in the course's language, but not in this one.</param>
/// <param name="StaleOverlay">Sections of the overlay that must be compared with what they replace.</param>
/// <param name="StaleTranslation">Sections of the translation below that must be compared with the original.</param>
public sealed record CellText(
    Locale Locale,
    string ReadIn,
    string? OverlayPath,
    bool LacksOverlay,
    IReadOnlyList<StaleSection> StaleOverlay,
    IReadOnlyList<StaleSection> StaleTranslation)
{
    public bool IsUntranslated => ReadIn != Locale.Language;

    internal static CellText Of(TailoredText texts, Locale locale, IReadOnlyList<StaleSection> stale)
    {
        var readIn = texts.BestLanguage(locale.Language);
        var overlay = texts.Overlay(readIn, locale.Country);
        var text = texts.In(readIn);
        return new CellText(
            locale,
            readIn,
            overlay?.Path,
            overlay is null && texts.Overlay(texts.CourseLanguage, locale.Country) is not null,
            [.. stale.Where(section => section.Path == overlay?.Path)],
            [.. stale.Where(section => section.Path == text.Path)]);
    }
}
