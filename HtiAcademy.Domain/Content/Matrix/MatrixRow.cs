using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>A course's welcome text or one of its modules.</summary>
/// <param name="TextId">The module's id, or <see cref="Welcome"/>.</param>
/// <param name="Cells">One for each country of the matrix, in its order.</param>
public sealed record MatrixRow(string TextId, LocalText Title, IReadOnlyList<MatrixCell> Cells)
{
    public const string Welcome = "course";

    internal static MatrixRow Of(TailoredText welcome, IReadOnlyList<string> audiences, IReadOnlyList<Country> countries)
    {
        List<StaleSection> stale = [.. Staleness.Of(welcome)];
        return new MatrixRow(Welcome, welcome.Titles, [.. countries.Select(country => MatrixCell.Of(welcome, country, audiences, stale, 0))]);
    }

    internal static MatrixRow Of(Module module, IReadOnlyList<Country> countries)
    {
        List<StaleSection> stale = [.. Staleness.Of(module.Text)];
        return new MatrixRow(module.Id, module.Text.Titles, [.. countries.Select(country => CellOf(module, country, stale))]);
    }

    private static MatrixCell CellOf(Module module, Country country, IReadOnlyList<StaleSection> stale) =>
        module.IsFor(country.Code, null)
            ? MatrixCell.Of(module.Text, country, module.Audience, stale, OwnQuestions(module, country.Code))
            : MatrixCell.NotGiven(country.Code);

    /// <summary>The same question in two languages counts once.</summary>
    private static int OwnQuestions(Module module, string country) => module.Bank.All
        .Where(file => file.Name.Country == country)
        .SelectMany(file => file.Questions)
        .Where(question => question is not Description)
        .DistinctBy(question => question.Name, StringComparer.Ordinal)
        .Count();
}
