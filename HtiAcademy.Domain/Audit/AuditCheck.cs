namespace HtiAcademy.Domain.Audit;

/// <summary>Where the log ended at some moment.</summary>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>Of a log without entries.</summary>
    public static readonly AuditHead None = new(0, "");
}

public enum AuditFaultKind
{
    /// <summary>The entry was altered, or one was removed, added or moved there.</summary>
    Altered,

    /// <summary>The log once went on beyond this entry.</summary>
    Cut,

    /// <summary>The chain holds, but is not the one that stood there once: all from some entry on was written anew.</summary>
    Rewritten,
}

/// <param name="At">The number of the entry.</param>
public sealed record AuditFault(AuditFaultKind Kind, long At)
{
    public override string ToString() => Kind switch
    {
        AuditFaultKind.Altered => $"The audit log is broken at entry {At}.",
        AuditFaultKind.Cut => $"The audit log ends at entry {At}, and once went on beyond it.",
        _ => $"The audit log was written anew at entry {At} or before it.",
    };
}

/// <param name="Head">Where the log ends, or the whole part of it.</param>
/// <param name="Fault">Null when the log is whole.</param>
public sealed record AuditCheck(AuditHead Head, AuditFault? Fault);
