using System.Text.RegularExpressions;
using CsvHelper;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Rolls;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Shared;

/// <summary>Every CSV that the academy writes, with names that a spreadsheet would run.</summary>
public sealed partial class CsvWalkTests : IAsyncLifetime
{
    private static readonly string[] Hostile = ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\tTab", "=\"quoted\",and,more"];

    private readonly AcademyApp _app = new();
    private Guid _cohort;

    public async Task InitializeAsync()
    {
        await using var db = _app.Open();
        var example = await db.Cohorts.FirstAsync(c => c.Country == "UG");
        var version = await db.CourseVersions.SingleAsync(v => v.Id == example.VersionId);
        var agency = new Agency("=AGENCY()", "UG");
        var cohort = new Cohort("@COHORT", version, "UG", agency, new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 7));
        db.AddRange(agency, cohort);
        foreach (var (name, i) in Hostile.Select((name, i) => (name, i)))
        {
            var officer = new Person(name, $"hostile{i}@example.org", Roles.Officer, "en", "UG");
            officer.BelongTo(agency, "=RANK()", "investigator");
            db.AddRange(officer, new Enrolment(cohort, officer, _app.Clock.Now));
            await db.SaveChangesAsync();
            await db.AuditAsync(officer.AuditName, "person.invited", name, $"={name}", _app.Clock.Now, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        _cohort = cohort.Id;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void Every_place_that_writes_CSV_is_walked() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "HtiAcademy.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Writing().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName)
            .Should().BeEquivalentTo("CsvFile.cs", "CohortReportCsv.cs", "RollFile.cs", "AuditEndpoints.cs");

    [Fact]
    public async Task A_cohorts_report_runs_nothing()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.SubmitAsync((await trainer.GetAsync($"/cohorts/{_cohort}/report")).Form("/report/make"));
        await using var db = _app.Open();
        var run = await db.ReportRuns.SingleAsync(r => r.CohortId == _cohort);
        var report = await db.CohortReports.SingleOrDefaultAsync(r => r.CohortId == _cohort);

        var bytes = report?.Csv ?? throw new InvalidOperationException($"{run.State} at {page.Address}");

        Cells(bytes).Should().Contain(["'@COHORT", "'=HYPERLINK(1)", "'+1+1", "'-2+3", "'@SUM(A1)"]);
        Running(bytes).Should().BeEmpty();
    }

    [Fact]
    public async Task What_became_of_a_list_runs_nothing()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var list = new ClassList(trainer, _cohort);
        var seen = await list.CheckAsync("name,mail,user_name,agency\n" + string.Concat(Hostile.Select((name, i) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",=x{i}@example.org,-user{i},\n")) + "Mary Akello,akello@example.org,-akello,\n");

        var bytes = await (await trainer.PostAsync(seen.Form("/result.csv"))).Content.ReadAsByteArrayAsync();

        Cells(bytes).Should().Contain(["'=HYPERLINK(1)", "'+1+1", "'@SUM(A1)"]);
        Running(bytes).Should().BeEmpty();
        Running(await trainer.Http.GetByteArrayAsync($"/cohorts/{_cohort}/enrol/template.csv")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_audit_log_runs_nothing()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync("/admin/audit?what=person.invited")).Form("/export");

        var bytes = await (await administrator.PostAsync(form, ("format", "csv"))).Content.ReadAsByteArrayAsync();

        Cells(bytes).Should().Contain(["'=HYPERLINK(1)", "'==HYPERLINK(1)", "'=HYPERLINK(1) (hostile0@example.org)", "'-2+3", "'\tTab"]);
        Running(bytes).Should().BeEmpty();
    }

    [Theory]
    [InlineData("=1+1\r\n", true)]
    [InlineData("\"\tx\"\r\n", true)]
    [InlineData("'=1+1,-3.5\r\n", false)]
    public void A_cell_that_would_run_is_noticed(string csv, bool runs) => Running(System.Text.Encoding.UTF8.GetBytes(csv)).Any().Should().Be(runs);

    // A number below 0 is one.
    private static IEnumerable<string> Running(byte[] csv) =>
        Cells(csv).Where(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] && !decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _));

    private static List<string> Cells(byte[] csv)
    {
        using var reader = CsvReader.Create(new MemoryStream(csv), new CsvReaderOptions { HasHeader = false });
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
        }

        return cells;
    }

    [GeneratedRegex(@"CsvFile\.Write|CsvWriter\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Writing();
}
