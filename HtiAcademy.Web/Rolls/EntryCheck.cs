using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Rolls;

/// <summary>Finds what is wrong with a line by itself, and reads what it says of an officer who is new.</summary>
/// <param name="agencies">Of the cohort's country.</param>
/// <param name="languages">In which officers of the country work, the usual one first.</param>
internal sealed class EntryCheck(Cohort cohort, IEnumerable<Agency> agencies, IReadOnlyList<string> languages)
{
    private static readonly Dictionary<string, string> AudienceWords = new[]
    {
        (Audiences.Investigator, "investigator|police|investigador|investigadora|policía|enquêteur|enquêtrice|police"),
        (Audiences.Prosecutor, "prosecutor|fiscal|procureur|procureure|procureur(e)"),
        (Audiences.VictimServices, "victim-services|servicios a víctimas|atención a víctimas|services aux victimes|aide aux victimes"),
    }.SelectMany(audience => audience.Item2.Split('|').Select(word => (Word: RollColumns.Letters(word), Code: audience.Item1)))
        .DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> LanguageWords = new[]
    {
        ("en", "english|inglés|anglais"), ("es", "spanish|español|espagnol"), ("fr", "french|francés|français"),
    }.SelectMany(language => language.Item2.Split('|').Select(word => (Word: RollColumns.Letters(word), Code: language.Item1)))
        .ToDictionary(pair => pair.Word, pair => pair.Code, StringComparer.Ordinal);

    private readonly ILookup<string, Agency> _agencies = agencies.ToLookup(a => RollColumns.Letters(a.Name), StringComparer.Ordinal);
    private readonly Dictionary<Guid, Agency> _byId = agencies.ToDictionary(a => a.Id);

    public (RollProblem Problem, string? Detail)? Find(RollEntry entry) => entry switch
    {
        { IsBroken: true } => (RollProblem.Quotes, null),
        { Name: "" } => (RollProblem.NoName, null),
        _ when !CertificateChange.IsName(entry.Name) => (RollProblem.Name, null),
        _ when PdfFonts.Missing(entry.Name).ToList() is { Count: > 0 } letters => (RollProblem.Letters, string.Join(' ', letters)),
        { Mail: "", UserName: "" } => (RollProblem.NoAddress, null),
        { Mail.Length: > 0 } when !FactChecks.IsEmail(entry.Mail) => (RollProblem.Mail, entry.Mail),
        { UserName.Length: > 0 } when !FactChecks.IsUserName(entry.UserName) => (RollProblem.UserName, entry.UserName),
        _ when entry.Rank.Length > FactChecks.LongestRank || !TypedText.IsLine(entry.Rank) => (RollProblem.Rank, null),
        { Agency.Length: > 0 } when AgencyOf(entry) is null => (RollProblem.Agency, entry.Agency),
        _ when AudienceOf(entry) is null => (RollProblem.Audience, entry.Audience),
        _ when LanguageOf(entry) is null => (RollProblem.Language, entry.Language),
        _ => null,
    };

    /// <returns>Null when the country has none of that name.</returns>
    public Agency? AgencyOf(RollEntry entry) => entry.Agency.Length > 0
        ? _agencies[RollColumns.Letters(entry.Agency)].FirstOrDefault()
        : cohort.AgencyId is { } id ? _byId.GetValueOrDefault(id) : null;

    public static string? AudienceOf(RollEntry entry) => entry.Audience.Length == 0 ? Audiences.Investigator : AudienceWords.GetValueOrDefault(RollColumns.Letters(entry.Audience));

    public string? LanguageOf(RollEntry entry)
    {
        var written = entry.Language.ToLowerInvariant();
        return written.Length == 0 ? languages[0]
            : Language.All.Concat(languages).Contains(written, StringComparer.Ordinal) ? written
            : LanguageWords.GetValueOrDefault(RollColumns.Letters(written));
    }
}
