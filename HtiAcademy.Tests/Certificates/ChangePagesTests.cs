using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public sealed class ChangePagesTests : IDisposable
{
    private const string Reason = "Two letters of the name are exchanged.";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_officer_asks_for_the_right_name_and_an_administrator_approves_it()
    {
        var certificate = await CertificateAsync();
        var officer = await _app.SignInAsync("nakato@demo.example");
        var mine = await officer.GetAsync("/certificates");
        var form = await officer.GetAsync(mine.Document.QuerySelector("a[href$='/change']")!.GetAttribute("href")!);
        (await officer.SubmitAsync(form.Form("/change"), ("name", "Nakato Florence Nabirye"), ("reason", Reason))).Text.Should().Contain("The change is asked for");

        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync("/admin/certificates")).Text.Should().Contain(certificate.Number);
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        page.Text.Should().Contain("Nakato Florence Nabirye").And.Contain(Reason).And.Contain("Asked for by Florence Nabirye Nakato");
        (await administrator.SubmitAsync(page.Document.Forms.Single(f => f.Action.Contains("/changes/")), ("decision", "approve"))).Text.Should().Contain("Decided.").And.Contain("Replaced");

        await using var db = _app.Open();
        var corrected = await db.Certificates.SingleAsync(c => c.EnrolmentId == certificate.EnrolmentId && c.Edition == 2);
        var old = await _app.Visit().GetAsync($"/verify/{certificate.Code}");
        old.Text.Should().Contain("Replaced: a corrected certificate took the place of this one").And.Contain(corrected.Number).And.NotContain(corrected.Code.ToString());
        (await _app.Visit().GetAsync($"/verify/{corrected.Code}")).Text.Should().Contain("still stands").And.Contain("Nakato Florence Nabirye").And.Contain(certificate.Number);
        (await officer.GetAsync("/certificates")).Text.Should().Contain(corrected.Number);
        (await officer.Http.GetAsync($"/certificates/{certificate.Number}.pdf")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await officer.Http.GetAsync($"/certificates/{corrected.Number}.pdf")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_trainer_asks_for_a_revocation_of_which_the_officer_hears_nothing_until_it_is_decided()
    {
        var certificate = await CertificateAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = await trainer.GetAsync($"/certificates/{certificate.Number}/change");
        await trainer.SubmitAsync(form.Form("/change"), ("kind", "Revocation"), ("name", ""), ("reason", "Somebody else took the final."));

        var officer = await _app.SignInAsync("nakato@demo.example");
        var theirs = await officer.GetAsync($"/certificates/{certificate.Number}/change");
        theirs.Text.Should().NotContain("Somebody else");
        (await officer.SubmitAsync(theirs.Form("/change"), ("name", "Nakato Florence"), ("reason", Reason))).Text.Should().Contain("The change is asked for", "nothing tells of the other one");
        (await trainer.GetAsync($"/certificates/{certificate.Number}/change")).Text.Should().Contain("Somebody else took the final.").And.Contain("waits to be decided");

        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        await administrator.SubmitAsync(page.Document.Forms.Single(f => f.Action.Contains("/changes/") && f.ParentElement!.TextContent.Contains("Somebody else", StringComparison.Ordinal)), ("decision", "approve"));
        (await _app.Visit().GetAsync($"/verify/{certificate.Code}")).Text.Should().Contain("no longer counts").And.Contain("Somebody else took the final.");
        (await officer.GetAsync("/certificates")).Text.Should().Contain("Somebody else took the final.");
        (await officer.GetAsync("/")).Text.Should().Contain("Your certificate of this course was revoked").And.Contain("Somebody else took the final.").And.NotContain("You have completed this course");
    }

    [Fact]
    public async Task Refused_whoever_asked_reads_why()
    {
        var certificate = await CertificateAsync();
        var officer = await AskAsync(certificate, "nakato@demo.example", "NameCorrection", "Nakato Florence Nabirye");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        var form = page.Document.Forms.Single(f => f.Action.Contains("/changes/"));

        var refused = await administrator.PostAsync(form, ("decision", "refuse"), ("answer", "no"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Page.ReadAsync(refused)).Text.Should().Contain("Nothing was decided");
        await administrator.SubmitAsync(form, ("decision", "refuse"), ("answer", "Your passport says otherwise."));

        (await officer.GetAsync($"/certificates/{certificate.Number}/change")).Text.Should().Contain("Your passport says otherwise.").And.Contain("Refused on");
        (await officer.GetAsync("/certificates")).Text.Should().Contain("Your passport says otherwise.");
        await using var db = _app.Open();
        (await db.Outbox.SingleAsync(m => m.Key.StartsWith("certificate-change/"))).Text.Should().Contain("It was refused: Your passport says otherwise.");
    }

    [Fact]
    public async Task An_administrator_who_asked_cannot_decide()
    {
        var certificate = await CertificateAsync();
        var administrator = await AskAsync(certificate, Cast.Administrator, "Revocation", "");
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        page.Text.Should().Contain("Another administrator must decide");
        page.Document.Forms.Should().NotContain(f => f.Action.Contains("/changes/"));

        await using var db = _app.Open();
        var change = await db.CertificateChanges.SingleAsync();
        var answer = await administrator.SubmitAsync((await administrator.GetAsync($"/certificates")).Document.Forms[0].To($"/admin/certificates/{certificate.Id}/changes/{change.Id}"), ("decision", "approve"));
        answer.Text.Should().Contain("Another administrator must decide");
        (await db.Certificates.AsNoTracking().SingleAsync(c => c.Id == certificate.Id)).Stands.Should().BeTrue();
    }

    [Theory]
    [InlineData("nakato@demo.example")]
    [InlineData(Cast.PartnerInUganda)]
    public async Task Only_who_trains_there_may_ask_for_more_than_the_name(string who)
    {
        var certificate = await CertificateAsync();
        var visitor = await _app.SignInAsync(who);
        var page = await visitor.GetAsync($"/certificates/{certificate.Number}/change");
        page.Text.Should().NotContain("Withdraw the completion");

        var response = await visitor.PostAsync(page.Form("/change"), ("kind", "Withdrawal"), ("name", ""), ("reason", Reason));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await using var db = _app.Open();
        (await db.CertificateChanges.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda)]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.PartnerInKenya)]
    public async Task To_others_the_certificate_does_not_exist(string who)
    {
        var certificate = await CertificateAsync();
        var visitor = await _app.SignInAsync(who);

        (await visitor.Http.GetAsync($"/certificates/{certificate.Number}/change")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var token = (await visitor.GetAsync("/")).Document.Forms[0];
        (await visitor.PostAsync(token.To($"/certificates/{certificate.Number}/change"), ("kind", "NameCorrection"), ("name", "Another"), ("reason", Reason))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("NameCorrection", "N", Reason, "2 to 120 characters")]
    [InlineData("NameCorrection", "Florence Nabirye Nakato", Reason, "bears already")]
    [InlineData("NameCorrection", "Nakato Florence", "typo", "Give a reason")]
    [InlineData("NameCorrection", "漢字 Nakato", Reason, "cannot print these letters: 漢 字")]
    [InlineData("Something", "Nakato Florence", Reason, "Choose what shall change")]
    [InlineData("Revocation", "", "Somebody else sat for nakató.", "names the holder")]
    public async Task What_was_typed_wrongly_is_told_and_kept(string kind, string name, string reason, string told)
    {
        var certificate = await CertificateAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await trainer.GetAsync($"/certificates/{certificate.Number}/change")).Form("/change");

        var page = await Page.ReadAsync(await trainer.PostAsync(form, ("kind", kind), ("name", name), ("reason", reason)));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain(told);
        page.Document.QuerySelector("textarea[name=reason]")!.TextContent.Should().Be(reason);
        await using var db = _app.Open();
        (await db.CertificateChanges.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_change_is_decided_on_its_own_certificates_page_alone()
    {
        var certificate = await CertificateAsync();
        await AskAsync(certificate, Cast.TrainerInUganda, "Revocation", "");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        var form = page.Document.Forms.Single(f => f.Action.Contains("/changes/"));

        var elsewhere = await administrator.PostAsync(form.To(form.GetAttribute("action")!.Replace(certificate.Id.ToString(), Guid.Empty.ToString(), StringComparison.Ordinal)), ("decision", "approve"));

        elsewhere.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.Visit().GetAsync($"/verify/{certificate.Code}")).Text.Should().Contain("still stands");
    }

    [Fact]
    public async Task A_withdrawn_completion_leaves_the_cohorts_figures()
    {
        var certificate = await CertificateAsync();
        await AskAsync(certificate, Cast.TrainerInUganda, "Withdrawal", "");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        await administrator.SubmitAsync(page.Document.Forms.Single(f => f.Action.Contains("/changes/")), ("decision", "approve"));

        (await (await _app.SignInAsync("nakato@demo.example")).GetAsync("/")).Text.Should().Contain("Your completion of this course was withdrawn");
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == certificate.EnrolmentId);
        (await administrator.GetAsync($"/cohorts/{enrolment.CohortId}")).Document.QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains("Nakato", StringComparison.Ordinal)).TextContent.Should().Contain("Withdrawn").And.NotContain(certificate.Number);
    }

    public void Dispose() => _app.Dispose();

    private async Task<Visitor> AskAsync(Certificate certificate, string who, string kind, string name)
    {
        var visitor = await _app.SignInAsync(who);
        var page = await visitor.GetAsync($"/certificates/{certificate.Number}/change");
        (await visitor.SubmitAsync(page.Form("/change"), ("kind", kind), ("name", name), ("reason", Reason))).Text.Should().Contain("The change is asked for");
        return visitor;
    }

    private async Task<Certificate> CertificateAsync()
    {
        await using var db = _app.Open();
        return await db.Certificates.AsNoTracking().SingleAsync(c => c.Country == "UG");
    }
}
