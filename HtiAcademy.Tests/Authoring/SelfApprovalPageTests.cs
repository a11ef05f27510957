using HtiAcademy.Domain.Access;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

public sealed class SelfApprovalPageTests : IDisposable
{
    private const string Address = "/admin/self-approval";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_administrator_allows_it_to_a_lone_trainer_and_withdraws_it()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync("/admin")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain(Address);
        var page = await administrator.GetAsync(Address);
        page.Text.Should().Contain($"The only trainer: {(await _app.PersonAsync(Cast.TrainerInUganda)).FullName}");

        var allowed = await administrator.SubmitAsync(page.Form("/allow"), ("country", "UG"));
        await administrator.SubmitAsync(page.Form("/allow"), ("country", "UG"));
        allowed.Text.Should().Contain($"Allowed by {(await _app.PersonAsync(Cast.Administrator)).FullName}");
        await using (var db = _app.Open())
        {
            (await db.SelfApprovals.SingleAsync()).Country.Should().Be("UG");
        }

        var withdrawn = await administrator.SubmitAsync(allowed.Form("/withdraw"), ("country", "UG"));
        await administrator.SubmitAsync(allowed.Form("/withdraw"), ("country", "UG"));

        withdrawn.Text.Should().NotContain("Allowed by");
        await using var after = _app.Open();
        (await after.SelfApprovals.AnyAsync()).Should().BeFalse();
        var by = await after.AuditNameAsync(Cast.Administrator);
        (await after.AuditEntries.Where(e => e.What.StartsWith("self-approval.")).OrderBy(e => e.Sequence).Select(e => new { e.What, e.By, e.Record }).ToListAsync())
            .Should().Equal(new { What = "self-approval.allowed", By = by, Record = "UG" }, new { What = "self-approval.withdrawn", By = by, Record = "UG" });
    }

    [Fact]
    public async Task With_two_trainers_or_none_it_cannot_be_allowed()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var kenyan = await _app.PersonAsync(Cast.TrainerInKenya);
        await using (var db = _app.Open())
        {
            (await db.People.SingleAsync(p => p.Id == kenyan.Id)).Deactivate(_app.Clock.Now);
            await db.SaveChangesAsync();
        }

        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync(Address);
        page.Text.Should().Contain("can read each other's drafts.").And.Contain("no trainer has joined there.");
        page.Document.QuerySelectorAll("form[action$='/allow'] input[name=country]").Select(input => input.GetAttribute("value")).Should().NotContain(["UG", "KE"]);
        foreach (var country in new[] { "UG", "KE" })
        {
            (await administrator.SubmitAsync(page.Form("/allow"), ("country", country))).Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("has not exactly one trainer who has joined.");
        }

        ((int)(await administrator.PostAsync(page.Form("/allow"), ("country", "XX"))).StatusCode).Should().Be(404);
        await using var after = _app.Open();
        (await after.SelfApprovals.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task What_was_allowed_before_somebody_joined_says_that_it_does_nothing()
    {
        await _app.AllowAloneAsync("UG");
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");

        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync(Address)).Text.Should().Contain("It does nothing now: 2 trainers have joined there.");
    }

    public void Dispose() => _app.Dispose();
}
