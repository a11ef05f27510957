using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HtiAcademy.Tests.Certificates;

public sealed class ProofEndpointsTests : IDisposable
{
    private const string Address = "http://localhost:5080";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_wallet_fetches_a_credential_and_verifies_it_with_the_key_that_it_names()
    {
        var certificate = await ProvenAsync();
        var http = _app.Visit().Http;

        var response = await http.GetAsync($"/verify/{certificate.Code}/credential.jwt");

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/vc+jwt");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be($"{certificate.Number}.jwt");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var token = await response.Content.ReadAsStringAsync();
        var key = await http.GetStringAsync(Local(new JsonWebToken(token).Kid));
        (await VerifyAsync(token, key)).IsValid.Should().BeTrue();
        OpenBadgeRules.Broken(Payload(token)).Should().BeEmpty();
    }

    [Fact]
    public async Task As_JSON_it_is_the_same_token_in_an_envelope()
    {
        var certificate = await ProvenAsync();

        var response = await _app.Visit().Http.GetAsync($"/verify/{certificate.Code}/credential.json");

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/vc");
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        json.GetProperty("type")[0].GetString().Should().Be("EnvelopedVerifiableCredential");
        json.GetProperty("id").GetString().Should().Be($"data:application/vc+jwt,{certificate.Credential}");
    }

