using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>Takes orders for many certificates at once.</summary>
public sealed class PrintDesk(Academy academy, IJobScheduling scheduling, TimeProvider clock)
{
    /// <summary>Runs of one person that wait at a time: who asks for more is led to the last of them.</summary>
    private const int MostOpen = 3;

    /// <param name="certificates">Those that stand are printed, by name as the asker's language sorts it, <see cref="PrintRun.Most"/> at most.</param>
    /// <param name="page">To return to.</param>
    /// <returns>The run; null when nothing is there to print.</returns>
    public async Task<Guid?> AskAsync(
        IQueryable<Certificate> certificates, PrintForm form, string paper, string name, string page, Guid byId, CancellationToken cancellationToken)
    {
        var standing = (await certificates.AsNoTracking().Printable().ToListAsync(cancellationToken)).InNameOrder(c => c);
        if (standing.Count is 0 or > PrintRun.Most)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = academy.Open(Scope.Everything);
        var open = await db.PrintRuns.AsNoTracking().Where(r => r.AskedById == byId && (r.State == PrintState.Waiting || r.State == PrintState.Running)).ToListAsync(cancellationToken);
        var same = open.Find(r => r.Form == form && r.Paper == paper && r.Certificates.SequenceEqual(standing.Select(c => c.Id)));
        if (same is not null || open.Count >= MostOpen)
        {
            // Asked for twice by an impatient hand it is printed once.
            return (same ?? open[^1]).Id;
        }

        var run = new PrintRun([.. standing.Select(c => c.Id)], form, paper, FileNames.Safe(name), page, byId, now);
        await academy.WriteAsync(Scope.EverythingFor(byId), db => Task.FromResult(db.Add(run)), cancellationToken);
        await scheduling.RunNowAsync(Timetable.PrintRuns, cancellationToken);
        return run.Id;
    }
}
