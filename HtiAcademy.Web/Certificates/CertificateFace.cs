using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Web.Certificates;

/// <summary>Everything that is printed on a certificate: the sheet that hangs on the wall, and the record of training behind it.</summary>
/// <param name="Language">The language it is printed in, a BCP 47 tag: <c>es</c>, <c>en-UG</c>.</param>
/// <param name="HolderName">Empty once the holder was forgotten: such a certificate is shown and never printed.</param>
/// <param name="ScoreBand">In words of that language.</param>
/// <param name="Code">The verification code, in groups of four.</param>
/// <param name="VerifyAddress">The page where people check it: printed, and a link on screen.</param>
/// <param name="Modules">Without any, there is no record of training.</param>
/// <param name="Practised">Exercises that a trainer watched and signed off.</param>
/// <param name="Emblem">A PNG image.</param>
/// <param name="Statement">What the academy signed for checking without a connection: letters A to Z and digits 2 to 7, up to some 1,000.</param>
/// <param name="Replaces">The number of the certificate that this one corrects.</param>
/// <param name="Renews">The number of the certificate that this one follows.</param>
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
    Uri VerifyAddress,
    IReadOnlyList<PrintedModule> Modules,
    IReadOnlyList<string> Practised,
    byte[]? Emblem,
    string? Statement,
    string? Replaces,
    string? Renews,
    int CourseVersion)
{
    /// <summary>What the QR code holds. In capitals where a statement makes it long: a code of capitals is the smallest, and the academy's addresses are read either way.</summary>
    public string QrText => Statement is null ? VerifyAddress.AbsoluteUri : $"{VerifyAddress.AbsoluteUri}/{Statement}".ToUpperInvariant();
}
