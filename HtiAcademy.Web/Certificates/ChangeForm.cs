using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

internal enum ChangeProblem
{
    NoKind,
    Name,
    SameName,

    /// <summary>No font has some of them.</summary>
    Letters,
    Reason,

    /// <summary>Whoever verifies the certificate reads the reason, and may keep it once the academy has forgotten the name.</summary>
    NameInReason,
}

/// <summary>What somebody typed who asks for a change of a certificate.</summary>
/// <param name="Name">Null unless the name shall be corrected.</param>
/// <param name="Problem">The first thing that must be put right; null when it can be asked for.</param>
internal sealed record ChangeForm(CertificateChangeKind Kind, string? Name, string Reason, ChangeProblem? Problem)
{
    public static ChangeForm Read(string? kind, string? name, string? reason, Certificate certificate, Person holder, IReadOnlyList<CertificateChangeKind> allowed)
    {
        var known = Enum.TryParse<CertificateChangeKind>(kind, out var wanted) && allowed.Contains(wanted);
        var corrected = wanted == CertificateChangeKind.NameCorrection ? name ?? "" : null;
        ChangeProblem? problem = !known ? ChangeProblem.NoKind
            : corrected is not null && !CertificateChange.IsName(corrected) ? ChangeProblem.Name
            : corrected is not null && CertificateChange.IsSameName(corrected, certificate) ? ChangeProblem.SameName
            : corrected is not null && PdfFonts.Missing(corrected).Any() ? ChangeProblem.Letters
            : !Certificate.IsReason(reason) ? ChangeProblem.Reason
            : corrected is null && holder.IsNamedIn(reason!) ? ChangeProblem.NameInReason
            : null;
        return new ChangeForm(wanted, corrected, reason ?? "", problem);
    }
}
