using System.Globalization;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Certificates on paper: one landscape sheet each, in its holder's language, all in one file.</summary>
public static class CertificatePdf
{
    /// <param name="created">When the file is made. It is kept in the file, so the same certificates at the same time are the same bytes.</param>
    public static byte[] Write(IReadOnlyList<CertificateFace> faces, PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created)
    {
        using var speaking = Language.Speak(CultureInfo.GetCultureInfo(faces[0].Language));
        var title = faces.Count == 1 ? $"{words["Certificate of completion"]}: {faces[0].HolderName}" : words["Certificates of completion"].Value;
        var subject = string.Join("; ", faces.Select(face => face.CourseTitle).Distinct(StringComparer.Ordinal));
        var document = new PdfDocument(title, CultureInfo.CurrentUICulture, words["Human Trafficking Institute"], subject, created);
        var sheet = paper.Landscape();
        var frame = document.AddStamp(sheet, canvas => CertificateSheet.DrawFrame(canvas, sheet));
        foreach (var face in faces)
        {
            using var inTheirs = Language.Speak(CultureInfo.GetCultureInfo(face.Language));
            var page = document.AddPage(sheet);
            page.Section = document.Root.Add(PdfTag.Sect, face.Language);
            page.Place(frame);
            new CertificateSheet(page, face, words).Draw();
        }

        return document.Save();
    }
}
