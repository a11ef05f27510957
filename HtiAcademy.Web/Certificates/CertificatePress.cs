using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Puts certificates on paper, each with the address at which anyone can verify it.</summary>
/// <param name="verifyPage">The verification page, with a slash at its end.</param>
public sealed class CertificatePress(Uri verifyPage, IStringLocalizer<Words> words)
{
    /// <summary>Where papers send people for verification: <c>Academy:Address</c> is what the academy is called from outside.</summary>
    /// <exception cref="StartupException">The address is not one that a browser can open.</exception>
    public static Uri VerifyPage(IConfiguration configuration)
    {
        var address = configuration["Academy:Address"] ?? "http://localhost:5080";
        return Uri.TryCreate(address.TrimEnd('/') + "/verify/", UriKind.Absolute, out var page) && page.Scheme is "https" or "http"
            ? page
            : throw new StartupException($"Academy:Address is '{address}'; it must be a whole address such as https://academy.example.org.");
    }

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
            new Uri(verifyPage, certificate.Code.ToString()));
    }

    /// <param name="certificates">One or more, a sheet each.</param>
    public byte[] Print(IReadOnlyList<Certificate> certificates, PaperSize paper)
    {
        // The file bears the date of the newest of them, so that whoever prints them again gets the same file.
        return CertificatePdf.Write([.. certificates.Select(FaceOf)], paper, words, certificates.Max(c => c.IssuedAt));
    }
}
