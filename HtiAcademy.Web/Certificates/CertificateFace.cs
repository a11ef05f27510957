namespace HtiAcademy.Web.Certificates;

/// <summary>Everything that is printed on a certificate.</summary>
/// <param name="Language">The language it is printed in, a BCP 47 tag: <c>es</c>, <c>en-UG</c>.</param>
/// <param name="ScoreBand">In words of that language.</param>
/// <param name="Code">The verification code, in groups of four.</param>
/// <param name="VerifyAddress">The page that the QR code opens.</param>
public sealed record CertificateFace(
    string Language,
    string HolderName,
    string? Rank,
    string? AgencyName,
    string CourseTitle,
    decimal Hours,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    string ScoreBand,
    string CountryName,
    IReadOnlyList<string> Trainers,
    string Number,
    string Code,
    Uri VerifyAddress);
