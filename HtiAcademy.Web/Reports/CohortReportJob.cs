using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>
/// Makes the week's reports: for each cohort under way one to its trainers about all its officers, and one to each agency
/// about its own. What was made this week is not made again.
/// </summary>
public sealed class CohortReportJob(
    Academy academy, CohortRegister register, CohortTables tables, CohortReportPdf pdf, CohortReportCsv csv, ReportLetter letter, TimeProvider clock, ILogger<CohortReportJob> log) : IAcademyJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (reports, mails, mishaps) = (0, 0, new Mishaps(log));
        foreach (var cohort in await BegunAsync(cancellationToken))
        {
            await mishaps.TryAsync($"cohort {cohort.Name}", async () =>
            {
                var made = await academy.WriteAsync(Scope.Everything, db => ReportAsync(db, cohort, cancellationToken), cancellationToken);
                reports += made.Count;
                mails += made.Sum(readers => readers);
            });
        }

        return mishaps.Report($"{reports} made, {mails} mails written");
    }

    private async Task<List<Cohort>> BegunAsync(CancellationToken cancellationToken)
    {
        // A day later than in any time zone; the exact rule is the figures'.
        var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        await using var db = academy.Open(Scope.Everything);
        return await db.Cohorts.AsNoTracking()
            .Where(c => c.StartsOn <= tomorrow && c.DueOn >= tomorrow.AddDays(-CohortFigures.ReportedDaysAfterDue - 2))
            .ToListAsync(cancellationToken);
    }

    /// <returns>For each report made, how many it was mailed to.</returns>
    private async Task<List<int>> ReportAsync(AcademyDb db, Cohort cohort, CancellationToken cancellationToken)
    {
        var sheet = await register.ReadAsync(db, cohort, agencyId: null, cancellationToken);
        var mailed = new List<int>();
        if (!sheet.Figures.IsReported(cohort, sheet.Today))
        {
            return mailed;
        }

        var week = CohortReport.MondayOf(sheet.Today);
        var made = await db.CohortReports.Where(r => r.CohortId == cohort.Id && r.Week == week && r.RunId == Guid.Empty).Select(r => r.For).ToListAsync(cancellationToken);
        foreach (var agencyId in new Guid?[] { null }.Concat(sheet.Figures.Agencies.Cast<Guid?>()))
        {
            if (!made.Contains(CohortReport.Reader(agencyId), StringComparer.Ordinal))
            {
                mailed.Add(await MakeAsync(db, await register.ReadInFullAsync(db, cohort, agencyId, cancellationToken), agencyId, week, cancellationToken));
            }
        }

        return mailed;
    }

    private async Task<int> MakeAsync(AcademyDb db, CohortSheet sheet, Guid? agencyId, DateOnly week, CancellationToken cancellationToken)
    {
        var readers = await ReadersAsync(db, sheet.Cohort, agencyId, cancellationToken);
        // One paper for all its readers, in the language of the first.
        using var _ = Language.Speak(Language.Culture(readers.FirstOrDefault()?.Language ?? "en", sheet.Cohort.Country));
        var body = tables.Write(sheet);
        var report = new CohortReport(sheet.Cohort, agencyId, week, pdf.Write(body), csv.Write(body), sheet.Figures.AsOf, sheet.AgencyName);
        db.Add(report);
        readers.ForEach(reader => db.Add(letter.Write(report, sheet, reader)));
        return readers.Count;
    }

    private static Task<List<Person>> ReadersAsync(AcademyDb db, Cohort cohort, Guid? agencyId, CancellationToken cancellationToken)
    {
        var trainers = cohort.Trainers.Select(t => t.PersonId).ToList();
        var readers = agencyId is null
            ? db.People.Where(p => trainers.Contains(p.Id))
            : db.People.Where(p => p.AgencyId == agencyId && p.Roles.HasFlag(Roles.Partner));
        return readers.Where(p => p.Email != null && p.DeactivatedAt == null).OrderBy(p => p.Email).ToListAsync(cancellationToken);
    }
}
