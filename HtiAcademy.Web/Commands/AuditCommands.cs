using System.CommandLine;
using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Audit;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Commands;

internal static class AuditCommands
{
    public static Command All() => new("audit", "The audit log.") { Verify() };

    private static Command Verify()
    {
        var head = new Option<string?>("--head") { Description = "Where the log is known to have ended: an entry's number and its hash with a colon between, as the program's log noted them." };
        var command = new Command("verify", "Finds any altered, removed or reordered entry of the audit log, and a cut at its end where a checkpoint tells of it.") { head };
        command.SetAction(async (parsed, cancellationToken) => await VerifyAsync(parsed.GetValue(head), cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(string? head, CancellationToken cancellationToken)
    {
        if (!TryRead(head, out var noted))
        {
            await Console.Error.WriteLineAsync("--head is a number, a colon and a hash of 64 digits.");
            return CommandLine.Usage;
        }

        await using var app = await CommandLine.OpenAcademyAsync();
        var academy = app.Services.GetRequiredService<Academy>();
        await app.Services.GetRequiredService<AcademyKeys>().PrepareAsync(cancellationToken);
        IReadOnlyList<AuditCheckpoint> checkpoints;
        try
        {
            checkpoints = app.Services.GetRequiredService<AuditCheckpoints>().Read();
        }
        catch (InvalidDataException e)
        {
            Console.WriteLine(e.Message);
            return CommandLine.Findings;
        }

        await using var db = academy.Open(Scope.Everything);
        var check = await db.CheckAuditAsync([.. checkpoints.Select(checkpoint => checkpoint.Head), .. noted], cancellationToken);
        Console.WriteLine(check.Fault?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"The audit log is whole: {check.Head.Sequence} entries, the last of them {check.Head.Hash}."));
        Console.WriteLine(checkpoints is [.., var last]
            ? string.Create(CultureInfo.InvariantCulture, $"{checkpoints.Count} checkpoints, the last of {last.At:yyyy-MM-dd HH:mm} UTC at entry {last.Head.Sequence}: a cut after it would not be seen.")
            : "There is no checkpoint: a cut at the end would not be seen.");
        return check.Fault is null ? CommandLine.Good : CommandLine.Findings;
    }

    private static bool TryRead(string? head, out AuditHead[] noted)
    {
        noted = [];
        if (head is null)
        {
            return true;
        }

        if (head.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            noted = [new(sequence, hash)];
        }

        return noted.Length > 0;
    }
}
