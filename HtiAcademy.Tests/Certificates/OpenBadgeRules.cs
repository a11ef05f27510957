using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HtiAcademy.Tests.Certificates;

/// <summary>
/// What Open Badges 3.0 asks of a credential, class by class, written from appendix B of its specification (1EdTech, Final
/// 3.0, with the context 3.0.3). No package carries the schema that 1EdTech publishes, so this is not that schema: it knows
/// the properties that the academy uses, and refuses all others, as a misspelt name would be one.
/// </summary>
internal static partial class OpenBadgeRules
{
    private static readonly Dictionary<string, Property[]> Classes = new(StringComparer.Ordinal)
    {
        ["AchievementCredential"] =
        [
            new("@context", Contexts), new("id", Uri), new("type", Types("VerifiableCredential", "OpenBadgeCredential")), new("issuer", Of("Profile")),
            new("validFrom", Moment), new("credentialSubject", Of("AchievementSubject")), new("name", Text, Optional: true),
            new("description", Text, Optional: true), new("awardedDate", Moment, Optional: true), new("validUntil", Moment, Optional: true),
            new("credentialStatus", Of("CredentialStatus"), Optional: true), new("credentialSchema", ListOf("CredentialSchema"), Optional: true),
            // The claims of 8.2.3.1, which stand beside the credential's properties in a token.
            new("iss", Uri), new("jti", Uri), new("sub", Uri), new("nbf", Number), new("exp", Number, Optional: true),
        ],
        ["Profile"] = [new("id", Uri), new("type", Types("Profile")), new("name", Text, Optional: true), new("url", Uri, Optional: true)],
        ["AchievementSubject"] =
        [
            new("id", Uri, Optional: true), new("type", Types("AchievementSubject")), new("achievement", Of("Achievement")),
            new("identifier", ListOf("IdentityObject"), Optional: true), new("role", Text, Optional: true), new("result", ListOf("Result"), Optional: true),
        ],
        ["IdentityObject"] = [new("type", Equal("IdentityObject")), new("hashed", Boolean), new("identityHash", Text), new("identityType", OneOf(IdentifierTypes))],
        ["Achievement"] =
        [
            new("id", Uri), new("type", Types("Achievement")), new("criteria", Of("Criteria")), new("description", Text), new("name", Text),
            new("achievementType", OneOf(AchievementTypes), Optional: true), new("inLanguage", LanguageCode, Optional: true), new("version", Text, Optional: true),
            new("resultDescription", ListOf("ResultDescription"), Optional: true),
        ],
        ["Criteria"] = [new("id", Uri, Optional: true), new("narrative", Text, Optional: true)],
        ["ResultDescription"] = [new("id", Uri), new("type", Types("ResultDescription")), new("name", Text), new("resultType", OneOf(ResultTypes))],
        ["Result"] = [new("type", Types("Result")), new("resultDescription", Uri, Optional: true), new("value", Text, Optional: true)],
        ["CredentialSchema"] = [new("id", Uri), new("type", Text)],
        // Of Bitstring Status List 1.0; Open Badges itself asks for the first two.
        ["CredentialStatus"] =
        [
            new("id", Uri), new("type", Equal("BitstringStatusListEntry")), new("statusPurpose", Equal("revocation")),
            new("statusListIndex", Digits), new("statusListCredential", Uri),
        ],
    };

    private static string[] IdentifierTypes =>
    [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber", "isbn", "issn", "lisSourcedId",
        "oneRosterSourcedId", "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
    ];

    private static string[] AchievementTypes =>
    [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge", "BachelorDegree", "Certificate",
        "CertificateOfCompletion", "Certification", "CommunityService", "Competency", "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree",
        "Fieldwork", "GeneralEducationDevelopment", "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
        "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
    ];

    private static string[] ResultTypes =>
    [
        "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore", "Result", "RubricCriterion",
        "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
    ];

    /// <returns>What is wrong, each with the path to it. Empty when nothing is.</returns>
    public static IReadOnlyList<string> Broken(JsonElement json, string name = "AchievementCredential") => [.. Check(json, name, "$")];

    private static IEnumerable<string> Check(JsonElement json, string name, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return [$"{path} is no object"];
        }

        var rules = Classes[name];
        var unknown = json.EnumerateObject().Where(p => rules.All(r => r.Name != p.Name)).Select(p => $"{path}.{p.Name} is unknown in {name}");
        var missing = rules.Where(r => !r.Optional && !json.TryGetProperty(r.Name, out _)).Select(r => $"{path}.{r.Name} is missing");
        var wrong = rules.Where(r => json.TryGetProperty(r.Name, out _)).SelectMany(r => r.Check(json.GetProperty(r.Name), $"{path}.{r.Name}"));
        return unknown.Concat(missing).Concat(wrong);
    }

    private static Rule Of(string name) => (json, path) => Check(json, name, path);

    // Several values are a list, be there one; none are left out.
    private static Rule ListOf(string name) => (json, path) => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
        ? json.EnumerateArray().SelectMany((item, i) => Check(item, name, $"{path}[{i}]"))
        : [$"{path} is no list of {name}"];

    private static Rule Types(params string[] wanted) => (json, path) =>
        json.ValueKind == JsonValueKind.Array && wanted.All(json.EnumerateArray().Select(t => t.GetString()).Contains) ? [] : [$"{path} lacks a type"];

    private static Rule Equal(string value) => Is(value, text => text == value);

    private static Rule OneOf(string[] values) => Is("a word of the vocabulary", text => values.Contains(text) || text.StartsWith("ext:", StringComparison.Ordinal));

    private static Rule Is(string what, Func<string, bool> good) => (json, path) =>
        json.ValueKind == JsonValueKind.String && good(json.GetString()!) ? [] : [$"{path} is not {what}: {json}"];

    private static Rule Text => Is("a text", text => text.Trim().Length > 0);

    private static Rule Digits => Is("digits", text => text.All(char.IsAsciiDigit) && text.Length > 0);

    private static Rule Uri => Is("a URI", text => System.Uri.TryCreate(text, UriKind.Absolute, out _));

    private static Rule LanguageCode => Is("a language code", text => LanguageTag().IsMatch(text));

    private static Rule Moment => Is("a moment with its zone", text =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && text.EndsWith('Z'));

    private static Rule Number => (json, path) => json.ValueKind == JsonValueKind.Number ? [] : [$"{path} is no number"];

    private static Rule Boolean => (json, path) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{path} is neither true nor false"];

    private static Rule Contexts => (json, path) =>
    {
        var contexts = json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(c => c.GetString() ?? "").ToList() : [];
        return contexts.Count >= 2 && contexts[0] == "https://www.w3.org/ns/credentials/v2" && OpenBadgesContext().IsMatch(contexts[1]) ? [] : [$"{path} has not the two contexts in their order"];
    };

    [GeneratedRegex(@"^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$")]
    private static partial Regex OpenBadgesContext();

    [GeneratedRegex("^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")]
    private static partial Regex LanguageTag();

    private delegate IEnumerable<string> Rule(JsonElement json, string path);

    private sealed record Property(string Name, Rule Check, bool Optional = false);
}
