using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Authoring;

/// <summary>An officer, by what decides which text they get.</summary>
/// <param name="Audience">Null for what every officer gets, as trainers read it.</param>
public sealed record Reader(Locale Locale, string? Audience);

/// <summary>
/// The officers whom a file reaches: a country's own no other country's, a translation nobody who works in another language.
/// </summary>
/// <param name="Countries">Codes.</param>
/// <param name="Languages">The one that a file is written in first.</param>
/// <param name="Audiences">Empty where all get the same.</param>
public sealed record Readership(IReadOnlyList<string> Countries, IReadOnlyList<string> Languages, IReadOnlyList<string> Audiences)
{
    /// <param name="course">Any that reads it.</param>
    public static Readership Of(AuthoredFile file, Course course)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(course);
        return new Readership(
            file.Country is { } country ? [country] : course.Countries,
            file.Language is { } language ? [language] : [course.Language, .. Content.Languages.All.Where(other => other != course.Language)],
            file.IsText ? course.Audience : []);
    }

    /// <summary>Who is asked for, with the first of all in place of what there is not.</summary>
    public Reader Choose(string? country, string? language, string? audience) => new(
        new Locale(In(Languages, language) ?? Languages[0], In(Countries, country) ?? Countries[0]),
        In(Audiences, audience));

    private static string? In(IReadOnlyList<string> offered, string? asked) => offered.FirstOrDefault(one => one == asked);
}
