using System.Globalization;
using System.Text.Json;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Web.Commands;

/// <summary>Prints tailoring matrices for people, a table for each course, or as one JSON object for tools.</summary>
public static class StatusReport
{
    private const string Legend = """
        base: the course's text as it is   own: with sections of the country's own   .: not given there
        es>en: not translated, read in en  no-own: the country's own sections are not translated
        !2: own sections to compare        t!2: sections of the translation to compare
        x2: facts missing                  ?2: facts to be confirmed                  q2: own questions
        """;

    public static void Print(IReadOnlyList<TailoringMatrix> matrices, string format, TextWriter output)
    {
        if (format == FindingReport.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { Courses = matrices.Select(Json) }, FindingReport.JsonOptions));
            return;
        }

        foreach (var matrix in matrices)
        {
            output.WriteLine($"{matrix.Folder}: {matrix.Rows.Count} texts in {matrix.Countries.Count} countries");
            PrintTable(matrix, output);
            output.WriteLine(Counts(matrix));
            output.WriteLine();
        }

        output.WriteLine(Legend);
    }

    private static void PrintTable(TailoringMatrix matrix, TextWriter output)
    {
        List<string[]> rows =
        [
            ["", .. matrix.Countries.Select(country => country.Code)],
            .. matrix.Rows.Select(row => (string[])[row.TextId, .. row.Cells.Select(Cell)]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Zip(widths, (text, width) => text.PadRight(width))).TrimEnd());
        }
    }

    private static string Cell(MatrixCell cell) => !cell.IsGiven ? "." : string.Join(' ',
    [
        string.Join(", ", cell.Texts.Select(Text)),
        .. Mark("x", cell.FactsMissing.Count),
        .. Mark("?", cell.FactsUnverified.Count),
        .. Mark("q", cell.OwnQuestions),
    ]);

    private static string Text(CellText text) => string.Join(' ',
    [
        text.IsUntranslated ? $"{text.Locale.Language}>{text.ReadIn}" : text.ReadIn,
        text.OverlayPath is not null ? "own" : "base",
        .. text.LacksOverlay ? (string[])["no-own"] : [],
        .. Mark("!", text.StaleOverlay.Count),
        .. Mark("t!", text.StaleTranslation.Count),
    ]);

    private static string[] Mark(string sign, int count) => count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{sign}{count}")] : [];

    private static string Counts(TailoringMatrix matrix) => string.Create(
        CultureInfo.InvariantCulture,
        $"to compare: {matrix.StaleSections.Count()}, overlays to translate: {OverlaysToTranslate(matrix)}, facts missing: {Facts(matrix, cell => cell.FactsMissing)}, facts to be confirmed: {Facts(matrix, cell => cell.FactsUnverified)}");

    private static int OverlaysToTranslate(TailoringMatrix matrix) => matrix.Cells.SelectMany(cell => cell.Texts).Count(text => text.LacksOverlay);

    /// <summary>A country's fact counts once, however many texts use it.</summary>
    private static int Facts(TailoringMatrix matrix, Func<MatrixCell, IEnumerable<string>> facts) =>
        matrix.Cells.SelectMany(cell => facts(cell).Select(path => (cell.Country, path))).Distinct().Count();

    private static object Json(TailoringMatrix matrix) => new
    {
        Course = matrix.CourseId,
        matrix.Folder,
        matrix.Language,
        Countries = matrix.Countries.Select(country => country.Code),
        ToCompare = matrix.StaleSections.Count(),
        OverlaysToTranslate = OverlaysToTranslate(matrix),
        FactsMissing = Facts(matrix, cell => cell.FactsMissing),
        FactsUnverified = Facts(matrix, cell => cell.FactsUnverified),
        Texts = matrix.Rows.Select(row => new { Text = row.TextId, Title = row.Title.In(matrix.Language), Countries = row.Cells.Select(Json) }),
    };

    private static object Json(MatrixCell cell) => new
    {
        cell.Country,
        Given = cell.IsGiven,
        Locales = cell.Texts.Select(text => new
        {
            Locale = text.Locale.ToString(),
            text.ReadIn,
            Overlay = text.OverlayPath,
            text.LacksOverlay,
            StaleOverlay = text.StaleOverlay.Select(Json),
            StaleTranslation = text.StaleTranslation.Select(Json),
        }),
        cell.FactsMissing,
        cell.FactsUnverified,
        cell.OwnQuestions,
    };

    private static object Json(StaleSection stale) => new { stale.Path, stale.Line, Section = stale.SectionId, Parent = stale.ParentPath };
}
