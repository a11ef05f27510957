using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Markdown.Facts;
using HtiAcademy.Domain.Content.Text;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Checks;

internal static class FactChecks
{
    public static void CheckFile(MarkdownDocument document, LinedText text, CheckedCourse course)
    {
        foreach (var fact in document.Descendants<FactInline>().Where(fact => !course.FactPaths.Contains(fact.Path)))
        {
            var at = text.At(fact.Line);
            course.Findings.Error(at.Path, at.Line, FindingCodes.UnknownFact, $"No country has a fact \"{fact.Path}\".{Spelling.Hint(fact.Path, course.FactPaths)}");
        }
    }

    public static void CheckComposed(MarkdownDocument document, LinedText text, Country country, CheckedCourse course)
    {
        foreach (var fact in document.Descendants<FactInline>().Where(fact => course.FactPaths.Contains(fact.Path) && country.Fact(fact.Path) is null))
        {
            var at = text.At(fact.Line);
            course.Findings.Error(at.Path, at.Line, FindingCodes.MissingFact, $"{CountryReader.Folder}{country.Code}.yml has no fact \"{fact.Path}\", and its officers read this line.");
        }
    }
}
