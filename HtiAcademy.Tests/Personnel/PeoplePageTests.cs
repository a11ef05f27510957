using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Access;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Pdf;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Personnel;

public sealed class PeoplePageTests : IDisposable
{
    private const string Reason = "Left";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Trainers_find_the_officers_of_their_countries_and_administrators_everybody()
    {
        var trainer = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/admin/people");
        Names(trainer).Should().BeEquivalentTo("Joseph Ssemanda", "Florence Nabirye Nakato", "Peter Opio", "Judith Atim");

        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync("/admin/people")).Text.Should().Contain("of 25 people");
        Names(await administrator.GetAsync("/admin/people?role=Trainer&country=KE")).Should().Equal("Wanjiru Kamau");
        Names(await administrator.GetAsync("/admin/people?q=NAKATO")).Should().Equal("Florence Nabirye Nakato");
        Names(await administrator.GetAsync("/admin/people?q=officer.ke%40demo")).Should().Equal("Kevin Otieno");
        Names(await administrator.GetAsync($"/admin/people?agency={(await _app.AgencyAsync("ZM")).Id}&role=Officer&sort=country")).Should().Equal("Mutale Banda", "Natasha Zulu");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[a-z]")]
    [InlineData("\\")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_sought_is_taken_literally(string text)
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync($"/admin/people?q={Uri.EscapeDataString(text)}")).Text.Should().Contain("Nobody is found");
    }

    [Fact]
    public async Task States_tell_who_has_joined_and_who_is_kept_out()
    {
        await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.SubmitAsync((await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/deactivate"), ("reason", Reason));

        Names(await trainer.GetAsync("/admin/people?state=Invited")).Should().Equal("Apio Mary");
        Names(await trainer.GetAsync("/admin/people?state=KeptOut")).Should().Equal("Peter Opio");
        Names(await trainer.GetAsync("/admin/people?state=Active")).Should().HaveCount(3);
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        for (var i = 0; i < 51; i++)
        {
            await _app.AddInvitedAsync($"Zz Officer {(char)('A' + i / 26)}{(char)('A' + i % 26)}", $"zz{i}");
        }

        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var first = await trainer.GetAsync("/admin/people?q=Zz+Officer&state=Invited");
        first.Text.Should().Contain("1 to 50 of 51 people");
        var second = await trainer.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Names(second).Should().Equal("Zz Officer BY");
        (await trainer.GetAsync("/admin/people?page=999999999999")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Slips_carry_the_name_the_user_name_and_a_code_that_opens()
    {
        var (first, before) = await _app.AddInvitedAsync("አበበ በቀለ", "ug.officer");
        var (second, _) = await _app.AddInvitedAsync("O'Brien Seán", "obrien.sean");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var list = await trainer.GetAsync("/admin/people?state=Invited");

        var response = await trainer.PostAsync(list.Form("/slips"), ("person", first.Id.ToString()), ("person", second.Id.ToString()), ("paper", "letter"));

        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        using var pdf = new PdfOnDisk(await response.Content.ReadAsByteArrayAsync());
        pdf.PageCount.Should().Be(1);
        pdf.Text.Should().Contain("ug.officer").And.Contain("obrien.sean").And.Contain("O'Brien Seán").And.Contain("http://localhost:5080/account/invitation");
        var code = Office.CodeIn(pdf.Text);
        (await _app.Visit().GetAsync($"/account/invitation/{code}")).Text.Should().Contain("This is for");
        (await _app.Visit().GetAsync($"/account/invitation/{before}")).Text.Should().Contain("taken back");
        await using var db = _app.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "invitation.printed")).Should().Be(2);
    }

    [Fact]
    public async Task Nobody_is_deactivated_without_one_of_the_reasons()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.SubmitAsync((await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/deactivate"), ("reason", "Opio was rude"));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("Choose a reason.").And.Contain("Nothing was changed");
        (await _app.PersonAsync(Cast.NewcomerInUganda)).DeactivatedAt.Should().BeNull();
    }

    [Fact]
    public async Task Who_is_kept_out_is_signed_out_at_once_and_can_be_let_in_again()
    {
        var officer = await _app.SignInAsync(Cast.NewcomerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.SubmitAsync((await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/deactivate"), ("reason", Reason));
        (await officer.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Found);

        await trainer.SubmitAsync((await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/reactivate"), ("reason", "CameBack"));
        await _app.SignInAsync(Cast.NewcomerInUganda);
        await using var db = _app.Open();
        var name = await db.AuditNameAsync(Cast.NewcomerInUganda);
        (await db.AuditEntries.Where(e => e.What.StartsWith("person.")).Select(e => e.Record).ToListAsync()).Should().Equal($"{name}: Left", $"{name}: CameBack");
    }

    [Fact]
    public async Task An_administrator_takes_a_lost_second_step_away_and_nobody_their_own()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.AddAuthenticatorAsync(_app);
        await trainer.MakeRecoveryCodesAsync();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await PageOfAsync(administrator, Cast.TrainerInUganda);

        (await administrator.SubmitAsync(page.Form("/remove-factors"))).Text.Should().Contain("second step was taken away");

        await using var db = _app.Open();
        (await db.Authenticators.AnyAsync() || await db.RecoveryCodes.AnyAsync()).Should().BeFalse();
        (await db.AuditEntries.SingleAsync(e => e.What == "person.factors-removed")).Record.Should().Be(await db.AuditNameAsync(Cast.TrainerInUganda));
        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await trainer.Http.GetAsync("/cohorts")).StatusCode.Should().Be(HttpStatusCode.Found, "every session ended");
        var me = await db.People.SingleAsync(p => p.Email == Cast.Administrator);
        (await administrator.PostAsync(page.Form("/remove-factors").To($"/admin/people/{me.Id}/remove-factors"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_changes_their_own_roles()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var me = await PageOfAsync(administrator, Cast.Administrator);
        me.Document.Forms.Should().NotContain(f => f.Action.EndsWith("/deactivate"));
        (await administrator.SubmitAsync(me.Form("/change").To($"/admin/people/{(await _app.PersonAsync(Cast.Administrator)).Id}/deactivate"), ("reason", Reason))).Text.Should().Contain("Nobody changes their own roles");
        (await administrator.SubmitAsync((await PageOfAsync(administrator, Cast.Administrator)).Form("/change"),
            ("name", "Amina Osei"), ("role", "Trainer"), ("trainsIn", "UG"), ("country", "UG"), ("audience", "investigator"), ("language", "en"))).Text.Should().Contain("Nobody changes their own roles");

        var trainer = await _app.PersonAsync(Cast.TrainerInUganda);
        (await administrator.SubmitAsync((await PageOfAsync(administrator, Cast.TrainerInUganda)).Form("/change"),
            ("name", trainer.FullName), ("role", "Administrator"), ("country", "UG"), ("audience", "investigator"), ("language", "en"))).Text.Should().Contain("Saved.");
        var other = await _app.SignInAsync(Cast.TrainerInUganda);
        (await other.SubmitAsync((await PageOfAsync(other, Cast.Administrator)).Form("/deactivate"), ("reason", Reason))).Text.Should().Contain("The person is kept out");
    }

    [Fact]
    public async Task A_change_of_role_ends_the_sessions()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await PageOfAsync(administrator, Cast.TrainerInKenya);
        await administrator.SubmitAsync(page.Form("/change"), ("name", "Wanjiru Kamau"), ("role", "Trainer"), ("trainsIn", "KE"), ("trainsIn", "UG"), ("country", "KE"), ("audience", "investigator"), ("language", "en"));

        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await trainer.Http.GetAsync("/cohorts")).StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.PersonAsync(Cast.TrainerInKenya)).TrainsIn.Should().Equal("KE", "UG");
    }

    [Fact]
    public async Task A_name_that_stands_on_a_certificate_is_not_changed_here()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await PageOfAsync(trainer, Cast.CertifiedInUganda);
        page.Text.Should().Contain("a correction can be asked for");
        var agency = (await _app.AgencyAsync("UG")).Id.ToString();

        (await trainer.SubmitAsync(page.Form("/change"), ("name", "Nakato Florence"), ("agency", agency), ("audience", "investigator"), ("language", "en"))).Text.Should().Contain("two people decide").And.Contain("Nothing was changed");
        (await trainer.SubmitAsync((await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/change"), ("name", "Opio Peter Paul"), ("rank", "Sergeant"), ("agency", agency), ("audience", "prosecutor"), ("language", "fr"))).Text.Should().Contain("Saved.");
        var changed = await _app.PersonAsync(Cast.NewcomerInUganda);
        (changed.FullName, changed.Rank, changed.Audience, changed.Language).Should().Be(("Opio Peter Paul", "Sergeant", "prosecutor", "fr"));
    }

    [Fact]
    public async Task Trainers_give_no_roles_whatever_they_post()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await PageOfAsync(trainer, Cast.NewcomerInUganda);
        await trainer.SubmitAsync(page.Form("/change"), ("name", "Peter Opio"), ("role", "Administrator"), ("trainsIn", "UG"), ("country", "KE"), ("agency", (await _app.AgencyAsync("UG")).Id.ToString()), ("audience", "investigator"), ("language", "en"));

        var officer = await _app.PersonAsync(Cast.NewcomerInUganda);
        (officer.Roles, officer.Country).Should().Be((Roles.Officer, "UG"));
        officer.TrainsIn.Should().BeEmpty();
    }

    [Fact]
    public async Task A_lead_trainer_is_made_of_a_trainer_and_of_nobody_else()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await PageOfAsync(administrator, Cast.TrainerInUganda);
        (string, string)[] facts = [("name", (await _app.PersonAsync(Cast.TrainerInUganda)).FullName), ("country", "UG"), ("audience", "investigator"), ("language", "en")];

        var refused = await administrator.SubmitAsync(page.Form("/change"), [.. facts, ("role", "LeadTrainer")]);
        refused.Document.QuerySelector("#problems")!.TextContent.Should().Contain("A lead trainer is a trainer too: choose both roles.");
        var made = await administrator.SubmitAsync(page.Form("/change"), [.. facts, ("role", "LeadTrainer"), ("role", "Trainer"), ("trainsIn", "UG")]);

        made.Text.Should().Contain("Saved.");
        (await _app.PersonAsync(Cast.TrainerInUganda)).Roles.Should().Be(Roles.Trainer | Roles.LeadTrainer);
        (await administrator.GetAsync("/admin/people?role=LeadTrainer")).Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("Trainer, Lead trainer");
    }

    [Fact]
    public async Task Trainers_manage_no_staff_though_it_be_an_officer_too()
    {
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var chief = new Person("Chief Officer", "chief@example.org", Roles.Officer | Roles.Administrator, "en", "UG");
            chief.BelongTo(await db.Agencies.FirstAsync(a => a.Country == "UG"), null, "investigator");
            db.Add(chief);
        });
        var id = (await _app.PersonAsync("chief@example.org")).Id;
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await trainer.Http.GetAsync($"/admin/people/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var form = (await PageOfAsync(trainer, Cast.NewcomerInUganda)).Form("/slips");
        (await trainer.PostAsync(form, ("person", id.ToString()))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = _app.Open();
        (await db.Invitations.AnyAsync(i => i.PersonId == id)).Should().BeFalse();
    }

    [Fact]
    public async Task With_another_agency_go_the_open_courses_and_what_is_completed_stays()
    {
        var desk = await _app.AddAgencyAsync("Border Police (test)", "UG");
        var (newcomer, certified) = (await _app.PersonAsync(Cast.OfficerInUganda), await _app.PersonAsync(Cast.CertifiedInUganda));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        foreach (var officer in new[] { Cast.OfficerInUganda, Cast.CertifiedInUganda })
        {
            var page = await PageOfAsync(trainer, officer);
            (await trainer.SubmitAsync(page.Form("/change"), ("name", (await _app.PersonAsync(officer)).FullName), ("agency", desk.Id.ToString()), ("audience", "investigator"), ("language", "en"))).Text.Should().Contain("Saved.");
        }

        await using (var old = _app.Open(Scope.Of(await _app.PersonAsync(Cast.PartnerInUganda))))
        {
            (await old.Enrolments.AnyAsync(e => e.OfficerId == newcomer.Id)).Should().BeFalse();
            (await old.Attempts.AnyAsync(a => a.OfficerId == newcomer.Id)).Should().BeFalse();
            (await old.Enrolments.SingleAsync(e => e.OfficerId == certified.Id)).State.Should().Be(EnrolmentState.Completed);
            (await old.Certificates.CountAsync(c => c.OfficerId == certified.Id)).Should().Be(1);
            (await old.People.AnyAsync(p => p.Id == newcomer.Id || p.Id == certified.Id)).Should().BeFalse();
        }

        await using (var now = _app.Open(Scope.Of(Guid.NewGuid(), Roles.Partner, desk.Id, [])))
        {
            (await now.People.Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo([newcomer.Id, certified.Id]);
            (await now.Enrolments.Select(e => e.OfficerId).ToListAsync()).Should().Equal(newcomer.Id);
            (await now.Attempts.Select(a => a.OfficerId).Distinct().ToListAsync()).Should().Equal(newcomer.Id);
            (await now.Certificates.AnyAsync()).Should().BeFalse();
        }

        (await (await _app.SignInAsync(Cast.PartnerInUganda)).GetAsync("/agency")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Agencies_are_added_and_renamed_and_keep_their_country_once_people_belong_to_them()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.SubmitAsync((await administrator.GetAsync("/admin/agencies")).Form("/create"), ("name", " Border  Police "), ("country", "UG"));
        page.Text.Should().Contain("Saved.").And.Contain("Border Police");
        (await administrator.SubmitAsync(page.Form("/create"), ("name", "Border Police"), ("country", "UG"))).Text.Should().Contain("Another agency of the country has this name");
        (await administrator.SubmitAsync(page.Form("/create"), ("name", "Border Police"), ("country", "XX"))).Text.Should().Contain("Choose a country in which");
        (await administrator.SubmitAsync(page.Form("/create"), ("name", "B"), ("country", "UG"))).Text.Should().Contain("Write a name with 2 to 200 characters");

        await using var db = _app.Open();
        var added = await db.Agencies.SingleAsync(a => a.Name == "Border Police");
        (await administrator.SubmitAsync(page.Form($"/{added.Id}/rename"), ("name", "Frontier Police"), ("country", "KE"))).Text.Should().Contain("Saved.");
        (await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == added.Id)).Should().BeEquivalentTo(new { Name = "Frontier Police", Country = "KE" });
        var used = await _app.AgencyAsync("UG");
        (await administrator.SubmitAsync(page.Form($"/{used.Id}/rename"), ("name", used.Name), ("country", "KE"))).Text.Should().Contain("The country stays");
    }

    public void Dispose() => _app.Dispose();

    private static IEnumerable<string> Names(Page page) => page.Document.QuerySelectorAll("main tbody th a").Select(a => a.TextContent);

    private async Task<Page> PageOfAsync(Visitor staff, string signsInAs) => await staff.GetAsync($"/admin/people/{(await _app.PersonAsync(signsInAs)).Id}");
}
