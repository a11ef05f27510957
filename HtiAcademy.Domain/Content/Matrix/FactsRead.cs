using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Facts;
using HtiAcademy.Domain.Content.Tailoring;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>The facts that a text fills in for a country's officers, in whichever language and trade they read it.</summary>
internal static class FactsRead
{
    /// <returns>Their paths, in alphabetical order.</returns>
    public static IReadOnlyList<string> In(TailoredText texts, string country, IReadOnlyList<string> audiences)
    {
        var composed =
            from language in texts.LanguagesWritten
            from audience in audiences
            select texts.Compose(new Locale(language, country), audience).Text.Markdown;
        var facts = composed
            .Distinct(StringComparer.Ordinal)
            // A file that nests too deep has that finding, and nothing is known of it.
            .Select(markdown => AcademyMarkdown.TryParse(markdown, AcademyMarkdown.Teaching))
            .SelectMany(document => document?.Descendants<FactInline>() ?? [])
            .Select(fact => fact.Path);
        return [.. facts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
