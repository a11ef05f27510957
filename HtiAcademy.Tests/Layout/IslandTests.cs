using System.Net;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Layout;

/// <summary>What a page with an island carries, that others carry nothing of it, and who gets a line to the server.</summary>
public sealed class IslandTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Theory]
    [InlineData("", "/verify")]
    [InlineData("", "/account/sign-in")]
    [InlineData("", "/no/such/page")]
    [InlineData(Cast.OfficerInUganda, "/")]
    [InlineData(Cast.OfficerInUganda, "/learn/foundations/what-is-trafficking")]
    [InlineData(Cast.OfficerInUganda, "/learn/foundations/what-is-trafficking/quiz")]
    [InlineData(Cast.TrainerInUganda, "/cohorts")]
    public async Task Other_pages_carry_no_script_and_no_state_of_the_framework(string person, string address)
    {
        var visitor = person.Length == 0 ? _app.Visit() : await _app.SignInAsync(person);

        // The state stands after the document's end.
        var sent = await (await visitor.Http.GetAsync(address)).Content.ReadAsStringAsync();

        sent.Should().NotContain("blazor.web").And.NotContain("<!--Blazor").And.NotContain("data-enhance-nav");
    }

    [Theory]
    [InlineData("/verify", "no-store")]
    [InlineData("/no/such/page", null)]
    public async Task A_page_without_a_form_sets_no_cookie_and_is_kept_or_not_as_it_says_itself(string address, string? kept)
    {
        var response = (await _app.Visit().GetAsync(address)).Response;

        response.Headers.Contains("Set-Cookie").Should().BeFalse();
        (response.Headers.CacheControl?.ToString()).Should().Be(kept);
    }

    [Fact]
    public async Task The_board_loads_the_script_under_the_same_policy_and_reads_itself_anew_only_without_scripts()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var policy = (await trainer.GetAsync("/cohorts")).Response.Headers.GetValues("Content-Security-Policy");

        var page = await trainer.GetAsync(await BoardAsync());

        page.Document.QuerySelectorAll("script").Select(s => s.GetAttribute("src")).Should().SatisfyRespectively(
            script => script.Should().Contain("blazor.web"),
            script => script.Should().Contain("island"));
        page.Response.Headers.GetValues("Content-Security-Policy").Should().Equal(policy).And.ContainSingle();
        page.Response.Headers.Contains("Refresh").Should().BeFalse();
        page.Document.Head!.QuerySelector("noscript")!.InnerHtml.Should().Contain("http-equiv=\"refresh\"").And.Contain("content=\"5\"");
    }

    [Fact]
    public async Task The_script_is_kept_by_browsers_as_long_as_it_does_not_change()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var script = (await trainer.GetAsync(await BoardAsync())).Document.QuerySelector("script[src*='blazor.web']")!.GetAttribute("src")!;

        script.Should().MatchRegex(@"^/_framework/blazor\.web\.[a-z0-9]+\.js$");
        (await trainer.Http.GetAsync(script)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task A_line_is_opened_only_from_pages_of_ones_own(string origin, HttpStatusCode answer)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await NegotiateAsync(trainer, origin)).Should().Be(answer);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Found)]
    [InlineData(Cast.OfficerInUganda, HttpStatusCode.NotFound)]
    [InlineData(Cast.PartnerInUganda, HttpStatusCode.NotFound)]
    [InlineData(Cast.TrainerInUganda, HttpStatusCode.OK)]
    public async Task Only_trainers_get_a_line(string person, HttpStatusCode answer)
    {
        var visitor = person.Length == 0 ? _app.Visit() : await _app.SignInAsync(person);

        (await NegotiateAsync(visitor, "http://localhost")).Should().Be(answer);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        return (await visitor.Http.SendAsync(request)).StatusCode;
    }

    private async Task<string> BoardAsync()
    {
        await using var db = _app.Open();
        return $"/cohorts/{(await db.Cohorts.FirstAsync(c => c.Country == "UG")).Id}/board";
    }
}
