using System.Net;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Learning;

public sealed class CohortPagesTests : IAsyncLifetime
{
    private static readonly (string, string)[] SecondClass = [("name", "Second class"), ("course", "foundations"), ("agency", ""), ("starts", "2027-01-11"), ("due", "2027-02-12")];

    private readonly AcademyApp _app = new();
    private Cohort _cohort = null!;
    private Visitor _trainer = null!;

    public async Task InitializeAsync()
    {
        await using var db = _app.Open();
        _cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
        _trainer = await _app.SignInAsync(Cast.TrainerInUganda);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_trainer_makes_a_cohort_of_their_country_in_its_time_zone()
    {
        var page = await _trainer.GetAsync("/cohorts/new");
        page.Text.Should().Contain("Africa/Kampala").And.Contain("Uganda");
        var me = ((IHtmlInputElement)page.Document.QuerySelector("input[name=trainer][checked]")!).Value;

        var made = await _trainer.SubmitAsync(page.Form("/create"), With("trainer", me));

        made.Text.Should().Contain("Second class").And.Contain("Enrol officers");
        await using var db = _app.Open();
        var cohort = await db.Cohorts.SingleAsync(c => c.Name == "Second class");
        (cohort.Country, cohort.CourseId, cohort.StartsOn, cohort.DueOn, cohort.AgencyId).Should().Be(("UG", "foundations", new DateOnly(2027, 1, 11), new DateOnly(2027, 2, 12), null));
        cohort.Trainers.Should().ContainSingle().Which.PersonId.Should().Be(Guid.Parse(me));
        (await db.AuditEntries.SingleAsync(e => e.What == "cohort.created")).By.Should().Be(await db.AuditNameAsync(Cast.TrainerInUganda));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_typed_is_kept()
    {
        var form = (await _trainer.GetAsync("/cohorts/new")).Form("/create");

        var refused = await _trainer.SubmitAsync(form, ("name", _cohort.Name), ("course", "none"), ("agency", Guid.NewGuid().ToString()), ("starts", "2027-02-12"), ("due", "2027-01-11"), ("trainer", Guid.NewGuid().ToString()));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelectorAll("#problem-cohort p").Select(p => p.TextContent).Should().Equal(
            "Another cohort of the country has this name.",
            "Choose an agency of the country, or none.",
            "Choose the first day, and for the last the same or a later one, at most 3 years later.",
            "Choose trainers who train in the country.",
            "Choose a course that is given in the country.",
            "Nothing was changed.");
        (refused.Form("/create").Value("name"), refused.Form("/create").Value("due")).Should().Be((_cohort.Name, "2027-01-11"));
    }

    [Fact]
    public async Task A_trainer_makes_no_cohort_elsewhere_and_an_administrator_makes_one_anywhere()
    {
        (await _trainer.GetAsync("/cohorts/new?country=KE")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var forged = (await _trainer.GetAsync("/cohorts/new")).Form("/create");
        (await _trainer.PostAsync(forged, With("country", "KE"))).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync("/cohorts/new")).Document.QuerySelectorAll("select#country option").Length.Should().BeGreaterThan(1);
        (await administrator.SubmitAsync((await administrator.GetAsync("/cohorts/new?country=KE")).Form("/create"), SecondClass)).Text.Should().Contain("Second class").And.Contain("Kenya");
    }

    [Fact]
    public async Task Members_follow_a_cohort_that_is_put_off()
    {
        await ExtendAsync("2027-03-01");
        var page = await _trainer.GetAsync($"/cohorts/{_cohort.Id}/edit");

        await _trainer.SubmitAsync(page.Form("/change"), ("name", "First class"), ("agency", _cohort.AgencyId.ToString()!), ("starts", "2026-11-02"), ("due", "2026-12-24"));

        await using var db = _app.Open();
        (await db.Cohorts.SingleAsync(c => c.Id == _cohort.Id)).Name.Should().Be("First class");
        var days = await db.Enrolments.Where(e => e.CohortId == _cohort.Id && e.State != EnrolmentState.Completed).Select(e => e.DueOn).ToListAsync();
        days.Distinct().Should().BeEquivalentTo([new DateOnly(2026, 12, 24), new DateOnly(2027, 3, 1)]);
        (await db.AuditEntries.CountAsync(e => e.What == "cohort.changed")).Should().Be(1);
    }

    [Fact]
    public async Task A_copy_has_the_staff_and_no_members()
    {
        var page = await _trainer.GetAsync($"/cohorts/{_cohort.Id}/copy");

        await _trainer.SubmitAsync(page.Form("/duplicate"), ("name", "Once more"), ("starts", "2027-01-11"), ("due", "2027-02-12"));

        await using var db = _app.Open();
        var copy = await db.Cohorts.SingleAsync(c => c.Name == "Once more");
        copy.Trainers.Should().BeEquivalentTo(_cohort.Trainers);
        copy.AgencyId.Should().Be(_cohort.AgencyId);
        (await db.Enrolments.CountAsync(e => e.CohortId == copy.Id)).Should().Be(0);
    }

    [Fact]
    public async Task A_member_is_withdrawn_with_a_reason_and_brought_back()
    {
        var member = await MemberAsync();
        var refused = await _trainer.SubmitAsync((await _trainer.GetAsync(Address(member))).Form("/withdraw"), ("reason", new string('a', 501)));
        refused.Document.QuerySelector("#problem-withdraw")!.TextContent.Should().Contain("Give a reason of 1 to 500 characters.");
        refused.Document.QuerySelector("#reason")!.TextContent.Should().HaveLength(501);

        var withdrawn = await _trainer.SubmitAsync(refused.Form("/withdraw"), ("reason", "Moved to the border"));

        withdrawn.Text.Should().Contain("Withdrawn: Moved to the border");
        (await (await _app.SignInAsync(Cast.NewcomerInUganda)).GetAsync("/learn/foundations")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _trainer.SubmitAsync(withdrawn.Form("/return"))).Text.Should().Contain("Invited");
        await using var db = _app.Open();
        (await db.AuditEntries.Where(e => e.What.StartsWith("enrolment.")).OrderBy(e => e.Sequence).Select(e => e.What).ToListAsync()).Should().Equal("enrolment.withdrawn", "enrolment.returned");
    }

    [Fact]
    public async Task One_officer_is_due_later()
    {
        (await ExtendAsync("2020-01-01")).Document.QuerySelector("#problem-extend")!.TextContent.Should().Contain("Choose a day from the cohort's first on");

        (await ExtendAsync("2027-03-01")).Text.Should().Contain("1 March 2027").And.Contain("(a day of their own)");
    }

    [Fact]
    public async Task A_member_moves_to_another_cohort_of_the_course_and_to_no_other()
    {
        var member = await MemberAsync();
        var other = await SecondClassAsync();
        var form = (await _trainer.GetAsync(Address(member))).Form("/move");
        Guid kenya;
        await using (var db = _app.Open())
        {
            kenya = (await db.Cohorts.FirstAsync(c => c.Country == "KE")).Id;
        }

        (await _trainer.SubmitAsync(form, ("to", kenya.ToString()))).Document.QuerySelector("#problem-move")!.TextContent.Should().Contain("Choose another cohort of the same course and country.");
        var moved = await _trainer.SubmitAsync(form, ("to", other.ToString()));

        moved.Address.Should().Be($"/cohorts/{other}/members/{member}");
        moved.Text.Should().Contain("Second class");
    }

    [Fact]
    public async Task Trainers_of_another_country_manage_nobody_here()
    {
        var member = await MemberAsync();
        var stranger = await _app.SignInAsync(Cast.TrainerInKenya);
        var forged = (await stranger.GetAsync("/cohorts/new")).Form("/create");
        foreach (var act in new[] { "withdraw", "return", "extend", "move" })
        {
            (await stranger.PostAsync(forged.To($"{Address(member)}/{act}"), ("reason", "Any"), ("due", "2027-03-01"))).StatusCode.Should().Be(HttpStatusCode.NotFound, act);
        }
    }

    [Theory]
    [InlineData("?q=nakato", "Florence Nabirye Nakato")]
    [InlineData("?state=Invited", "Peter Opio")]
    [InlineData("?state=nonsense&q=ATIM", "Judith Atim")]
    public async Task The_members_are_filtered(string filter, string only)
    {
        var page = await _trainer.GetAsync($"/cohorts/{_cohort.Id}{filter}");

        page.Document.QuerySelectorAll("main tbody th a").Select(a => a.TextContent).Should().Equal(only);
        page.Text.Should().Contain("1 of 4 officers");
    }

    [Fact]
    public async Task The_board_shows_who_is_where_by_name_or_by_initials()
    {
        var page = await _trainer.GetAsync($"/cohorts/{_cohort.Id}/board");
        page.Text.Should().Contain("Peter Opio").And.Contain("0 of 7");

        var initials = await _trainer.GetAsync($"/cohorts/{_cohort.Id}/board?show=initials");

        initials.Text.Should().Contain("P.O.").And.NotContain("Opio");
    }

    private static (string, string)[] With(string name, string value) => [.. SecondClass, (name, value)];

    private async Task<Page> ExtendAsync(string due)
    {
        var member = await MemberAsync();
        return await _trainer.SubmitAsync((await _trainer.GetAsync(Address(member))).Form("/extend"), ("due", due));
    }

    private async Task<Guid> SecondClassAsync()
    {
        await using var db = _app.Open();
        var cohort = new Cohort("Second class", await db.CourseVersions.SingleAsync(v => v.Id == _cohort.VersionId), "UG", null, new DateOnly(2027, 1, 11), new DateOnly(2027, 2, 12));
        db.Add(cohort);
        await db.SaveChangesAsync();
        return cohort.Id;
    }

    private string Address(Guid member) => $"/cohorts/{_cohort.Id}/members/{member}";

    /// <summary>The one who has not begun.</summary>
    private async Task<Guid> MemberAsync()
    {
        await using var db = _app.Open();
        return await db.Enrolments.Where(e => e.CohortId == _cohort.Id && e.State == EnrolmentState.Invited).Select(e => e.Id).SingleAsync();
    }
}
