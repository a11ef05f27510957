using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Puts certificates on paper, each with the address at which anyone can verify it.</summary>
public sealed class CertificatePress(AcademyAddress address, IStringLocalizer<Words> words)
{
    public CertificateFace FaceOf(Certificate certificate)
    {
        var printed = certificate.Printed;
        return new CertificateFace(
            Language.Culture(printed.Language, certificate.Country).Name,
            printed.HolderName,
            printed.Rank,
            printed.AgencyName,
            printed.CourseTitle,
            printed.Hours,
            printed.CompletedOn,
            printed.ValidUntil,
            printed.ScoreBand,
            printed.CountryName,
            printed.Trainers.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            certificate.Number,
            certificate.Code.ToString(),
            new Uri(address.Page($"/verify/{certificate.Code}")),
            Modules: [],
            Practised: [],
            AgencyMark: null,
            Statement: null,
            Replaces: null,
            Renews: null,
            printed.CourseVersion);
    }

    /// <param name="certificates">One or more, a sheet each.</param>
    public byte[] Print(IReadOnlyList<Certificate> certificates, PaperSize paper)
    {
        // The file bears the date of the newest of them, so that whoever prints them again gets the same file.
        return CertificatePdf.Write([.. certificates.Select(FaceOf)], paper, words, certificates.Max(c => c.IssuedAt));
    }
}
