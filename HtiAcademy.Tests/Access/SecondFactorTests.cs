using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Access;

public sealed class SecondFactorTests : IDisposable
{
    private readonly NetworkedApp _app = new(demo: false);

    [Theory]
    [InlineData(Cast.TrainerInUganda, "/cohorts")]
    [InlineData(Cast.TrainerInUganda, "/")]
    [InlineData(Cast.TrainerInUganda, "/account/reminders")]
    [InlineData(Cast.Administrator, "/admin/jobs")]
    [InlineData(Cast.Administrator, "/reports")]
    public async Task Staff_without_one_come_to_the_page_for_adding_one_and_to_no_other(string person, string address)
    {
        var staff = _app.Visit();
        await staff.EnterAsync(person);

        var response = await staff.Http.GetAsync(address);

        response.Headers.Location!.ToString().Should().Be("/account/security");
        (await staff.GetAsync("/account/security")).Text.Should().Contain("needs a second factor");
    }

    [Fact]
    public async Task With_one_added_staff_go_on()
    {
        var trainer = _app.Visit();
        await trainer.EnterAsync(Cast.TrainerInUganda);

        await trainer.AddAuthenticatorAsync(_app);

        (await trainer.GetAsync("/cohorts")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda, "/learn/foundations")]
    [InlineData(Cast.PartnerInUganda, "/agency")]
    public async Task Officers_and_partners_need_none(string person, string address)
    {
        var visitor = _app.Visit();
        await visitor.EnterAsync(person);

        (await visitor.GetAsync(address)).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_all_people_are_invented_nobody_needs_one()
    {
        using var demo = new NetworkedApp();
        var trainer = demo.Visit();
        await trainer.EnterAsync(Cast.TrainerInUganda);

        (await trainer.GetAsync("/cohorts")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_password_alone_lets_nobody_in_who_has_an_app_and_its_code_works_once()
    {
        var secret = await WithAppAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        var (first, second) = (_app.Visit(), _app.Visit());
        (await first.EnterAsync(Cast.OfficerInUganda)).Headers.Location!.ToString().Should().Contain("/account/second-step");
        (await first.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found, "nobody is signed in yet");
        await second.EnterAsync(Cast.OfficerInUganda);
        var code = Totp.Code(secret, Totp.StepAt(_app.Clock.Now));

        (await first.SecondStepAsync(code)).StatusCode.Should().Be(HttpStatusCode.Found);
        (await second.SecondStepAsync(code)).StatusCode.Should().Be(HttpStatusCode.OK, "it was used");

        (await first.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await second.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task After_five_wrong_codes_not_even_the_right_one_is_taken_for_ten_minutes()
    {
        var secret = await WithAppAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        var visitor = _app.Visit();
        await visitor.EnterAsync(Cast.OfficerInUganda);
        for (var i = 0; i < 5; i++)
        {
            (await visitor.SecondStepAsync("000000")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await visitor.SecondStepAsync(Totp.Code(secret, Totp.StepAt(_app.Clock.Now)))).StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");

        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        await visitor.EnterAsync(Cast.OfficerInUganda);
        (await visitor.SecondStepAsync(Totp.Code(secret, Totp.StepAt(_app.Clock.Now)))).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_second_step_cannot_be_taken_without_the_first_nor_long_after_it()
    {
        var secret = await WithAppAsync();
        (await _app.Visit().GetAsync("/account/second-step")).Response.Headers.Location!.ToString().Should().EndWith("/account/sign-in");
        var visitor = _app.Visit();
        await visitor.EnterAsync(Cast.OfficerInUganda);
        var form = (await visitor.GetAsync("/account/second-step")).Form("second-step");

        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        await visitor.PostAsync(form, ("Input.Code", Totp.Code(secret, Totp.StepAt(_app.Clock.Now))));

        (await visitor.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_and_new_ones_take_the_place_of_the_old()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda);
        await officer.AddAuthenticatorAsync(_app);
        var old = await officer.MakeRecoveryCodesAsync();
        var codes = await officer.MakeRecoveryCodesAsync();
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();

        (await TryAsync(old[0])).Should().Be(HttpStatusCode.OK, "it was replaced");
        (await TryAsync(codes[0].ToLowerInvariant())).Should().Be(HttpStatusCode.Found);
        (await TryAsync(codes[0])).Should().Be(HttpStatusCode.OK, "it was used");
        await using var db = _app.Open();
        (await db.RecoveryCodes.CountAsync()).Should().Be(9);
        (await db.RecoveryCodes.AnyAsync(c => codes.Contains(c.CodeHash))).Should().BeFalse("only hashes are kept");
    }

    [Fact]
    public async Task A_wrong_first_code_adds_no_app_and_the_key_stays_on_the_page()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda);
        var page = await officer.GetAsync("/account/security/authenticator");

        var again = await officer.SubmitAsync(page.Form("authenticator"), ("Input.Code", "000000"));

        again.Document.QuerySelector("#refused").Should().NotBeNull();
        again.Document.QuerySelector("ol code")!.TextContent.Should().Be(page.Document.QuerySelector("ol code")!.TextContent);
        await using var db = _app.Open();
        (await db.Authenticators.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task The_secret_of_an_app_cannot_be_read_from_the_database()
    {
        var secret = await WithAppAsync();
        await using var db = _app.Open();

        var stored = (await db.Authenticators.SingleAsync()).ProtectedSecret;

        stored.Should().NotContain(Totp.Key(secret)).And.NotContain(Convert.ToHexString(secret));
    }

    [Fact]
    public async Task Removing_the_app_asks_again_after_ten_minutes_and_leaves_staff_without_one_outside()
    {
        var trainer = _app.Visit();
        await trainer.EnterAsync(Cast.TrainerInUganda);
        var secret = await trainer.AddAuthenticatorAsync(_app);
        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        var remove = (await trainer.GetAsync("/account/security")).Form("/authenticator/remove");

        var asked = await trainer.SubmitAsync(remove);
        asked.Address.Should().StartWith("/account/confirm");
        (await trainer.SubmitAsync(asked.Form("confirm"), ("Input.Password", DemoAcademy.Password), ("Input.Code", "000000"))).Document.QuerySelector("#refused").Should().NotBeNull("the password alone does not do");
        await trainer.SubmitAsync(asked.Form("confirm"), ("Input.Password", DemoAcademy.Password), ("Input.Code", Totp.Code(secret, Totp.StepAt(_app.Clock.Now))));
        await trainer.SubmitAsync((await trainer.GetAsync("/account/security")).Form("/authenticator/remove"));

        (await trainer.Http.GetAsync("/cohorts")).Headers.Location!.ToString().Should().Be("/account/security");
        await using var db = _app.Open();
        var name = await db.AuditNameAsync(Cast.TrainerInUganda);
        (await db.AuditEntries.Where(e => e.Record == name).Select(e => e.What).ToListAsync()).Should().Equal("person.authenticator-added", "person.authenticator-removed");
    }

    [Theory]
    [InlineData("/account/passkeys/enter", "/account/sign-in?passkey=refused&ReturnUrl=%2F")]
    public async Task What_no_passkey_signed_lets_nobody_in(string address, string leadsTo)
    {
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync("/account/sign-in")).Form("sign-in").To(address);

        (await visitor.PostAsync(form, ("credential", "{}"))).Headers.Location!.ToString().Should().Be(leadsTo);
        (await visitor.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    public void Dispose() => _app.Dispose();

    private async Task<byte[]> WithAppAsync()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda);
        return await officer.AddAuthenticatorAsync(_app);
    }

    private async Task<HttpStatusCode> TryAsync(string code)
    {
        var visitor = _app.Visit();
        await visitor.EnterAsync(Cast.OfficerInUganda);
        return (await visitor.SecondStepAsync(code)).StatusCode;
    }
}
