using System.Net;
using System.Text.Json;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public sealed class VerifyPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task It_shows_all_that_the_paper_says()
    {
        var certificate = await CertificateAsync();
        var page = await _app.Visit().GetAsync($"/verify/{certificate.Code}");

        page.Text.Should().Contain("Valid: this certificate is genuine and still stands").And.Contain(certificate.Printed.HolderName)
            .And.Contain(certificate.Number).And.Contain(certificate.Printed.AgencyName).And.Contain(certificate.Printed.ScoreBand).And.Contain("Grace Nansubuga");
        foreach (var module in certificate.Printed.Modules.Split('\n').Select(line => line.Split('\t')[1]))
        {
            page.Text.Should().Contain(module);
        }
    }

    [Fact]
    public async Task A_mistyped_code_is_answered_with_the_group_to_look_at()
    {
        var certificate = await CertificateAsync();
        var groups = certificate.Code.ToString().Split('-');
        groups[2] = groups[2] == "0000" ? "1111" : "0000";

        var near = await _app.Visit().GetAsync($"/verify?code={string.Join('-', groups)}");
        near.Response.StatusCode.Should().Be(HttpStatusCode.Found, "a whole code leads to its own page");
        near = await _app.Visit().FollowAsync(near.Response);
        near.Text.Should().Contain("Group 3 of the code looks wrong").And.NotContain(certificate.Printed.HolderName);

        var wrong = await _app.Visit().GetAsync("/verify?code=7K3M-9QXW-T2UD-VB4C-R8NE-6PYA-1F");
        wrong.Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        wrong.Text.Should().Contain("Group 3 of the code looks wrong");
        (await _app.Visit().GetAsync("/verify?code=something")).Text.Should().NotContain("looks wrong").And.Contain("no certificate has this code");
    }

    [Fact]
    public async Task A_number_in_place_of_the_code_is_told_as_such()
    {
        var certificate = await CertificateAsync();
        (await _app.Visit().GetAsync($"/verify?code={certificate.Number}")).Text.Should().Contain("form of a certificate number").And.NotContain(certificate.Printed.HolderName);
        (await _app.Visit().GetAsync("/verify?code=7K3M-9QXW-T2HD-VB4C-R8NE-6PYA")).Text.Should().Contain("You gave 24 letters and digits");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a b")]
    public async Task Small_letters_and_blanks_do(string how)
    {
        var certificate = await CertificateAsync();
        var typed = how == "a" ? certificate.Code.ToString().ToLowerInvariant() : certificate.Code.ToString().ToLowerInvariant().Replace('-', ' ');
        var visitor = _app.Visit();

        (await visitor.FollowAsync(await visitor.Http.GetAsync($"/verify?code={Uri.EscapeDataString(typed)}"))).Text.Should().Contain("genuine and still stands");
    }

    [Fact]
    public async Task The_QR_squares_own_statement_is_checked_too()
    {
        var certificate = await CertificateAsync();
        var other = (await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Mary"))[0];
        var statement = certificate.Statement!;
        var altered = statement[..^5] + (statement[^5] == 'A' ? 'B' : 'A') + statement[^4..];

        (await VerifyAsync(certificate, statement)).Text.Should().Contain("genuine and still stands").And.NotContain("Do not rely");
        var page = await VerifyAsync(certificate, altered);
        page.Document.QuerySelector("h1")!.TextContent.Should().Contain("was altered");
        page.Text.Should().Contain("What the academy's register says").And.Contain("genuine and still stands", "the register speaks of the code, below");
        (await VerifyAsync(certificate, "NONSENSE")).Text.Should().Contain("was altered");
        (await VerifyAsync(certificate, other.Statement!)).Text.Should().Contain("belongs to another certificate").And.Contain(other.Number);
    }

    [Fact]
    public async Task Machines_get_the_same_answer_as_JSON()
    {
        var certificate = await CertificateAsync();
        var response = await _app.Visit().Http.GetAsync($"/verify/{certificate.Code}.json");

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answer.GetProperty("status").GetString().Should().Be("valid");
        var paper = answer.GetProperty("paper");
        paper.GetProperty("number").GetString().Should().Be(certificate.Number);
        paper.GetProperty("name").GetString().Should().Be(certificate.Printed.HolderName);
        paper.GetProperty("completedOn").GetString().Should().Be(certificate.Printed.CompletedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        paper.GetProperty("modules").GetArrayLength().Should().Be(certificate.Printed.Modules.Split('\n').Length);

        var unknown = await _app.Visit().Http.GetAsync($"/verify/{VerificationCode.New()}.json");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        JsonDocument.Parse(await unknown.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetString().Should().Be("unknown");
    }

    [Fact]
    public async Task A_visitor_chooses_the_language_and_stays_on_the_page()
    {
        var certificate = await CertificateAsync();
        var visitor = _app.Visit();
        var page = await visitor.GetAsync($"/verify/{certificate.Code}");

        var spanish = await visitor.FollowAsync(await visitor.Http.GetAsync(page.Document.QuerySelector("a[hreflang=es]")!.GetAttribute("href")));

        spanish.Address.Should().Be($"/verify/{certificate.Code}");
        spanish.Text.Should().Contain("Válido");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/verify")]
    [InlineData("/admin")]
    public async Task The_choice_of_a_language_leads_nowhere_else(string to)
    {
        var response = await _app.Visit().Http.GetAsync($"/account/language/es?to={Uri.EscapeDataString(to)}");
        response.Headers.Location!.ToString().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task Guessing_is_slowed_down_however_it_is_asked()
    {
        var visitor = _app.Visit();
        HttpStatusCode last = default;
        for (var i = 0; i < 61; i++)
        {
            last = (await visitor.Http.GetAsync(i % 2 == 0 ? $"/verify/{VerificationCode.New()}.json" : $"/verify/{VerificationCode.New()}")).StatusCode;
        }

        last.Should().Be(HttpStatusCode.TooManyRequests);
    }

    public void Dispose() => _app.Dispose();

    private Task<Page> VerifyAsync(Certificate certificate, string statement) => _app.Visit().GetAsync($"/VERIFY/{certificate.Code}/{statement}");

    private async Task<Certificate> CertificateAsync()
    {
        await using var db = _app.Open();
        return await db.Certificates.AsNoTracking().FirstAsync(c => c.Country == "UG");
    }
}
