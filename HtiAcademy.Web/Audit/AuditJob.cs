using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;

namespace HtiAcademy.Web.Audit;

/// <summary>Goes through the audit log, and notes where it ends: in a signed file, and in the program's own log for whoever collects that.</summary>
public sealed class AuditJob(Academy academy, AuditCheckpoints checkpoints, TimeProvider clock, ILogger<AuditJob> log) : IAcademyJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var check = await db.CheckAuditAsync([.. checkpoints.Read().Select(checkpoint => checkpoint.Head)], cancellationToken);
        if (check.Fault is { } fault)
        {
            throw new InvalidDataException(fault.ToString());
        }

        checkpoints.Add(check.Head, clock.GetUtcNow());
        log.LogInformation("The audit log is whole and ends at entry {Sequence} with {Hash}", check.Head.Sequence, check.Head.Hash);
        return $"{check.Head.Sequence} entries, whole";
    }
}
