using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Puts certificates on paper, each with the address at which anyone can verify it, and signs the files.</summary>
public sealed class CertificatePress(AcademyAddress address, AcademyKeys keys, IStringLocalizer<Words> words)
{
    /// <param name="emblem">The picture that the certificate names, if any.</param>
    public CertificateFace FaceOf(Certificate certificate, byte[]? emblem = null)
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
            Lines(printed.Trainers),
            certificate.Number,
            certificate.Code.ToString(),
            new Uri(address.Page($"/verify/{certificate.Code}")),
            printed.ModuleList(),
            Lines(printed.Practised),
            emblem,
            certificate.Statement,
            printed.Replaces,
            printed.Renews,
            printed.CourseVersion);
    }

    /// <summary>One certificate, signed, with its Open Badge: the same bytes whenever it is asked for.</summary>
    public byte[] Print(Certificate certificate, PaperSize paper, byte[]? emblem)
    {
        var face = FaceOf(certificate, emblem);
        using var inTheirs = Language.Speak(CultureInfo.GetCultureInfo(face.Language));
        return CertificatePdf.Of(face, paper, words, certificate.IssuedAt).Save(certificate.Credential, SignerAt(certificate.IssuedAt));
    }

    /// <summary>Begins a file of many certificates, for the printer.</summary>
    /// <param name="created">Kept in the file and in its signature.</param>
    public CertificatePdf Begin(PaperSize paper, DateTimeOffset created) => CertificatePdf.OfMany(paper, words, created);

    public byte[] Finish(CertificatePdf pdf, DateTimeOffset created) => pdf.Save(signer: SignerAt(created));

    // No key vouches for a time before it existed.
    private PdfSigner SignerAt(DateTimeOffset time)
    {
        var since = new DateTimeOffset(keys.Paper.NotBefore.ToUniversalTime());
        return new PdfSigner(keys.Paper, time > since ? time : since, words["Certificate of the academy"]);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
