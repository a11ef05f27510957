using System.Globalization;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>A cohort's figures on paper, in the language and the manner of dates that are spoken when it is written.</summary>
public sealed class CohortReportPdf(IStringLocalizer<Words> words)
{
    private const double Margin = 40;

    private static readonly PaperSize Paper = PaperSize.A4.Landscape();
    private static readonly PdfBox Area = new(Margin, Margin, Paper.Width - 2 * Margin, Paper.Height - 2 * Margin - 18);

    private static readonly PdfStyle Wordmark = new(PdfFonts.Bold, 9, PdfPalette.Navy, Tracking: 0.3);
    private static readonly PdfStyle Title = new(PdfFonts.Serif, 20, PdfPalette.Navy, Leading: 1.2);
    private static readonly PdfStyle Plain = new(PdfFonts.Regular, 10, PdfPalette.Grey);
    private static readonly PdfStyle Figure = new(PdfFonts.Bold, 17, PdfPalette.Navy);
    private static readonly PdfStyle Label = new(PdfFonts.Regular, 8.5, PdfPalette.Grey);
    private static readonly PdfStyle Small = new(PdfFonts.Regular, 8, PdfPalette.Grey);

    public byte[] Write(CohortSheet sheet)
    {
        var title = words["Progress of {0}", sheet.Cohort.Name];
        var document = new PdfDocument(title, CultureInfo.CurrentUICulture, words["HTI Academy"], words["Weekly report of a cohort"], sheet.Figures.AsOf);
        var page = document.AddPage(Paper);
        var y = Heading(page, title, sheet);
        y = Totals(page, y, sheet.Figures);
        Table(document, sheet).Draw(page, y, sheet.Figures.Officers.Select(officer => Row(sheet, officer)));
        Feet(document);
        return document.Save();
    }

    private double Heading(PdfPage page, string title, CohortSheet sheet)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        page.Text(PdfTag.P, Wordmark, Area.X, Area.Y + Wordmark.CapHeight, words["Human Trafficking Institute · Academy"]);
        page.Artifact(canvas => canvas.Line(Area.X, Area.Y + 14, Area.Right, Area.Y + 14, 1.5, PdfPalette.Gold));
        var y = page.Paragraph(PdfTag.H1, Title, Area.X, Area.Y + 42, Area.Width, title);
        string[] lines =
        [
            $"{sheet.CourseTitle(language)} · {sheet.Country.Name(language)} · {LocalTime.Show(sheet.Cohort.StartsOn)} – {LocalTime.Show(sheet.Cohort.DueOn)}",
            sheet.AgencyName is null ? words["All officers of the cohort"] : words["Officers of {0}", sheet.AgencyName],
            words["As of {0}", LocalTime.Show(sheet.Figures.AsOf, sheet.Country)],
        ];
        return lines.Aggregate(y - 6, (at, line) => page.Paragraph(PdfTag.P, Plain, Area.X, at, Area.Width, line));
    }

    private double Totals(PdfPage page, double y, CohortFigures figures)
    {
        (string Label, string Value)[] totals =
        [
            (words["Officers"], Number(figures.Taking.Count())),
            (words["Not started"], Number(figures.NotStarted)),
            (words["Completed"], Number(figures.Completed)),
            (words["Certificates"], Number(figures.Certificates)),
            (words["Mean of the best finals (%)"], Number(figures.MeanFinal)),
            (words["Need a trainer"], Number(figures.NeedTrainer)),
            (words["Not active for 14 days"], Number(figures.Inactive)),
        ];
        var width = Area.Width / totals.Length;
        var top = y + Figure.LineHeight;
        var lines = 0;
        for (var i = 0; i < totals.Length; i++)
        {
            var (x, value, labels) = (Area.X + i * width, totals[i].Value, Label.Wrap(totals[i].Label, width - 8));
            page.Mark(page.Section.Add(PdfTag.P), canvas =>
            {
                canvas.Text(Figure, x, top, value);
                canvas.Lines(Label, x, top + Label.LineHeight + 3, width - 8, labels);
            });
            lines = Math.Max(lines, labels.Count);
        }

        return top + (lines + 1) * Label.LineHeight + 6;
    }

    private PdfTable Table(PdfDocument document, CohortSheet sheet)
    {
        PdfColumn[] columns =
        [
            new(words["Officer"], 132),
            new(words["Agency"], 104),
            new(words["State"], 60),
            new(words["Modules read"], 48, PdfAlign.Right),
            new(words["Quizzes passed"], 74, PdfAlign.Right),
            new(words["Best final (%)"], 60, PdfAlign.Right),
            new(words["Last active"], 62),
            new(words["Certificate"], 100),
        ];
        var left = Area.Width - columns.Sum(column => column.Width);
        return new PdfTable(document, Area, [.. columns, new PdfColumn(words["Next step"], left)])
        {
            HeadingStyle = new PdfStyle(PdfFonts.Bold, 8.5, PdfPalette.Navy, Leading: 1.2),
            CellStyle = new PdfStyle(PdfFonts.Regular, 8.5, PdfPalette.Ink),
        };
    }

    private string[] Row(CohortSheet sheet, OfficerFigures officer) =>
    [
        officer.Rank is null ? officer.Name : $"{officer.Name}\n{officer.Rank}",
        officer.AgencyName ?? "",
        words.Say(officer.State),
        words["{0} of {1}", officer.ModulesRead, officer.Modules],
        words["{0} of {1}", officer.QuizzesPassed, officer.Modules],
        Number(officer.FinalBest),
        officer.LastActiveAt is { } active ? sheet.Country.LocalTime(active).ToString("d", CultureInfo.CurrentCulture) : "",
        officer.CertificateNumber ?? "",
        words.Say(officer.Next, officer.Progress, sheet.Country),
    ];

    private void Feet(PdfDocument document)
    {
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var number = words["Page {0} of {1}", i + 1, document.Pages.Count];
            document.Pages[i].Artifact(canvas =>
            {
                canvas.Text(Small, Area.X, Paper.Height - Margin, words["Personal data: for the readers it was sent to, and nobody else."]);
                canvas.Text(Small, Area.Right, Paper.Height - Margin, number, PdfAlign.Right);
            });
        }
    }

    private static string Number(decimal? number) => number?.ToString("0.#", CultureInfo.CurrentCulture) ?? "–";
}
