using System.Net;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Layout;

/// <summary>What differs outside Development.</summary>
public sealed class ProductionTests : IDisposable
{
    private static readonly Uri Https = new("https://academy.example.org");
    private readonly InProduction _app = new();

    [Fact]
    public async Task Plain_HTTP_is_told_to_come_by_HTTPS_but_health_answers()
    {
        var visitor = _app.Visit(new Uri("http://academy.example.org"));

        var response = await visitor.Http.GetAsync("/account/sign-in");

        response.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("HTTPS");
        (await visitor.Http.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_kept_from_scripts_and_HSTS_is_sent()
    {
        var (_, response) = await SignInAsync();

        response.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-academy="));
        cookie.Should().Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/");
    }

    [Fact]
    public async Task An_error_of_ours_shows_a_page_and_no_trace()
    {
        var (officer, _) = await SignInAsync();
        await using (var db = _app.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Enrolments RENAME TO Gone");
        }

        var page = await officer.GetAsync("/");

        page.Response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        page.Text.Should().Contain("Something went wrong on our side").And.NotContain("SqliteException").And.NotContain("   at ");
        page.Response.Headers.GetValues("Content-Security-Policy").Should().ContainSingle();
    }

    [Fact]
    public async Task Guessing_at_verification_codes_is_slowed_down()
    {
        var visitor = _app.Visit(Https);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add((await visitor.Http.GetAsync($"/verify/GUESS{i}")).StatusCode);
        }

        answers.Take(60).Should().OnlyContain(code => code == HttpStatusCode.NotFound);
        answers[60].Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.GetAsync("/verify/GUESS")).Text.Should().Contain("Too many tries");
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Visitor Officer, HttpResponseMessage Answer)> SignInAsync()
    {
        var visitor = _app.Visit(Https);
        var page = await visitor.GetAsync("/account/sign-in");
        return (visitor, await visitor.PostAsync(page.Form("sign-in"), ("Input.Email", Cast.OfficerInUganda), ("Input.Password", DemoAcademy.Password)));
    }

    private sealed class InProduction : AcademyApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
            builder.UseSetting("Academy:Demo", "true");
        }
    }
}
