using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HtiAcademy.Tests.Access;

public sealed class SessionTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_session_ended_from_elsewhere_is_over_within_a_minute()
    {
        var (here, there) = (await _app.SignInAsync(Cast.OfficerInUganda), await _app.SignInAsync(Cast.OfficerInUganda));
        var page = await here.GetAsync("/account/security");

        await here.PostAsync(page.Form("/end"));
        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await there.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
        (await here.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_this_session_alone()
    {
        var (here, there) = (await _app.SignInAsync(Cast.OfficerInUganda), await _app.SignInAsync(Cast.OfficerInUganda));

        var after = await here.SubmitAsync((await here.GetAsync("/account/security")).Form("/end-others"));
        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        after.Text.Should().Contain("within a minute");
        (await there.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
        (await here.GetAsync("/account/security")).Document.QuerySelectorAll("form[action$='/end']").Should().BeEmpty("no other is left");
    }

    [Fact]
    public async Task Nobody_ends_another_persons_session()
    {
        await _app.SignInAsync(Cast.OfficerInKenya);
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await using var db = _app.Open();
        var kenyan = await db.People.SingleAsync(p => p.Email == Cast.OfficerInKenya);
        var session = await db.Sessions.SingleAsync(s => s.PersonId == kenyan.Id);

        var form = (await officer.GetAsync("/account/security")).Form("/end-others").To($"/account/security/sessions/{session.Id}/end");

        (await officer.PostAsync(form)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("kept out")]
    [InlineData("password")]
    public async Task A_cookie_from_before_a_change_of_role_or_password_is_out_within_a_minute(string change)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var person = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            switch (change)
            {
                case "role":
                    person.TrainIn("KE");
                    break;
                case "kept out":
                    person.Deactivate(_app.Clock.Now);
                    break;
                default:
                    person.EndSessions();
                    break;
            }
        });

        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await trainer.GetAsync("/cohorts")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_new_name_and_language_show_within_a_minute_without_signing_in_again()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda)).CorrectName("Another Name"));

        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await officer.GetAsync("/")).Html.Should().Contain("title=\"Another Name\"");
    }

    [Fact]
    public async Task A_busy_session_ends_after_a_day()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        for (var hours = 0; hours < 23; hours++)
        {
            _app.Clock.Advance(TimeSpan.FromHours(1));
            (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        _app.Clock.Advance(TimeSpan.FromHours(1));

        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task On_a_shared_computer_an_hour_without_use_ends_the_session()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda, shared: true);
        _app.Clock.Advance(TimeSpan.FromMinutes(59));
        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);

        _app.Clock.Advance(TimeSpan.FromMinutes(61));

        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task On_a_shared_computer_four_hours_end_even_a_busy_session()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda, shared: true);
        for (var i = 0; i < 7; i++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(30));
            (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_shared_computer_keeps_no_page_and_forgets_everything_on_signing_out()
    {
        var officer = _app.Visit();
        await officer.EnterAsync(Cast.OfficerInUganda, shared: true);
        var home = await officer.GetAsync("/learn/foundations/your-law");

        var signedOut = await officer.PostAsync(home.Form("/account/sign-out"));

        home.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        signedOut.Headers.GetValues("Clear-Site-Data").Should().Equal("\"cache\", \"cookies\", \"storage\"");
        await using var db = _app.Open();
        (await db.Sessions.SingleAsync()).EndedAt.Should().Be(_app.Clock.Now);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_asks_again_after_ten_minutes()
    {
        var (here, there) = (await _app.SignInAsync(Cast.OfficerInUganda), await _app.SignInAsync(Cast.OfficerInUganda));
        _app.Clock.Advance(TimeSpan.FromMinutes(11));

        var asked = await here.FollowAsync(await here.Http.GetAsync("/account/security/password"));
        asked.Address.Should().StartWith("/account/confirm");
        (await here.SubmitAsync(asked.Form("confirm"), ("Input.Password", "wrong"))).Document.QuerySelector("#refused").Should().NotBeNull();
        var page = await here.SubmitAsync(asked.Form("confirm"), ("Input.Password", DemoAcademy.Password));
        (await here.SubmitAsync(page.Form("change-password"), ("Input.Current", DemoAcademy.Password), ("Input.Password", "short"))).Text.Should().Contain("at least 12 characters");
        (await here.SubmitAsync(page.Form("change-password"), ("Input.Current", "wrong"), ("Input.Password", "entirely new words"))).Text.Should().Contain("not your present password");
        await here.SubmitAsync(page.Form("change-password"), ("Input.Current", DemoAcademy.Password), ("Input.Password", "entirely new words"));
        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await here.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await there.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.Visit().EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.OK, "the old password is gone");
        (await _app.Visit().EnterAsync(Cast.OfficerInUganda, "entirely new words")).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_is_worth_nothing_once_its_session_ended_here()
    {
        var officer = _app.Visit();
        var entered = await officer.EnterAsync(Cast.OfficerInUganda);
        var copied = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0];
        await officer.PostAsync((await officer.GetAsync("/")).Form("/account/sign-out"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", copied);
        using var thief = _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        (await thief.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_shows_again_that_it_is_them_goes_on_under_a_new_name()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await officer.FollowAsync(await officer.Http.GetAsync("/account/security/password"));
        await officer.SubmitAsync(asked.Form("confirm"), ("Input.Password", DemoAcademy.Password));

        await using var db = _app.Open();
        var sessions = await db.Sessions.OrderBy(s => s.Id).ToListAsync();
        sessions.Select(s => s.EndedAt is null).Should().Equal(false, true);
        sessions[1].Should().BeEquivalentTo(new { sessions[0].BeganAt, sessions[0].EndsAt, ProvedAt = _app.Clock.Now });
        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_signed_in_chooses_their_language()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.SubmitAsync((await trainer.GetAsync("/account/language")).Form("/choose"), ("language", "fr"));

        page.Document.DocumentElement.GetAttribute("lang").Should().StartWith("fr");
        await using var db = _app.Open();
        (await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda)).Language.Should().Be("fr");
        (await trainer.PostAsync(page.Form("/choose"), ("language", "tlh"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_weaker_hash_is_made_anew_as_its_owner_comes_in_and_sessions_go_on()
    {
        var weak = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(null!, DemoAcademy.Password);
        var before = await _app.SignInAsync(Cast.OfficerInUganda);
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda)).StrengthenHash(weak));

        (await _app.Visit().EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);

        await using var db = _app.Open();
        (await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda)).PasswordHash.Should().NotBe(weak);
        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await before.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    public void Dispose() => _app.Dispose();
}
