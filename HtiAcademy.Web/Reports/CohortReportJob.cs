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
    Academy academy, CohortRegister register, ReportPress press, ReportLetter letter, TimeProvider clock, ILogger<CohortReportJob> log) : IAcademyJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (reports, mails, mishaps) = (0, 0, new Mishaps(log));
        foreach (var cohort in await BegunAsync(cancellationToken))
        {
            List<Guid?> readers = [];
            await mishaps.TryAsync($"cohort {cohort.Name}", async () => readers = await LackingAsync(cohort, cancellationToken));
            foreach (var agencyId in readers)
            {
                await mishaps.TryAsync($"report on {cohort.Name} for {CohortReport.Reader(agencyId)}", async () =>
                {
                    if (await MakeAsync(cohort, agencyId, cancellationToken) is { } mailed)
                    {
                        reports++;
                        mails += mailed;
                    }
                });
            }
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

    /// <returns>For whom this week's report is not made yet: null for trainers, and the ids of agencies.</returns>
    private async Task<List<Guid?>> LackingAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var sheet = await register.ReadAsync(db, cohort, agencyId: null, cancellationToken);
        if (!sheet.Figures.IsReported(cohort, sheet.Today))
        {
            return [];
        }

        var week = CohortReport.MondayOf(sheet.Today);
        var made = await db.CohortReports.Weekly().Where(r => r.CohortId == cohort.Id && r.Week == week).Select(r => r.For).ToListAsync(cancellationToken);
        return [.. new Guid?[] { null }.Concat(sheet.Figures.Agencies.Cast<Guid?>()).Where(agencyId => !made.Contains(CohortReport.Reader(agencyId), StringComparer.Ordinal))];
    }

    /// <returns>How many it was mailed to; null when it was made meanwhile.</returns>
    private async Task<int?> MakeAsync(Cohort cohort, Guid? agencyId, CancellationToken cancellationToken)
    {
        await using var records = academy.Open(Scope.Everything);
        var sheet = await register.ReadInFullAsync(records, cohort, agencyId, cancellationToken);
        var readers = await ReadersAsync(records, cohort, agencyId, cancellationToken);
        // One paper for all its readers, in the language of the first. It is drawn before anything is written: writers wait for each other.
        var report = press.Print(sheet, agencyId, Language.Culture(readers.FirstOrDefault()?.Language ?? "en", cohort.Country));
        var letters = readers.ConvertAll(reader => letter.Write(report, sheet, reader));
        return await academy.WriteAsync(
            Scope.Everything,
            async db =>
            {
                // Another node may have been first.
                if (await db.CohortReports.Weekly().AnyAsync(r => r.CohortId == report.CohortId && r.For == report.For && r.Week == report.Week, cancellationToken))
                {
                    return (int?)null;
                }

                db.Add(report);
                db.AddRange(letters);
                return letters.Count;
            },
            cancellationToken);
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
