using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using CsvHelper;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HtiAcademy.Tests.Reports;

/// <summary>The page, the PDF and the CSV of one report, read back by other programs and compared cell by cell.</summary>
public sealed partial class ReportAgreementTests : IAsyncLifetime
{
    private static readonly string[] Strange =
        ["=HYPERLINK(\"https://example.org\")", "+256 700", "@SUM(A1)", "-1+1", "Nakato, \"Flo\"; Florence", "O'Brien <b>& Sons</b>", "Łukasz Ñandú", "አበበ ተስፋዬ"];

    private static readonly EvaluationFigures Opinions = new([new("Question", [0, 1, 2, 3, 4]), new("Answers", [1, 0, 0, 0, 9])]);

    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Theory]
    [InlineData(0, "en-US")]
    [InlineData(1, "en-US")]
    [InlineData(60, "en-US")]
    [InlineData(13, "fr-FR")]
    public async Task All_three_say_the_same(int officers, string culture)
    {
        var sheet = await SampleSheet.OfNamesAsync(_sample, Names(officers));
        await CompareAsync(sheet, culture);
    }

    [Fact]
    public async Task They_do_when_everybody_has_withdrawn() => await CompareAsync(await SampleSheet.OfNamesAsync(_sample, Names(5), withdrawn: true), "en-US");

    [Fact]
    public async Task They_do_in_what_an_agency_gets_and_with_an_evaluation_and_a_previous_cohort()
    {
        var sheet = await SampleSheet.OfPoliceAsync(_sample, "Akello", "Byaruhanga", "Chebet", "Dembe", "Ejang", "Farida", "Gonza");
        await CompareAsync(sheet with { Previous = await BeforeAsync() with { AgencyName = SampleSheet.Police.Name }, Evaluation = Opinions }, "en-US");
    }

    [Fact]
    public async Task They_do_where_every_table_has_something_to_tell()
    {
        var sheet = (await SampleSheet.OfAsync(_sample)) with { Previous = await BeforeAsync(), Evaluation = Opinions, Questions = SampleSheet.SomeQuestions };
        var tables = Tables(sheet);
        tables["questions"].Rows.Should().HaveCount(2);
        tables["summary"].Rows.Select(row => row[1].Text).Should().NotEqual(tables["summary"].Rows.Select(row => row[2].Text));
        Value(tables["gain"], "Gain of the class").Should().Be("0.6");
        tables["certificates"].Rows.Select(row => row[1].Text).Should().Equal("2", "1", "0", "1");
        await CompareAsync(sheet, "en-US");
        await CompareAsync(sheet, "fr-FR");
    }

    [Fact]
    public async Task What_an_agency_gets_has_no_score_of_a_few_officers()
    {
        var tables = Tables(await SampleSheet.OfPoliceAsync(_sample));
        tables["finals"].Rows.Should().OnlyContain(row => row[1].Text == "fewer than 5" && row[2].Text == "fewer than 5");
        tables["finals"].Chart!.Bars.Should().OnlyContain(bar => bar.Share == null);
        Value(tables["summary"], "Mean of the best finals (%)").Should().Be("fewer than 5");
        tables["officers"].Columns.Should().NotContain(column => column.Heading == "Best final (%)");
        tables.Should().NotContainKey("questions");
    }

    [Fact]
    public async Task Who_trains_the_officers_reads_all_scores()
    {
        var tables = Tables(await SampleSheet.OfAsync(_sample));
        tables["finals"].Rows.Select(row => row[1].Text).Should().Equal("0", "1", "0", "0", "0", "1");
        Value(tables["summary"], "Mean of the best finals (%)").Should().Be("75");
        tables.Should().ContainKey("questions");
    }

    [Fact]
    public async Task Before_there_are_five_evaluations_nothing_is_told()
    {
        var table = Tables(await SampleSheet.OfAsync(_sample))["evaluation"];
        table.Rows.Should().BeEmpty();
        table.Note.Should().Be("Nothing can be told yet: answers are added up from 5 officers on.");
    }

    [Fact]
    public async Task A_course_without_a_pretest_says_so()
    {
        var gain = Tables(await SampleSheet.OfNamesAsync(_sample, Names(3)))["gain"];
        gain.Note.Should().Be("The course has no pre-test.");
        Value(gain, "Gain of the class").Should().Be("–");
    }

    private Task<CohortSheet> BeforeAsync() => SampleSheet.OfNamesAsync(_sample, Names(6), cohortName: "Kampala 2025");

    private static IEnumerable<string> Names(int officers) =>
        Enumerable.Range(0, officers).Select(i => i < Strange.Length ? Strange[i] : string.Create(CultureInfo.InvariantCulture, $"Officer {i:000}"));

    private static string Value(ReportTable table, string figure) => table.Rows.Single(row => row[0].Text == figure)[1].Text;

    private static Dictionary<string, ReportTable> Tables(CohortSheet sheet)
    {
        using var _ = Language.Speak(CultureInfo.GetCultureInfo("en-US"));
        return new CohortTables(TaggedWords.Real).Write(sheet).Tables.ToDictionary(table => table.Id);
    }

    private static async Task CompareAsync(CohortSheet sheet, string culture)
    {
        var language = CultureInfo.GetCultureInfo(culture);
        using var _ = Language.Speak(language);
        var body = new CohortTables(TaggedWords.Real).Write(sheet);
        var page = await PageAsync(body);
        using var file = new PdfOnDisk(new CohortReportPdf(TaggedWords.Real).Write(body));
        file.Check().Should().Contain("No syntax or stream encoding errors");
        var paper = Paper(file.StructureWithText);
        var csv = Csv(new CohortReportCsv().Write(body));

        paper.Select(table => table.Title).Should().Equal(page.Select(table => table.Title)).And.Equal(csv.Select(table => table.Title));
        for (var i = 0; i < page.Count; i++)
        {
            paper[i].Rows.Select(Line).Should().Equal(csv[i].Rows.Select(row => Line(row.Select(cell => AsRead(cell, language)))), paper[i].Title);
            page[i].Rows.Select(Line).Should().Equal(page[i].Rows.Count == 0 ? [] : paper[i].Rows.Select(Line), page[i].Title);
        }
    }

    private static string Line(IEnumerable<string> cells) => string.Join(" | ", cells.Select(cell => Blanks().Replace(cell, " ").Trim()));

    /// <summary>A cell of the CSV as a person reads it: without the apostrophe that keeps a spreadsheet from running it, numbers in their manner.</summary>
    private static string AsRead(string cell, CultureInfo culture) =>
        cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..]
        : Number().IsMatch(cell) && decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number.ToString(culture)
        : cell;

    private static async Task<List<Found>> PageAsync(ReportBody body)
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var views = body.Tables.Select(table => renderer.RenderComponentAsync<ReportTableView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Table"] = table })));
            return string.Concat((await Task.WhenAll(views)).Select(view => view.ToHtmlString()));
        });
        html.Should().NotContain("style=");
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        foreach (var chart in document.QuerySelectorAll("section").Where(section => section.QuerySelector("svg") is not null))
        {
            var rows = chart.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
            chart.QuerySelectorAll("svg text").Select(text => text.TextContent.Split(" · ")[0]).Should().Equal(rows.Select(row => row[0]));
            chart.QuerySelectorAll("svg text").Zip(rows).Should().OnlyContain(bar => bar.First.TextContent.Contains($" · {bar.Second[1]}"));
        }

        return [.. document.QuerySelectorAll("section").Select(section => new Found(
            section.QuerySelector("h2")!.TextContent,
            [.. section.QuerySelectorAll("tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList())]))];
    }

    private static List<Found> Paper(string structure)
    {
        var tables = new List<Found>();
        var inTitle = false;
        foreach (var line in structure.Split('\n').Select(line => line.Trim()))
        {
            switch (line.Split(' ', ':')[0])
            {
                case "H2":
                    tables.Add(new("", []));
                    inTitle = true;
                    break;
                case "TR":
                    tables[^1].Rows.Add([]);
                    break;
                case "TH" or "TD":
                    tables[^1].Rows[^1].Add("");
                    break;
                case "P" or "Figure":
                    inTitle = false;
                    break;
                case var text when text.StartsWith('"') && tables.Count > 0:
                    var said = line[1..line.LastIndexOf('"')];
                    if (tables[^1].Rows.Count > 0)
                    {
                        tables[^1].Rows[^1][^1] += said;
                    }
                    else if (inTitle)
                    {
                        tables[^1] = tables[^1] with { Title = tables[^1].Title + said };
                    }

                    break;
            }
        }

        return tables;
    }

    private static List<Found> Csv(byte[] bytes)
    {
        using var reader = CsvReader.Create(new MemoryStream(bytes), new CsvReaderOptions { HasHeader = false });
        var tables = new List<Found>();
        var begins = true;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i)).ToList();
            if (begins)
            {
                tables.Add(new(cells[1], []));
            }
            else if (cells.Exists(cell => cell.Length > 0))
            {
                var width = tables[^1].Rows.Count == 0 ? cells.FindLastIndex(cell => cell.Length > 0) + 1 : tables[^1].Rows[0].Count;
                cells[width..].Should().NotContain(cell => cell.Length > 0);
                tables[^1].Rows.Add(cells[..width]);
            }

            begins = cells.TrueForAll(cell => cell.Length == 0);
        }

        return tables;
    }

    private sealed record Found(string Title, List<List<string>> Rows);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^-?\d+\.\d+$")]
    private static partial Regex Number();
}
