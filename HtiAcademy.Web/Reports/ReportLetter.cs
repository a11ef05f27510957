using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>The mail that brings a cohort's report, in the language of whoever gets it.</summary>
public sealed class ReportLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    public Mail Write(CohortReport report, CohortSheet sheet, Person reader)
    {
        using var _ = Language.Speak(Language.Culture(reader.Language, reader.Country));
        var week = LocalTime.Show(report.Week);
        var figures = sheet.Figures;
        string[] paragraphs =
        [
            words["Dear {0},", reader.FullName],
            words["The report of the week of {0} on {1} is attached, as a PDF to read and as a CSV file for a spreadsheet.", week, sheet.Cohort.Name],
            sheet.AgencyName is null ? words["It is about all officers of the cohort."] : words["It is about the officers of {0}.", sheet.AgencyName],
            words["Officers: {0}. Completed: {1}. Not started: {2}. Need a trainer: {3}.", figures.Taking.Count, figures.Completed, figures.NotStarted, figures.NeedTrainer],
            words["All your reports: {0}", address.Page("/reports")],
            sheet.AgencyName is null
                ? words["You get this message each week because you train this cohort."]
                : words["You get this message each week because you look after the officers of your agency."],
        ];
        return new Mail(
            $"report/{report.Id:N}/{reader.Id:N}",
            reader,
            words["HTI Academy: report of the week of {0}", week],
            string.Join("\n\n", paragraphs) + "\n",
            report.MadeAt,
            new MailAttachment(ReportFile.Name(report, "pdf"), ReportFile.Pdf, report.Pdf),
            new MailAttachment(ReportFile.Name(report, "csv"), ReportFile.Csv, report.Csv));
    }
}
