using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Privacy;

/// <summary>Deletes what <see cref="Retention"/> says was kept long enough, where no other job does.</summary>
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
        return $"deleted {sessions} sessions, {invitations} invitations, {tries} tries at signing in, {runs} runs of jobs, {reminders} reminders";
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
