using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

public sealed class SetUpTests : IDisposable
{
    private const string Password = "four words of mine";
    private readonly EmptyAcademy _app = new();

    [Fact]
    public async Task The_link_makes_the_first_administrator_who_can_then_sign_in()
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync(Link());

        var response = await visitor.PostAsync(page.Form("set-up"), Answers(Password));

        response.Headers.Location!.ToString().Should().EndWith("/account/sign-in");
        await using var db = _app.Open();
        (await db.People.SingleAsync()).Should().Match<Person>(p => p.Roles == Roles.Administrator && p.Email == "first@example.org");
        var signIn = await visitor.GetAsync("/account/sign-in");
        (await visitor.PostAsync(signIn.Form("sign-in"), ("Input.Email", "first@example.org"), ("Input.Password", Password))).StatusCode.Should().Be(HttpStatusCode.Found);
        await visitor.AddAuthenticatorAsync(_app);
        (await visitor.GetAsync("/admin/jobs")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var link = Link();
        var visitor = _app.Visit();
        var page = await visitor.GetAsync(link);
        await visitor.PostAsync(page.Form("set-up"), Answers(Password));

        (await _app.Visit().GetAsync(link)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        await visitor.PostAsync(page.Form("set-up"), [("Input.FullName", "Second"), ("Input.Email", "second@example.org"), ("Input.Password", Password)]);

        await using var db = _app.Open();
        (await db.People.Select(p => p.Email).ToListAsync()).Should().Equal("first@example.org");
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("")]
    public async Task A_made_up_key_finds_nothing(string key) =>
        (await _app.Visit().GetAsync($"/account/set-up?key={key}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_key_older_than_a_day_finds_nothing()
    {
        var expired = Protector().Protect("set-up", TimeSpan.FromSeconds(-1));

        (await _app.Visit().GetAsync($"/account/set-up?key={expired}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("too short", "first@example.org", "at least 12 characters")]
    [InlineData(Password, "no address", "not a mail address")]
    [InlineData("", "first@example.org", "fill in every field")]
    public async Task What_cannot_be_used_is_told_and_what_was_typed_stays(string password, string email, string told)
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync(Link());

        page = await visitor.SubmitAsync(page.Form("set-up"), ("Input.FullName", "First Administrator"), ("Input.Email", email), ("Input.Password", password));

        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain(told);
        page.Document.QuerySelector("#name")!.GetAttribute("value").Should().Be("First Administrator");
    }

    [Fact]
    public async Task An_academy_with_people_offers_no_link()
    {
        using var demo = new AcademyApp();
        await using var services = demo.Services.CreateAsyncScope();
        var key = services.ServiceProvider.GetRequiredService<IDataProtectionProvider>().CreateProtector("first-administrator").ToTimeLimitedDataProtector().Protect("set-up", TimeSpan.FromDays(1));

        (await services.ServiceProvider.GetRequiredService<SetUp>().AdmitsAsync(key)).Should().BeFalse();
    }

    public void Dispose() => _app.Dispose();

    private static (string, string)[] Answers(string password) =>
        [("Input.FullName", "First Administrator"), ("Input.Email", "first@example.org"), ("Input.Password", password)];

    private string Link() => $"/account/set-up?key={Protector().Protect("set-up", TimeSpan.FromDays(1))}";

    private ITimeLimitedDataProtector Protector() =>
        _app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first-administrator").ToTimeLimitedDataProtector();

    private sealed class EmptyAcademy() : AcademyApp(fresh: true)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Academy:Demo", "false");
        }
    }
}
