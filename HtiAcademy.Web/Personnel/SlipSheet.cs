using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Personnel;

/// <summary>What is handed to one person on paper.</summary>
/// <param name="Place">Where the person works, in whose time they read; null for universal time.</param>
public sealed record Slip(string Name, string SignsInAs, string Language, string Country, Country? Place, IssuedCode Issued);

/// <summary>Slips with one-time codes for those without a mailbox, eight to a sheet to be cut apart, each in its person's language.</summary>
public sealed class SlipSheet(IStringLocalizer<Words> words, AcademyAddress address)
{
    private const int Across = 2;
    private const int Down = 4;
    private const double Margin = 28;
    private const double Padding = 10;
    private const double Gap = 4;

    private static readonly PdfStyle Wordmark = new(PdfFonts.Bold, 8.5, PdfPalette.Navy, Tracking: 0.3);
    private static readonly PdfStyle Name = new(PdfFonts.Bold, 11, PdfPalette.Ink, Leading: 1.2);
    private static readonly PdfStyle Label = new(PdfFonts.Regular, 7.5, PdfPalette.Grey, Leading: 1.25);
    private static readonly PdfStyle Value = new(PdfFonts.Regular, 10, PdfPalette.Ink, Leading: 1.2);
    private static readonly PdfStyle Code = new(PdfFonts.Bold, 13, PdfPalette.Ink, Tracking: 0.6);

    public byte[] Print(IReadOnlyList<Slip> slips, PaperSize paper, DateTimeOffset now)
    {
        var document = new PdfDocument(words["Slips"], CultureInfo.CurrentUICulture, words["HTI Academy"], words["One-time codes"], now);
        var (width, height) = ((paper.Width - 2 * Margin) / Across, (paper.Height - 2 * Margin) / Down);
        PdfPage? page = null;
        foreach (var (i, slip) in slips.Index())
        {
            var place = i % (Across * Down);
            page = place == 0 ? Sheet(document, paper) : page!;
            var box = new PdfBox(Margin + place % Across * width, Margin + place / Across * height, width, height).Inside(Padding);
            var culture = Layout.Language.Culture(slip.Language, slip.Country);
            using var _ = Layout.Language.Speak(culture);
            page.Section = document.Root.Add(PdfTag.Sect, culture.Name);
            Draw(page, box, slip);
        }

        return document.Save();
    }

    private static PdfPage Sheet(PdfDocument document, PaperSize paper)
    {
        var page = document.AddPage(paper);
        page.Artifact(canvas =>
        {
            for (var row = 1; row < Down; row++)
            {
                var y = Margin + row * (paper.Height - 2 * Margin) / Down;
                canvas.Line(0, y, paper.Width, y, 0.4, PdfPalette.Mist);
            }

            canvas.Line(paper.Width / Across, 0, paper.Width / Across, paper.Height, 0.4, PdfPalette.Mist);
        });
        return page;
    }

    private void Draw(PdfPage page, PdfBox box, Slip slip)
    {
        var link = address.Page($"{InvitationLetter.Door}/{slip.Issued.Code}");
        var qr = QrCode.Of(link);
        var wide = box.Width - qr.SizeWithQuietZone - Gap;
        page.Text(PdfTag.P, Wordmark, box.X, box.Y + Wordmark.CapHeight, words["HTI Academy"]);
        var y = Text(page, Name, box.X, box.Y + Wordmark.CapHeight + 18, wide, slip.Name, lines: 3);
        y = Text(page, Label, box.X, y + Gap, wide, words["You sign in with:"], lines: 1);
        y = Text(page, Value, box.X, y + 1, wide, slip.SignsInAs, lines: 2);
        Text(page, Label, box.X, y + Gap, wide, words["Once, until {0}", LocalTime.Show(slip.Issued.Invitation.ExpiresAt, slip.Place)], lines: 3);
        qr.Draw(page, box.Right - qr.SizeWithQuietZone / 2, box.Y + qr.SizeWithQuietZone / 2 - Gap, words["QR code of the address at which the code below is typed"]);
        var asks = slip.Issued.Invitation.Kind == InvitationKind.Join
            ? words["To begin, open {0} and type this code:", address.Page(InvitationLetter.Door)]
            : words["To choose a new password, open {0} and type this code:", address.Page(InvitationLetter.Door)];
        Text(page, Label, box.X, box.Y + qr.SizeWithQuietZone + 10, box.Width, asks, lines: 2);
        page.Text(PdfTag.P, Code, box.Middle, box.Y + qr.SizeWithQuietZone + 42, slip.Issued.Code.ToString(), PdfAlign.Centre);
    }

    /// <returns>The y of the next line.</returns>
    private static double Text(PdfPage page, PdfStyle style, double x, double y, double width, string text, int lines)
    {
        var fitted = style.Fitting(text, width, lines, smallest: 5);
        return page.Paragraph(PdfTag.P, fitted, x, y, width, text);
    }
}
