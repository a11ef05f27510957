using System.Text.Json;
using HtiAcademy.Web.Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using JsonWebToken = Microsoft.IdentityModel.JsonWebTokens.JsonWebToken;

namespace HtiAcademy.Tests.Certificates;

public sealed class OpenBadgeTests(StatementTests.Keys keys) : IClassFixture<StatementTests.Keys>
{
    private const string Page = "https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F";

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    public void It_is_as_Open_Badges_3_0_asks(string language)
    {
        OpenBadgeRules.Broken(Claims(ProvenCertificate.Prove(keys.Ours, ProvenCertificate.Printed with { Language = language }).Credential)).Should().BeEmpty();
        OpenBadgeRules.Broken(Claims(ProvenCertificate.Prove(keys.Ours, Bare(language)).Credential)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"OpenBadgeCredential\"", "\"OpenBadge\"", "$.type")]
    [InlineData("\"achievementType\":\"CertificateOfCompletion\"", "\"achievementType\":\"Licence\"", "$.credentialSubject.achievement.achievementType")]
    [InlineData("\"narrative\"", "\"narration\"", "$.credentialSubject.achievement.criteria.narration")]
    [InlineData("\"validFrom\":\"2026-06-15T09:00:00Z\"", "\"validFrom\":\"2026-06-15\"", "$.validFrom")]
    [InlineData("\"identityType\":\"name\"", "\"identityType\":\"holder\"", "$.credentialSubject.identifier[0].identityType")]
    [InlineData("\"description\":", "\"descriptions\":", "$.credentialSubject.achievement.description is missing")]
    [InlineData("context-3.0.3.json", "context.jsonld", "$.@context")]
    public void The_rules_notice_what_is_wrong(string right, string wrong, string told)
    {
        var claims = Claims(ProvenCertificate.Prove(keys.Ours).Credential).GetRawText();
        claims.Should().Contain(right);

        OpenBadgeRules.Broken(JsonDocument.Parse(claims.Replace(right, wrong)).RootElement).Should().Contain(broken => broken.StartsWith(told));
    }

    [Fact]
    public void It_says_what_is_printed_in_the_papers_language()
    {
        var claims = Claims(ProvenCertificate.Prove(keys.Ours, ProvenCertificate.Printed with { Language = "es", CourseTitle = "Detección en la frontera" }).Credential);

        claims.GetProperty("name").GetString().Should().Be("Certificado de finalización: Detección en la frontera");
        claims.GetProperty("description").GetString().Should().Be("Certificado HTI-UG-2026-000123");
        var subject = claims.GetProperty("credentialSubject");
        subject.GetProperty("identifier")[0].GetProperty("identityHash").GetString().Should().Be("Nakato Florence Nabirye");
        subject.GetProperty("role").GetString().Should().Be("Inspector, Uganda Police Force");
        subject.GetProperty("result")[0].GetProperty("value").GetString().Should().Be("90–100 %");
        var achievement = subject.GetProperty("achievement");
        achievement.GetProperty("id").GetString().Should().Be("https://academy.example.org/achievements/short/7");
        achievement.GetProperty("description").GetString().Should().Contain("4,5 horas");
        subject.GetProperty("result")[0].GetProperty("resultDescription").GetString().Should().Be(achievement.GetProperty("resultDescription")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Its_claims_repeat_what_the_credential_says()
    {
        var claims = Claims(ProvenCertificate.Prove(keys.Ours).Credential);

        claims.GetProperty("iss").GetString().Should().Be("https://academy.example.org/issuer").And.Be(claims.GetProperty("issuer").GetProperty("id").GetString());
        claims.GetProperty("jti").GetString().Should().Be(Page).And.Be(claims.GetProperty("id").GetString());
        claims.GetProperty("sub").GetString().Should().Be(Page + "#holder").And.Be(claims.GetProperty("credentialSubject").GetProperty("id").GetString());
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("nbf").GetInt64()).Should().Be(claims.GetProperty("validFrom").GetDateTimeOffset()).And.Be(new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()).Should().Be(claims.GetProperty("validUntil").GetDateTimeOffset()).And.Be(new(2028, 6, 15, 23, 59, 59, TimeSpan.Zero));
    }

    [Fact]
    public void Where_the_paper_names_no_last_day_it_never_expires()
    {
        var claims = Claims(ProvenCertificate.Prove(keys.Ours, Bare("en")).Credential);

        claims.TryGetProperty("exp", out _).Should().BeFalse();
        claims.TryGetProperty("validUntil", out _).Should().BeFalse();
        claims.GetProperty("credentialSubject").TryGetProperty("role", out _).Should().BeFalse();
    }

    [Fact]
    public void It_names_its_place_in_the_status_list_of_the_year()
    {
        var status = Claims(ProvenCertificate.Prove(keys.Ours).Credential).GetProperty("credentialStatus");

        status.GetProperty("statusListCredential").GetString().Should().Be("https://academy.example.org/credentials/status/2026");
        status.GetProperty("statusListIndex").GetString().Should().Be("4711");
    }

    [Fact]
    public void Its_head_is_as_the_specification_allows_and_names_where_the_key_is()
    {
        var token = new JsonWebToken(ProvenCertificate.Prove(keys.Ours).Credential);

        token.Alg.Should().Be("ES256");
        token.Typ.Should().Be("JWT");
        token.Kid.Should().Be($"https://academy.example.org/keys/{keys.Ours.ProofKeyId}");
        JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedHeader)).RootElement.EnumerateObject().Should().HaveCount(3);
    }

    [Fact]
    public async Task Another_library_verifies_it_with_the_published_key_and_refuses_what_was_changed()
    {
        var credential = ProvenCertificate.Prove(keys.Ours).Credential;
        var parts = credential.Split('.');
        var changed = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("Nakato", "Natako"));

        (await VerifyAsync(credential, keys.Ours)).IsValid.Should().BeTrue();
        (await VerifyAsync($"{parts[0]}.{changed}.{parts[2]}", keys.Ours)).IsValid.Should().BeFalse();
        (await VerifyAsync(credential, keys.Foreign)).IsValid.Should().BeFalse();
    }

    private static Domain.Certificates.Printed Bare(string language) =>
        ProvenCertificate.Printed with { Language = language, Rank = null, AgencyName = null, ValidUntil = null };

    private static JsonElement Claims(string credential) => JsonDocument.Parse(Base64UrlEncoder.Decode(credential.Split('.')[1])).RootElement;

    private static Task<TokenValidationResult> VerifyAsync(string credential, AcademyKeys keys)
    {
        var published = keys.Published[0];
        return new JsonWebTokenHandler().ValidateTokenAsync(credential, new TokenValidationParameters
        {
            IssuerSigningKey = new JsonWebKey(published.ToJwk($"https://academy.example.org/keys/{published.Id}").ToJsonString()),
            ValidIssuer = "https://academy.example.org/issuer",
            ValidateAudience = false,
            LifetimeValidator = (from, to, _, _) => from < to,
        });
    }
}
