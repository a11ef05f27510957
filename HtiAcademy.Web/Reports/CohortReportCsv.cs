using System.Globalization;
using CsvHelper;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// A cohort's figures for a spreadsheet: headings in the reader's language, numbers and times as machines write them. A
/// name that a spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
public sealed class CohortReportCsv(IStringLocalizer<Words> words)
{
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <returns>UTF-8 with the byte order mark by which Excel knows it.</returns>
    public byte[] Write(CohortSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format))
        {
            csv.WriteRecord(Headings(sheet));
            foreach (var officer in sheet.Figures.Officers)
            {
                csv.WriteRecord(Cells(sheet, officer));
            }
        }

        return bytes.ToArray();
    }

    private string[] Headings(CohortSheet sheet) =>
    [
        words["Officer"], words["Rank"], words["Agency"], words["State"],
        words["Modules read"], words["Modules"], words["Quizzes passed"], words["Quizzes"], words["Best final (%)"],
        words["Last active ({0})", sheet.Country.Zone], words["Certificate"], words["Next step"],
    ];

    private string[] Cells(CohortSheet sheet, OfficerFigures officer) =>
    [
        officer.Name, officer.Rank ?? "", officer.AgencyName ?? "", words.Say(officer.State),
        Number(officer.ModulesRead), Number(officer.Modules), Number(officer.QuizzesPassed), Number(officer.Modules), Number(officer.FinalBest),
        officer.LastActiveAt is { } active ? sheet.Country.LocalTime(active).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
        officer.CertificateNumber ?? "", words.Say(officer.Next, officer.Progress, sheet.Country),
    ];

    private static string Number(decimal? number) => number?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
}