    [Theory]
    [InlineData("/verify/0000-0000-0000-0000-0000-0000-00/credential.jwt")]
    [InlineData("/verify/0000-0000-0000-0000-0000-0000-00/credential.json")]
    [InlineData("/verify/nonsense/credential.json")]
    [InlineData("/keys/unknown")]
    [InlineData("/achievements/foundations/99")]
    [InlineData("/achievements/nothing/1")]
    [InlineData("/credentials/status/1999")]
    [InlineData("/credentials/status/2999")]
    public async Task What_there_is_not_is_not_found(string address) =>
        (await _app.Visit().Http.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Issuer_key_and_achievement_are_where_the_credential_says()
    {
        var certificate = await ProvenAsync();
        var http = _app.Visit().Http;
        var credential = Payload(certificate.Credential!);
        var achievement = credential.GetProperty("credentialSubject").GetProperty("achievement");

        (await http.GetStringAsync(Local(credential.GetProperty("iss").GetString()!))).Should().Be(credential.GetProperty("issuer").GetRawText());
        var published = JsonDocument.Parse(await http.GetStringAsync(Local(achievement.GetProperty("id").GetString()!))).RootElement;
        OpenBadgeRules.Broken(published, "Achievement").Should().BeEmpty();
        published.GetProperty("id").GetString().Should().Be(achievement.GetProperty("id").GetString());
        published.GetProperty("name").GetString().Should().Be(certificate.Printed.CourseTitle);
        JsonDocument.Parse(await http.GetStringAsync("/.well-known/jwks.json")).RootElement.GetProperty("keys").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_published_key_has_no_secret_part()
    {
        var keys = JsonDocument.Parse(await _app.Visit().Http.GetStringAsync("/.well-known/jwks.json")).RootElement.GetProperty("keys");

        keys[0].EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo("kty", "crv", "x", "y", "use", "alg", "kid");
    }

    [Fact]
    public async Task Wallets_in_other_sites_pages_may_read_them_and_no_other_page_of_the_academy()
    {
        var certificate = await ProvenAsync();
        var http = _app.Visit().Http;
        foreach (var address in (string[])["/issuer", "/.well-known/jwks.json", "/achievements/foundations/1", "/credentials/status/2026", $"/verify/{certificate.Code}/credential.jwt", $"/verify/{certificate.Code}/credential.json"])
        {
            var response = await http.GetAsync(address);
            response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
            response.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("cross-origin");
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }

        var page = await http.GetAsync($"/verify/{certificate.Code}");
        page.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        page.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
    }

    [Fact]
    public async Task The_status_list_has_a_bit_for_what_was_revoked_and_no_other()
    {
        var certificate = await ProvenAsync();
        var http = _app.Visit().Http;
        var (before, tag) = await StatusAsync(http);
        before.Should().OnlyContain(b => b == 0).And.HaveCount(131_072 / 8);

        await RevokeAsync(certificate.Id);
        _app.Clock.Advance(TimeSpan.FromSeconds(59));
        (await StatusAsync(http)).Tag.Should().Be(tag, "a minute's list is kept");
        _app.Clock.Advance(TimeSpan.FromSeconds(2));

        var (after, changed) = await StatusAsync(http);
        changed.Should().NotBe(tag);
        var place = certificate.StatusIndex;
        (after[place / 8] & (128 >> (place % 8))).Should().NotBe(0);
        after.Sum(b => int.PopCount(b)).Should().Be(1);
        (await http.GetAsync($"/verify/{certificate.Code}/credential.jwt")).StatusCode.Should().Be(HttpStatusCode.OK, "the list says what became of it");
    }

    [Fact]
    public async Task The_status_list_is_signed_as_a_credential_of_the_issuer()
    {
        var http = _app.Visit().Http;
        var token = await http.GetStringAsync("/credentials/status/2026");

        (await VerifyAsync(token, await http.GetStringAsync(Local(new JsonWebToken(token).Kid)))).ClaimsIdentity.Should().NotBeNull();
        new JsonWebToken(token).Typ.Should().Be("vc+jwt");
        var list = Payload(token);
        list.GetProperty("type").EnumerateArray().Select(t => t.GetString()).Should().Equal("VerifiableCredential", "BitstringStatusListCredential");
        list.GetProperty("issuer").GetString().Should().Be($"{Address}/issuer");
        list.GetProperty("id").GetString().Should().Be($"{Address}/credentials/status/2026");
        list.GetProperty("credentialSubject").GetProperty("statusPurpose").GetString().Should().Be("revocation");
    }

    [Fact]
    public async Task Who_has_the_list_already_is_told_so()
    {
        var http = _app.Visit().Http;
        var (_, tag) = await StatusAsync(http);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/credentials/status/2026");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));

        (await http.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    public void Dispose() => _app.Dispose();

    private static string Local(string address) => address.StartsWith(Address) ? address[Address.Length..] : throw new InvalidOperationException(address);

    private static JsonElement Payload(string token) => JsonDocument.Parse(Base64UrlEncoder.Decode(token.Split('.')[1])).RootElement;

    private static Task<TokenValidationResult> VerifyAsync(string token, string jwk) =>
        new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new JsonWebKey(jwk),
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });

    private static async Task<(byte[] Bits, string Tag)> StatusAsync(HttpClient http)
    {
        var response = await http.GetAsync("/credentials/status/2026");
        response.Headers.CacheControl!.ToString().Should().Be("public, max-age=60");
        var list = Payload(await response.Content.ReadAsStringAsync()).GetProperty("credentialSubject").GetProperty("encodedList").GetString()!;
        list[0].Should().Be('u');
        await using var gzip = new GZipStream(new MemoryStream(Base64UrlEncoder.DecodeBytes(list[1..])), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        await gzip.CopyToAsync(bits);
        return (bits.ToArray(), response.Headers.ETag!.ToString());
    }

    private async Task<Certificate> ProvenAsync()
    {
        await using var db = _app.Open();
        var certificate = await db.Certificates.FirstAsync(c => c.Country == "UG" && c.Year == 2026);
        if (certificate.Credential is null)
        {
            certificate.Prove(_app.Services.GetRequiredService<IProveCertificates>().Prove(certificate, "foundations"));
            await db.SaveChangesAsync();
        }

        return certificate;
    }

    private Task RevokeAsync(Guid id) => _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var administrator = await db.People.FirstAsync(p => p.Email == Cast.Administrator);
        (await db.Certificates.SingleAsync(c => c.Id == id)).Revoke("Issued to the wrong person.", administrator, _app.Clock.Now);
    });
}
