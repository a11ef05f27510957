using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

public sealed class SignInTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_told_the_same()
    {
        var wrong = await TryAsync(Cast.OfficerInUganda, "not-the-password");
        var unknown = await TryAsync("nobody@example.org", "not-the-password");

        wrong.Response.StatusCode.Should().Be(HttpStatusCode.OK);
        wrong.Document.QuerySelector("[role=alert]")!.TextContent.Should().Be(unknown.Document.QuerySelector("[role=alert]")!.TextContent);
        wrong.Document.QuerySelector("#email")!.GetAttribute("value").Should().Be(Cast.OfficerInUganda, "what was typed is not lost");
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        (await TryAsync(Cast.OfficerInUganda, "my-secret-mistyped")).Html.Should().NotContain("my-secret-mistyped");
    }

    [Fact]
    public async Task Ten_wrong_passwords_keep_the_network_out_for_a_while_and_are_told_the_same()
    {
        Page page = null!;
        for (var i = 0; i < 10; i++)
        {
            page = await TryAsync(Cast.OfficerInUganda, "not-the-password");
        }

        var right = await TryAsync(Cast.OfficerInUganda, DemoAcademy.Password);

        right.Response.StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
        right.Document.QuerySelector("[role=alert]")!.TextContent.Should().Be(page.Document.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Wrong_passwords_at_the_same_time_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TryAsync(Cast.OfficerInUganda, "not-the-password")));

        (await TryAsync(Cast.OfficerInUganda, DemoAcademy.Password)).Response.StatusCode.Should().Be(HttpStatusCode.OK, "it is kept out");
    }

    [Fact]
    public async Task After_ten_minutes_it_may_try_again_and_a_right_password_forgets_the_wrong_ones()
    {
        for (var i = 0; i < 10; i++)
        {
            await TryAsync(Cast.OfficerInUganda, "not-the-password");
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(11));

        (await TryAsync(Cast.OfficerInUganda, DemoAcademy.Password)).Response.StatusCode.Should().Be(HttpStatusCode.Found);
        await using var db = _app.Open();
        (await db.Guesses.CountAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData("", "something")]
    [InlineData("officer.ug@demo.example", "")]
    public async Task A_field_left_empty_is_refused_like_a_wrong_password(string address, string password) =>
        (await TryAsync(address, password)).Document.QuerySelector("[role=alert]").Should().NotBeNull();

    [Fact]
    public async Task Who_posts_after_the_session_ended_comes_back_to_the_page_they_posted_from()
    {
        var visitor = _app.Visit();
        using var post = new HttpRequestMessage(HttpMethod.Post, "/learn/foundations/your-law/quiz/answer") { Content = new FormUrlEncodedContent([]) };
        post.Headers.Referrer = new Uri("http://localhost/learn/foundations/your-law/quiz?question=2");

        var response = await visitor.Http.SendAsync(post);

        response.Headers.Location!.ToString().Should().EndWith($"/account/sign-in?ReturnUrl={Uri.EscapeDataString("/learn/foundations/your-law/quiz?question=2")}");
    }

    [Fact]
    public async Task A_post_from_elsewhere_leads_home_after_signing_in()
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/learn/foundations/your-law/read") { Content = new FormUrlEncodedContent([]) };
        post.Headers.Referrer = new Uri("https://evil.example/trap");

        (await _app.Visit().Http.SendAsync(post)).Headers.Location!.ToString().Should().EndWith("/account/sign-in?ReturnUrl=%2F");
    }

    [Theory]
    [InlineData("/learn/foundations", "/learn/foundations")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task After_signing_in_one_goes_where_one_wanted_but_never_elsewhere(string wanted, string reached)
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}");

        var response = await visitor.PostAsync(page.Form("sign-in"), ("Input.Email", Cast.OfficerInUganda), ("Input.Password", DemoAcademy.Password));

        new Uri(new Uri("http://localhost"), response.Headers.Location!).PathAndQuery.Should().Be(reached);
        new Uri(new Uri("http://localhost"), response.Headers.Location!).Host.Should().Be("localhost");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.PostAsync((await officer.GetAsync("/")).Form("/account/sign-out"));

        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_new_security_stamp_ends_every_session_within_a_minute()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await using (var services = _app.Services.CreateAsyncScope())
        {
            var people = services.ServiceProvider.GetRequiredService<UserManager<Person>>();
            await people.UpdateSecurityStampAsync((await people.FindByNameAsync(Cast.OfficerInUganda))!);
        }

        _app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await officer.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_page_speaks_the_language_that_the_visitor_chose()
    {
        var visitor = _app.Visit();
        var page = await visitor.FollowAsync(await visitor.Http.GetAsync("/account/language/es"));

        page.Document.DocumentElement.GetAttribute("lang").Should().Be("es");
        page.Document.QuerySelector("h1")!.TextContent.Should().Be("Iniciar sesión");
    }

    [Fact]
    public async Task Every_response_carries_the_security_headers()
    {
        foreach (var address in new[] { "/account/sign-in", "/nowhere", "/health/live", "/css/academy.css" })
        {
            var headers = (await _app.Visit().Http.GetAsync(address)).Headers;
            headers.GetValues("Content-Security-Policy").Should().ContainSingle(address).Which.Should()
                .Be("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
            headers.GetValues("Permissions-Policy").Should().ContainSingle().Which.Should().Contain("camera=()");
            headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
            headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
        }
    }

    public void Dispose() => _app.Dispose();

    private async Task<Page> TryAsync(string address, string password)
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync("/account/sign-in");
        return await Page.ReadAsync(await visitor.PostAsync(page.Form("sign-in"), ("Input.Email", address), ("Input.Password", password)));
    }
}
