using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Reports;

public sealed class ResultsTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_trainer_records_a_units_quarter_and_corrects_it()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await RecordAsync(trainer, "Anti-trafficking desk", "2026-Q3", 12, 4, 1, 30)).Text.Should().Contain("Recorded: Anti-trafficking desk, 2026-Q3.");
        var page = await RecordAsync(trainer, " ANTI-trafficking  desk​", "2026-Q3", 13, 5, 2, 31);

        await using var db = _app.Open();
        var counts = await db.CaseCounts.SingleAsync();
        (counts.Unit, counts.Quarter, counts.Investigations, counts.VictimsAssisted).Should().Be(("Anti-trafficking desk", new Quarter(2026, 3), 13, 31));
        Row(page, "2026-Q3").Should().Equal("0", "1", "13", "5", "2", "31");
        Row(page, "2026-Q4").Should().Equal("1", "0", "–", "–", "–", "–");
        (await db.AuditEntries.CountAsync(e => e.What == "results.recorded")).Should().Be(2);
    }

    [Fact]
    public async Task Units_are_added_up_beside_the_courses_completed_in_the_quarter()
    {
        await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Mary", "Aber Christine");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await RecordAsync(trainer, "Desk A", "2026-Q4", 1, 2, 3, 4);
        var page = await RecordAsync(trainer, "Desk B", "2026-Q4", 10, 20, 30, 40);

        Row(page, "2026-Q4").Should().Equal("3", "2", "11", "22", "33", "44");
        page.Text.Should().Contain("does not show that it follows from it");
    }

    [Theory]
    [InlineData("", "2026-Q3", "1")]
    [InlineData("Desk", "2027-Q1", "1")]
    [InlineData("Desk", "2026-Q5", "1")]
    [InlineData("Desk", "2026-Q3", "-1")]
    [InlineData("Desk", "2026-Q3", "1.5")]
    [InlineData("Desk", "2026-Q3", "100001")]
    [InlineData("Desk", "2026-Q3", "")]
    public async Task What_makes_no_sense_is_refused_and_kept(string unit, string quarter, string convictions)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await trainer.GetAsync("/results/UG")).Form("/record");

        var page = await Page.ReadAsync(await trainer.PostAsync(form, ("unit", unit), ("quarter", quarter), ("investigations", "7"), ("prosecutions", "1"), ("convictions", convictions), ("victims", "1")));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("Nothing was recorded");
        page.Form("/record").Value("investigations").Should().Be("7");
        page.Form("/record").Value("convictions").Should().Be(convictions);
        await using var db = _app.Open();
        (await db.CaseCounts.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.PartnerInUganda)]
    [InlineData(Cast.OfficerInUganda)]
    public async Task Others_neither_read_nor_record_them(string who)
    {
        var visitor = await _app.SignInAsync(who);
        (await visitor.Http.GetAsync("/results/UG")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var token = (await visitor.GetAsync("/")).Document.Forms[0];
        (await visitor.PostAsync(token.To("/results/UG/record"), ("unit", "Desk"), ("quarter", "2026-Q3"), ("investigations", "1"), ("prosecutions", "1"), ("convictions", "1"), ("victims", "1"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_units_quarter_is_changed_and_removed()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await RecordAsync(trainer, "Desk A", "2026-Q3", 1, 2, 3, 4);
        var change = page.Document.Links.Select(l => l.GetAttribute("href")!).Single(h => h.Contains("change=", StringComparison.Ordinal));
        var form = (await trainer.GetAsync(change)).Form("/record");
        (form.Value("unit"), form.Value("convictions")).Should().Be(("Desk A", "3"));

        (await trainer.SubmitAsync(page.Document.Forms.Single(f => f.Action.Contains("/remove/", StringComparison.Ordinal)))).Text.Should().Contain("No unit has reported yet");

        await using var db = _app.Open();
        (await db.CaseCounts.AnyAsync()).Should().BeFalse();
        (await db.AuditEntries.SingleAsync(e => e.What == "results.removed")).Record.Should().Be("UG Desk A 2026-Q3: 1, 2, 3, 4");
    }

    [Fact]
    public async Task Of_a_country_without_training_nobody_records_any()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync("/results/UG")).Form("/record");
        foreach (var country in new[] { "XX", "ug", "uganda-long" })
        {
            (await administrator.PostAsync(form.To($"/results/{country}/record"), ("unit", "Desk"), ("quarter", "2026-Q3"), ("investigations", "1"), ("prosecutions", "1"), ("convictions", "1"), ("victims", "1"))).StatusCode.Should().Be(HttpStatusCode.NotFound, country);
        }

        await using var db = _app.Open();
        (await db.CaseCounts.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_figures_of_now_count_each_completion_in_its_month()
    {
        await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Mary");
        await using var db = _app.Open(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["UG"]));

        var rows = await db.LiveFiguresAsync([new(2026, 11, 1), new(2026, 10, 1)], CancellationToken.None);

        var row = rows.Should().ContainSingle().Subject;
        (row.Country, row.CourseId, row.Enrolled, row.Completed).Should().Be(("UG", "foundations", 5, 2));
        row.ByMonth.Should().Equal(2, 0);
        row.Share.Should().Be(40m);
    }

    [Fact]
    public async Task Trainers_see_the_figures_of_now_and_agencies_do_not()
    {
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/reports")).Text.Should().Contain("Completion now").And.Contain("Uganda").And.NotContain("Kenya");
        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync("/reports")).Text.Should().Contain("Kenya");
        (await (await _app.SignInAsync(Cast.PartnerInUganda)).GetAsync("/reports")).Text.Should().NotContain("Completion now");
    }

    [Theory]
    [InlineData("2026-Q3", true)]
    [InlineData("2026-Q0", false)]
    [InlineData("26-Q1", false)]
    [InlineData("Q1-2026", false)]
    [InlineData(null, false)]
    public void A_quarter_is_written_as_its_year_and_number(string? text, bool is_quarter)
    {
        Quarter.TryParse(text, out var quarter).Should().Be(is_quarter);
        if (is_quarter)
        {
            quarter.ToString().Should().Be(text);
        }
    }

    [Theory]
    [InlineData(2026, 1, 1, "2026-Q1")]
    [InlineData(2026, 3, 31, "2026-Q1")]
    [InlineData(2026, 4, 1, "2026-Q2")]
    [InlineData(2026, 12, 31, "2026-Q4")]
    public void A_day_lies_in_its_quarter(int year, int month, int day, string quarter) => Quarter.Of(new(year, month, day)).ToString().Should().Be(quarter);

    [Fact]
    public void Before_the_first_quarter_is_the_last_of_the_year_before() => new Quarter(2026, 1).Before().Should().Be(new Quarter(2025, 4));

    public void Dispose() => _app.Dispose();

    private static async Task<Page> RecordAsync(Visitor trainer, string unit, string quarter, params int[] counts)
    {
        var form = (await trainer.GetAsync("/results/UG")).Form("/record");
        return await trainer.SubmitAsync(form, ("unit", unit), ("quarter", quarter), ("investigations", $"{counts[0]}"), ("prosecutions", $"{counts[1]}"), ("convictions", $"{counts[2]}"), ("victims", $"{counts[3]}"));
    }

    private static IEnumerable<string> Row(Page page, string quarter) =>
        page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == quarter).QuerySelectorAll("td").Select(cell => cell.TextContent);
}
