using System.Globalization;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Certificates on paper, all in one file: a landscape sheet each, and its record of training, in the holder's language.</summary>
public static class CertificatePdf
{
    /// <summary>Raise it whenever the same certificate comes out as another paper: the file tells which it was made by.</summary>
    public const int TemplateVersion = 2;

    /// <param name="created">When the file is made. It is kept in the file, so the same certificates at the same time are the same bytes.</param>
    public static byte[] Write(IReadOnlyList<CertificateFace> faces, PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created)
    {
        using var speaking = Language.Speak(CultureInfo.GetCultureInfo(faces[0].Language));
        var title = faces.Count == 1 ? $"{words["Certificate of completion"]}: {faces[0].HolderName}" : words["Certificates of completion"].Value;
        var subject = string.Join("; ", faces.Select(face => face.CourseTitle).Distinct(StringComparer.Ordinal));
        var document = new PdfDocument(title, CultureInfo.CurrentUICulture, words["Human Trafficking Institute"], subject, created)
        {
            Producer = string.Create(CultureInfo.InvariantCulture, $"HTI Academy, certificate {TemplateVersion}"),
        };
        var sheet = paper.Landscape();
        var frames = new CertificateFrames(document, sheet);
        foreach (var face in faces)
        {
            using var inTheirs = Language.Speak(CultureInfo.GetCultureInfo(face.Language));
            var mark = face.AgencyMark is { } png ? document.AddImage(png) : null;
            var section = document.Root.Add(PdfTag.Sect, face.Language);
            new CertificateSheet(frames.AddPage(section, CertificateSheet.Seal(sheet, mark)), face, mark, words).Draw();
            if (face.Modules.Count > 0)
            {
                new RecordSheet(frames.AddPage(section, RecordSheet.Seal), face, mark, words).Draw();
            }
        }

        return document.Save();
    }
}
