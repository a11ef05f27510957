using System.Globalization;
using System.Text.Json.Nodes;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// A certificate as an Open Badges 3.0 credential, for wallets: what is printed on the paper and no more, in the paper's
/// language. It is unsigned here.
/// </summary>
public sealed class OpenBadge(AcademyAddress address, Issuer issuer, IStringLocalizer<Words> words)
{
    private const string VerifiableCredentials = "https://www.w3.org/ns/credentials/v2";
    private const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private const string Schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    /// <summary>The payload of the JSON Web Token: the credential with the claims that repeat parts of it.</summary>
    public JsonObject Claims(Certificate certificate, string courseId)
    {
        using var speaking = Language.Speak(CultureInfo.GetCultureInfo(certificate.Printed.Language));
        var (printed, page) = (certificate.Printed, address.Page($"/verify/{certificate.Code}"));
        var claims = new JsonObject
        {
            ["@context"] = new JsonArray(VerifiableCredentials, OpenBadges),
            ["id"] = page,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = $"{words["Certificate of completion"]}: {printed.CourseTitle}",
            ["description"] = words["Certificate {0}", certificate.Number].Value,
            ["issuer"] = issuer.Profile(),
            ["validFrom"] = Moment(certificate.IssuedAt),
            ["awardedDate"] = Moment(Midnight(printed.CompletedOn)),
            ["credentialSubject"] = Subject(certificate, page, courseId),
            ["credentialStatus"] = StatusList.Entry(address, certificate.Year, certificate.StatusIndex),
            ["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Schema, ["type"] = "1EdTechJsonSchemaValidator2019" }),
            ["iss"] = issuer.Id,
            ["jti"] = page,
            ["sub"] = Holder(page),
            ["nbf"] = certificate.IssuedAt.ToUnixTimeSeconds(),
        };
        if (printed.ValidUntil is { } last)
        {
            // By UTC, so that wallets show the day that is printed. The register counts the days of the country.
            var end = Midnight(last.AddDays(1)).AddSeconds(-1);
            claims["validUntil"] = Moment(end);
            claims["exp"] = end.ToUnixTimeSeconds();
        }

        return claims;
    }

    /// <summary>What was achieved, whoever did: a course at one of its versions.</summary>
    /// <param name="language">Of the title, and of what is said here.</param>
    public JsonObject Achievement(string courseId, int version, string title, decimal hours, string language)
    {
        using var speaking = Language.Speak(CultureInfo.GetCultureInfo(language));
        var id = AchievementAddress(courseId, version);
        return new JsonObject
        {
            ["id"] = id,
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = "CertificateOfCompletion",
            ["name"] = title,
            ["description"] = words["A course of the Human Trafficking Institute Academy: {0} hours of training.", hours.ToString("0.#", CultureInfo.CurrentCulture)].Value,
            ["criteria"] = new JsonObject { ["narrative"] = words["Read every module, passed its quiz, and passed the final assessment."].Value },
            ["inLanguage"] = language,
            ["version"] = version.ToString(CultureInfo.InvariantCulture),
            ["resultDescription"] = new JsonArray(new JsonObject
            {
                ["id"] = Score(id),
                ["type"] = new JsonArray("ResultDescription"),
                ["name"] = words["Final assessment"].Value,
                ["resultType"] = "Result",
            }),
        };
    }

    private JsonObject Subject(Certificate certificate, string page, string courseId)
    {
        var printed = certificate.Printed;
        var subject = new JsonObject
        {
            ["id"] = Holder(page),
            ["type"] = new JsonArray("AchievementSubject"),
            ["identifier"] = new JsonArray(new JsonObject
            {
                ["type"] = "IdentityObject",
                // The paper bears the name too, and a hash of it would tell a wallet's owner nothing.
                ["hashed"] = false,
                ["identityHash"] = printed.HolderName,
                ["identityType"] = "name",
            }),
            ["achievement"] = Achievement(courseId, printed.CourseVersion, printed.CourseTitle, printed.Hours, printed.Language),
            ["result"] = new JsonArray(new JsonObject
            {
                ["type"] = new JsonArray("Result"),
                ["resultDescription"] = Score(AchievementAddress(courseId, printed.CourseVersion)),
                ["value"] = printed.ScoreBand,
            }),
        };
        var role = string.Join(", ", new[] { printed.Rank, printed.AgencyName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (role.Length > 0)
        {
            subject["role"] = role;
        }

        return subject;
    }

    private string AchievementAddress(string courseId, int version) =>
        address.Page(string.Create(CultureInfo.InvariantCulture, $"/achievements/{courseId}/{version}"));

    // Whom the page about the certificate is about: an identifier that tells nobody more than the page.
    private static string Holder(string page) => $"{page}#holder";

    private static string Score(string achievement) => $"{achievement}#score";

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
