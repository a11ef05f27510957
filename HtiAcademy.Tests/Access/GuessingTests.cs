using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;
using HtiAcademy.Web.Demo;

namespace HtiAcademy.Tests.Access;

/// <summary>Wrong guesses keep out who makes them, and not the person whose account it is.</summary>
public sealed class GuessingTests : IDisposable
{
    private const string Attacker = "203.0.113.7";
    private const string Home = "198.51.100.4";
    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task A_network_that_mistypes_is_kept_from_the_account_while_the_person_comes_in_from_elsewhere()
    {
        await _app.VisitFrom(Attacker).MistypeAsync(Cast.OfficerInUganda, 10);

        (await _app.VisitFrom(Attacker).EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
        (await _app.VisitFrom(Attacker).EnterAsync(Cast.OfficerInKenya)).StatusCode.Should().Be(HttpStatusCode.Found, "from that one account only");
        (await _app.VisitFrom(Home).EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_device_that_the_person_has_signed_in_on_comes_in_from_a_network_that_is_kept_out()
    {
        var known = _app.VisitFrom(Attacker);
        await known.EnterAsync(Cast.OfficerInUganda);
        await known.PostAsync((await known.GetAsync("/")).Form("/account/sign-out"));
        await _app.VisitFrom(Attacker).MistypeAsync(Cast.OfficerInUganda, 10);

        (await known.EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_new_password_makes_every_device_unknown_but_the_one_it_was_set_on()
    {
        var (here, there) = (_app.VisitFrom(Attacker), _app.VisitFrom(Attacker));
        await there.EnterAsync(Cast.OfficerInUganda);
        await there.PostAsync((await there.GetAsync("/")).Form("/account/sign-out"));
        await here.EnterAsync(Cast.OfficerInUganda);
        await here.SubmitAsync((await here.GetAsync("/account/security/password")).Form("change-password"), ("Input.Current", DemoAcademy.Password), ("Input.Password", "entirely new words"));
        await here.PostAsync((await here.GetAsync("/")).Form("/account/sign-out"));
        await _app.VisitFrom(Attacker).MistypeAsync(Cast.OfficerInUganda, 10);

        (await there.EnterAsync(Cast.OfficerInUganda, "entirely new words")).StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
        (await here.EnterAsync(Cast.OfficerInUganda, "entirely new words")).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_shared_computer_is_known_to_no_account()
    {
        var shared = _app.VisitFrom(Attacker);
        await shared.EnterAsync(Cast.OfficerInUganda, shared: true);
        await shared.PostAsync((await shared.GetAsync("/")).Form("/account/sign-out"));
        await _app.VisitFrom(Attacker).MistypeAsync(Cast.OfficerInUganda, 10);

        (await shared.EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
    }

    [Fact]
    public async Task All_networks_together_guess_a_hundred_times_an_hour_and_a_known_device_still_comes_in()
    {
        var known = _app.VisitFrom(Home);
        await known.EnterAsync(Cast.OfficerInUganda);
        await known.PostAsync((await known.GetAsync("/")).Form("/account/sign-out"));
        await using (var db = _app.Open())
        {
            var account = (await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda)).Id.ToString();
            db.AddRange(Enumerable.Range(0, 100).Select(i => new Guess(GuessKind.Password, account, $"network {i}", _app.Clock.Now)));
            await db.SaveChangesAsync();
        }

        (await _app.VisitFrom("192.0.2.1").EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
        (await known.EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);

        _app.Clock.Advance(TimeSpan.FromMinutes(61));
        (await _app.VisitFrom("192.0.2.1").EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_thousand_tries_in_a_minute_are_told_to_wait_and_nothing_else_changes()
    {
        var visitor = _app.VisitFrom(Attacker);
        var form = (await visitor.GetAsync("/account/sign-in")).Form("sign-in");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 1000; i++)
        {
            answers.Add((await visitor.PostAsync(form, ("Input.Email", $"nobody{i % 3}"), ("Input.Password", "guess"))).StatusCode);
        }

        answers.Take(100).Should().OnlyContain(code => code == HttpStatusCode.OK);
        answers.Count(code => code == HttpStatusCode.TooManyRequests).Should().BeGreaterThan(700);
        var refused = await Page.ReadAsync(await visitor.PostAsync(form, ("Input.Email", "nobody"), ("Input.Password", "guess")));
        refused.Text.Should().Contain("Too many tries from your network");
        (await _app.VisitFrom(Home).EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.Found);
        await using var db = _app.Open();
        (await db.Guesses.CountAsync()).Should().BeLessThanOrEqualTo(30, "what is refused is not even counted");
    }

    [Fact]
    public async Task An_account_that_is_unknown_kept_out_or_without_a_password_is_counted_and_answered_like_any()
    {
        await using (var db = _app.Open())
        {
            var (gone, invited) = (await db.People.SingleAsync(p => p.Email == Cast.OfficerInKenya), await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda));
            gone.Deactivate(_app.Clock.Now);
            invited.PasswordHash = null;
            await db.SaveChangesAsync();
        }

        var answers = new List<string>();
        foreach (var name in new[] { Cast.OfficerInUganda, "nobody@example.org", Cast.OfficerInKenya, Cast.NewcomerInUganda })
        {
            var response = await _app.VisitFrom(Home).EnterAsync(name, name == Cast.OfficerInUganda ? "not-the-password" : HtiAcademy.Web.Demo.DemoAcademy.Password);
            answers.Add((await Page.ReadAsync(response)).Document.QuerySelector("[role=alert]:not([hidden])")!.TextContent.Trim());
        }

        answers.Distinct().Should().ContainSingle();
        await using var counted = _app.Open();
        (await counted.Guesses.CountAsync()).Should().Be(4);
    }

    [Fact]
    public async Task One_signs_in_with_the_user_name_or_the_mail_address_in_any_case()
    {
        await using (var db = _app.Open())
        {
            var person = await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
            (person.UserName, person.NormalizedUserName) = ("ssemanda", "SSEMANDA");
            await db.SaveChangesAsync();
        }

        (await _app.VisitFrom(Home).EnterAsync("Ssemanda")).StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.VisitFrom(Home).EnterAsync(Cast.OfficerInUganda.ToUpperInvariant())).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("", "")]
    public void A_device_is_told_in_words(string userAgent, string words) => Caller.DeviceOf(userAgent).Should().Be(words);

    public void Dispose() => _app.Dispose();
}
