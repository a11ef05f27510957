using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Audit;

/// <summary>
/// Where the audit log ended day by day, signed, in a file beside the database: a cut at the log's end, or a log written anew,
/// cannot be seen from the log itself. The file is as safe as where it is kept; copies elsewhere are worth having.
/// </summary>
public sealed class AuditCheckpoints(DataDirectory data, AcademyKeys keys)
{
    public const string FileName = "audit-checkpoints.txt";

    /// <returns>The oldest first; none while nothing was ever checked here.</returns>
    /// <exception cref="InvalidDataException">A line was not written by this academy.</exception>
    public IReadOnlyList<AuditCheckpoint> Read()
    {
        var file = data.File(FileName);
        return File.Exists(file) ? [.. File.ReadLines(file).Index().Where(line => line.Item.Length > 0).Select(line => Read(line.Item, line.Index + 1))] : [];
    }

    /// <summary>Does nothing when the last one says the same.</summary>
    public void Add(AuditHead head, DateTimeOffset now)
    {
        if (Read() is not [.., var last] || last.Head != head)
        {
            var signed = Text(head, now);
            File.AppendAllText(data.File(FileName), $"{signed} {Convert.ToBase64String(keys.Sign(Encoding.ASCII.GetBytes(signed)))}\n");
        }
    }

    private AuditCheckpoint Read(string line, int number)
    {
        var parts = line.Split(' ');
        if (parts is [var time, var sequence, var hash, var signature]
            && DateTimeOffset.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && IsSigned(string.Join(' ', parts[..3]), signature))
        {
            return new(new(entry, hash), at);
        }

        throw new InvalidDataException($"Line {number} of {FileName} was not written by this academy.");
    }

    private bool IsSigned(string text, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length) && keys.Published.Any(key => key.Verifies(Encoding.ASCII.GetBytes(text), bytes.AsSpan(0, length)));
    }

    private static string Text(AuditHead head, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:O} {head.Sequence} {(head.Hash.Length == 0 ? "-" : head.Hash)}");
}

public sealed record AuditCheckpoint(AuditHead Head, DateTimeOffset At);
