using System.Globalization;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Certificates on paper, all in one file: a landscape sheet each, and its record of training, in the holder's language.</summary>
public sealed class CertificatePdf
{
    /// <summary>Raise it whenever the same certificate comes out as another paper: the file tells which it was made by.</summary>
    public const int TemplateVersion = 2;

    private readonly IStringLocalizer<Words> _words;
    private readonly PdfDocument _document;
    private readonly CertificateFrames _frames;
    private readonly PaperSize _sheet;

    private CertificatePdf(string title, string subject, CultureInfo language, PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created)
    {
        _words = words;
        _sheet = paper.Landscape();
        _document = new PdfDocument(title, language, words["Human Trafficking Institute"], subject, created)
        {
            Producer = string.Create(CultureInfo.InvariantCulture, $"HTI Academy, certificate {TemplateVersion}"),
        };
        _frames = new CertificateFrames(_document, _sheet);
    }

    /// <summary>For one certificate: the file bears its holder's name.</summary>
    /// <param name="created">Kept in the file, so the same certificate at the same time is the same bytes.</param>
    public static CertificatePdf Of(CertificateFace face, PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created)
    {
        var language = CultureInfo.GetCultureInfo(face.Language);
        using var speaking = Language.Speak(language);
        var pdf = new CertificatePdf($"{words["Certificate of completion"]}: {face.HolderName}", face.CourseTitle, language, paper, words, created);
        pdf.Add(face);
        return pdf;
    }

    /// <summary>For many, in the language of whoever prints them.</summary>
    /// <param name="created">Kept in the file, so the same certificates at the same time are the same bytes.</param>
    public static CertificatePdf OfMany(PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created) =>
        new(words["Certificates of completion"], words["Certificates of completion"], CultureInfo.CurrentUICulture, paper, words, created);

    public void Add(CertificateFace face)
    {
        using var inTheirs = Language.Speak(CultureInfo.GetCultureInfo(face.Language));
        var emblem = face.Emblem is { } png ? _document.AddImage(png) : null;
        var section = _document.Root.Add(PdfTag.Sect, face.Language);
        new CertificateSheet(_frames.AddPage(section, CertificateSheet.Seal(_sheet, emblem)), face, emblem, _words).Draw();
        if (face.Modules.Count > 0)
        {
            new RecordSheet(_frames.AddPage(section, RecordSheet.Seal), face, emblem, _words).Draw();
        }
    }

    /// <param name="credential">The Open Badge, for whoever opens the file to save; null for none.</param>
    /// <param name="signer">Null leaves the file unsigned.</param>
    public byte[] Save(string? credential = null, PdfSigner? signer = null)
    {
        if (credential is not null)
        {
            _document.Attach("open-badge.jwt", "application/vc+jwt", System.Text.Encoding.ASCII.GetBytes(credential), _words["Open Badges 3.0 credential"], PdfRelationship.Data);
        }

        return _document.Save(signer);
    }
}
