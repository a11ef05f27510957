using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// Draws what was asked for, run by run. A run that was cut short is begun again: it takes seconds, and its papers are the
/// same to the byte.
/// </summary>
public sealed class PrintRunJob(Academy academy, CertificatePress press, TimeProvider clock, ILogger<PrintRunJob> log) : IAcademyJob
{
    private const int DrawnBetweenReports = 25;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (runs, papers, mishaps) = (0, 0, new Mishaps(log));
        await using var db = academy.Open(Scope.Everything);
        await db.PrintRuns.Where(r => r.AskedAt < now - PrintRun.KeptFor).ExecuteDeleteAsync(cancellationToken);
        var waiting = await db.PrintRuns.Where(r => r.State == PrintState.Waiting || r.State == PrintState.Running).OrderBy(r => r.AskedAt).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            await mishaps.TryAsync($"print run {id}", async () =>
            {
                if (await ChangeAsync(id, run => run.Begin(clock.GetUtcNow()), cancellationToken) is { State: PrintState.Running } run)
                {
                    papers += await PrintAsync(run, cancellationToken);
                    runs++;
                }
            });
        }

        return mishaps.Report(string.Create(CultureInfo.InvariantCulture, $"{runs} runs, {papers} certificates"));
    }

    private async Task<int> PrintAsync(PrintRun run, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var standing = await db.Certificates.AsNoTracking().Printable().Where(c => run.Certificates.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        // Some may have been revoked, or their holder forgotten, since they were asked for.
        var certificates = run.Certificates.Where(standing.ContainsKey).Select(id => standing[id]).ToList();
        if (certificates.Count == 0)
        {
            await ChangeAsync(run.Id, failed => failed.Fail(clock.GetUtcNow()), cancellationToken);
            return 0;
        }

        var emblems = await db.EmblemsOfAsync(certificates, cancellationToken);
        using var inTheirs = Language.Speak(Language.Culture(await db.People.Where(p => p.Id == run.AskedById).Select(p => p.Language).SingleAsync(cancellationToken)));
        using var sheaf = Sheaf.Of(run, press);
        foreach (var certificate in certificates)
        {
            sheaf.Add(certificate, emblems.GetValueOrDefault(certificate.Printed.EmblemId ?? ""));
            if (sheaf.Count % DrawnBetweenReports == 0)
            {
                await ChangeAsync(run.Id, running => running.Progress(sheaf.Count), cancellationToken);
            }
        }

        await FinishAsync(run.Id, certificates, sheaf.Finish(), cancellationToken);
        return certificates.Count;
    }

    private Task FinishAsync(Guid id, List<Certificate> certificates, byte[] file, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        async db =>
        {
            var now = clock.GetUtcNow();
            var run = await db.PrintRuns.SingleAsync(r => r.Id == id, cancellationToken);
            if (run.State == PrintState.Done)
            {
                return;
            }

            var by = await db.People.SingleAsync(p => p.Id == run.AskedById, cancellationToken);
            run.Finish(certificates.Count, file.Length, now);
            db.Add(new PrintedFile(id, file));
            db.AddRange(certificates.Select(certificate => new Printing(certificate, by.Id, id, now)));
            await db.AuditAsync(by.AuditName, "certificates.printed", $"{certificates.Count} certificates, {run.Name}", "", now, cancellationToken);
        },
        cancellationToken);

    private Task<PrintRun?> ChangeAsync(Guid id, Action<PrintRun> change, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.Everything,
        async db =>
        {
            // Its time may be over meanwhile.
            var run = await db.PrintRuns.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (run is not null)
            {
                change(run);
            }

            return run;
        },
        cancellationToken);
}
