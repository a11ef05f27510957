using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Personnel;

public sealed class InvitationPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task From_the_letter_to_the_first_page()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await _app.InviteAsync(trainer, "Apio  Mary", "apio@example.org")).Text.Should().Contain("the letter is on its way").And.Contain("Apio Mary");
        await using var db = _app.Open();
        var letter = await db.Outbox.SingleAsync(m => m.ToAddress == "apio@example.org");
        letter.Subject.Should().Be("HTI Academy: your account");
        letter.Text.Should().Contain("until 23 December 2026 10:00 (Africa/Kampala)").And.Contain("You sign in with: apio@example.org");

        var visitor = _app.Visit();
        var page = await visitor.GetAsync($"{InvitationLetter.Door}/{Office.CodeIn(letter.Text)}");
        page.Text.Should().Contain("This is for Apio Mary");
        page.Form("enter").Value("Input.Name").Should().Be("Apio Mary");
        var done = await visitor.SubmitAsync(page.Form("enter"), ("Input.Name", "Apio Mary Grace"), ("Input.Language", "fr"), ("Input.Password", Office.Password));
        done.Text.Should().Contain("You sign in with: apio@example.org");

        var person = await _app.PersonAsync("apio@example.org");
        (person.FullName, person.Language, person.EmailConfirmed, person.Audience, person.Rank).Should().Be(("Apio Mary Grace", "fr", true, "prosecutor", "Inspector"));
        var first = await visitor.SubmitAsync((await visitor.GetAsync("/account/sign-in")).Form("sign-in"), ("Input.Email", "apio@example.org"), ("Input.Password", Office.Password));
        first.Document.DocumentElement.GetAttribute("lang").Should().Be("fr");
        (await db.AuditEntries.Select(e => e.What).ToListAsync()).Should().ContainInOrder("person.invited", "person.joined");
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_code_is_typed_as_it_comes_from_a_slip()
    {
        var (_, code) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var visitor = _app.Visit();

        var page = await visitor.SubmitAsync((await visitor.GetAsync(InvitationLetter.Door)).Form("code"), ("Code", code.ToString().ToLowerInvariant().Replace('-', ' ')));

        page.Text.Should().Contain("This is for Apio Mary, who signs in with apio.mary.");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("0000-0000-0000-0000")]
    public async Task A_code_that_there_is_not_is_told_so(string code)
    {
        var visitor = _app.Visit();
        (await visitor.SubmitAsync((await visitor.GetAsync(InvitationLetter.Door)).Form("code"), ("Code", code))).Text.Should().Contain("There is no such code");
        (await visitor.FollowAsync(await visitor.Http.GetAsync($"{InvitationLetter.Door}/{code}"))).Text.Should().Contain("There is no such code");
    }

    [Fact]
    public async Task Looking_uses_nothing_up_and_using_it_does_so_once()
    {
        var (_, code) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        for (var i = 0; i < 3; i++)
        {
            (await _app.Visit().GetAsync($"{InvitationLetter.Door}/{code}")).Text.Should().Contain("This is for Apio Mary");
        }

        var visitors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var visitor = _app.Visit();
            return (visitor, form: (await visitor.GetAsync($"{InvitationLetter.Door}/{code}")).Form("enter"), password: $"the password of visitor {i}");
        }));
        var answers = await Task.WhenAll(visitors.Select(async v => (await v.visitor.SubmitAsync(v.form, ("Input.Name", "Apio Mary"), ("Input.Password", v.password))).Text));

        answers.Count(text => text.Contains("Your password is set")).Should().Be(1);
        answers.Count(text => text.Contains("This code was used already")).Should().Be(19);
        var let = 0;
        foreach (var (visitor, _, password) in visitors)
        {
            var response = await visitor.PostAsync((await visitor.GetAsync("/account/sign-in")).Form("sign-in"), ("Input.Email", "apio.mary"), ("Input.Password", password));
            let += response.StatusCode == HttpStatusCode.Found ? 1 : 0;
        }

        let.Should().BeLessThanOrEqualTo(1, "one password was set");
        await using var db = _app.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "person.joined")).Should().Be(1);
    }

    [Fact]
    public async Task What_has_become_of_a_right_code_is_told_and_nobody_comes_in_by_it()
    {
        var (_, expired) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync($"{InvitationLetter.Door}/{expired}")).Form("enter");
        _app.Clock.Advance(Invitation.Lasts(InvitationKind.Join, byMail: false));
        (await visitor.SubmitAsync(form, ("Input.Name", "Apio Mary"), ("Input.Password", Office.Password))).Text.Should().Contain("This code has expired");
        (await visitor.GetAsync($"{InvitationLetter.Door}/{expired}")).Text.Should().Contain("This code has expired").And.NotContain("Apio");

        var (person, revoked) = await _app.AddInvitedAsync("Okot Paul", "okot.paul");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.SubmitAsync((await trainer.GetAsync($"/admin/people/{person.Id}")).Form("/revoke"));
        (await visitor.GetAsync($"{InvitationLetter.Door}/{revoked}")).Text.Should().Contain("This code was taken back").And.NotContain("Okot");
        (await _app.PersonAsync("okot.paul")).PasswordHash.Should().BeNull();
    }

    [Fact]
    public async Task Who_was_kept_out_since_stays_out()
    {
        var (person, code) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.SubmitAsync((await trainer.GetAsync($"/admin/people/{person.Id}")).Form("/deactivate"), ("reason", "Left"));

        (await _app.Visit().GetAsync($"{InvitationLetter.Door}/{code}")).Text.Should().Contain("This code was taken back");
    }

    [Theory]
    [InlineData("Apio Mary", "short", "at least 12 characters")]
    [InlineData("7", Office.Password, "as it shall stand on the certificate")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ", Office.Password, "cannot print all letters")]
    public async Task What_is_wrong_is_told_and_the_code_stays_good(string name, string password, string told)
    {
        var (_, code) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync($"{InvitationLetter.Door}/{code}")).Form("enter");

        var page = await visitor.SubmitAsync(form, ("Input.Name", name), ("Input.Password", password));

        page.Text.Should().Contain(told);
        page.Form("enter").Value("Input.Name").Should().Be(name);
        (await visitor.SubmitAsync(page.Form("enter"), ("Input.Name", "አበበ በቀለ"), ("Input.Password", Office.Password))).Text.Should().Contain("Your password is set");
        (await _app.PersonAsync("apio.mary")).FullName.Should().Be("አበበ በቀለ");
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_and_changes_nothing_else()
    {
        var officer = await _app.SignInAsync(Cast.CertifiedInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        await trainer.SubmitAsync((await trainer.GetAsync($"/admin/people/{person.Id}")).Form("/letter"));
        (await officer.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK, "a code ends nothing until it is used");
        await using var db = _app.Open();
        var code = Office.CodeIn((await db.Outbox.OrderByDescending(m => m.WrittenAt).FirstAsync(m => m.ToAddress == Cast.CertifiedInUganda && m.Subject == "HTI Academy: a new password")).Text);
        var visitor = _app.Visit();
        var form = (await visitor.FollowAsync(await visitor.Http.GetAsync($"{InvitationLetter.Door}/{code}"))).Form("new-password");

        await visitor.SubmitAsync(form, ("Input.Code", code), ("Input.Password", Office.Password));

        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await officer.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.PersonAsync(Cast.CertifiedInUganda)).FullName.Should().Be("Florence Nabirye Nakato");
        (await visitor.PostAsync((await visitor.GetAsync("/account/sign-in")).Form("sign-in"), ("Input.Email", Cast.CertifiedInUganda), ("Input.Password", Office.Password))).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    public void Dispose() => _app.Dispose();
}
