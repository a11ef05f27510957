using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Reports;

namespace HtiAcademy.Tests.Reports;

public sealed class FigureDefinitionsTests
{
    private static IEnumerable<(string Figure, string Meaning)> All =>
        [.. FigureDefinitions.ForEveryReader, .. FigureDefinitions.ForTrainers, FigureDefinitions.ForAgencies, FigureDefinitions.OfEvaluation];

    [Fact]
    public void The_document_says_what_the_reports_say()
    {
        var document = File.ReadAllLines(Path.Combine(Repository.Root, "docs/reports.md"));
        document.Where(line => line.StartsWith("- **", StringComparison.Ordinal)).SkipWhile(line => !line.StartsWith("- **Officers**", StringComparison.Ordinal))
            .Should().Equal(All.Select(definition => $"- **{definition.Figure}**: {definition.Meaning}"));
    }

    [Theory]
    [InlineData("es")]
    [InlineData("fr")]
    public void Each_is_said_in_every_language(string language)
    {
        using var _ = Language.Speak(Language.Culture(language));
        foreach (var (figure, meaning) in All)
        {
            TaggedWords.Real[figure].ResourceNotFound.Should().BeFalse(figure);
            TaggedWords.Real[meaning].Value.Should().NotBe(meaning);
        }
    }
}
