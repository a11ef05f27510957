using System.CommandLine;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Commands;

internal static class AuditCommands
{
    public static Command All() => new("audit", "The audit log.") { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", "Finds any altered, removed or reordered entry of the audit log, except a cut at its end.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = await CommandLine.OpenAcademyAsync();
            await using var db = app.Services.GetRequiredService<Academy>().Open(Scope.Everything);
            var broken = await db.FindBrokenAuditEntryAsync(cancellationToken);
            Console.WriteLine(broken is null ? "The audit log is whole." : $"The audit log is broken at entry {broken}.");
            return broken is null ? CommandLine.Good : CommandLine.Findings;
        });
        return command;
    }
}
