using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Jobs;

/// <summary>Pauses jobs and lets them go on, and notes who did.</summary>
public sealed class JobPauses(IJobScheduling scheduling, Academy academy, TimeProvider clock)
{
    public async Task PauseAsync(TimetabledJob job, Guid byId, string from, CancellationToken cancellationToken)
    {
        if (await scheduling.PauseAsync(job, cancellationToken))
        {
            await AuditAsync("job.paused", job, byId, from, cancellationToken);
        }
    }

    public async Task ResumeAsync(TimetabledJob job, Guid byId, string from, CancellationToken cancellationToken)
    {
        if (await scheduling.ResumeAsync(job, cancellationToken))
        {
            await AuditAsync("job.resumed", job, byId, from, cancellationToken);
        }
    }

    private Task AuditAsync(string what, TimetabledJob job, Guid byId, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.EverythingFor(byId),
        async db =>
        {
            var by = await db.People.SingleAsync(p => p.Id == byId, cancellationToken);
            await db.AuditAsync(by.AuditName, what, job.Name, from, clock.GetUtcNow(), cancellationToken);
        },
        cancellationToken);
}
