using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Privacy;

/// <summary>Deletes what <see cref="Retention"/> says was kept long enough, where no other job does; and the last traces of who was erased.</summary>
public sealed class RetentionJob(Academy academy, TimeProvider clock) : IAcademyJob
{
    // So that nobody waits long to write.
    private const int AtATime = 100;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessions = await DeleteAsync(db => db.OutdatedSessions(now).Take(AtATime), cancellationToken);
        var invitations = await DeleteAsync(db => db.OutdatedInvitations(now).Take(AtATime), cancellationToken);
        var tries = await DeleteAsync(db => db.OutdatedGuesses(now).Take(AtATime), cancellationToken);
        var runs = await DeleteAsync(db => db.OutdatedJobRuns(now).Take(AtATime), cancellationToken);
        var reminders = await DeleteAsync(db => db.OutdatedReminders(now), cancellationToken);
        var forgotten = await DropBytesAsync(cancellationToken) ? "; somebody was erased: wrote the database anew" : "";
        return $"deleted {sessions} sessions, {invitations} invitations, {tries} tries at signing in, {runs} runs of jobs, {reminders} reminders{forgotten}";
    }

    /// <summary>Sees to it that what was erased is in the database's files no more.</summary>
    /// <returns>Whether anybody was erased since the job last did so.</returns>
    private async Task<bool> DropBytesAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var last = await db.JobRuns.Of(Timetable.Retention.Name).Where(r => r.Outcome == JobOutcome.Succeeded).OrderByDescending(r => r.StartedAt)
            .Select(r => (DateTimeOffset?)r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        var erased = await db.People.AnyAsync(p => p.ErasedAt != null && (last == null || p.ErasedAt >= last), cancellationToken);
        if (erased)
        {
            await academy.RewriteAsync(cancellationToken);
        }

        return await academy.EmptyLogAsync(cancellationToken) ? erased : throw new TimeoutException("Somebody read from the database all the while, so that its log could not be emptied.");
    }

    private async Task<int> DeleteAsync<T>(Func<AcademyDb, IQueryable<T>> outdated, CancellationToken cancellationToken)
    {
        for (var deleted = 0; ;)
        {
            var some = await academy.WriteAsync(Scope.Everything, db => outdated(db).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            deleted += some;
            if (some == 0)
            {
                return deleted;
            }
        }
    }
}
