using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Audit;

/// <summary>Who did what to which record, from where. Each entry carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    internal AuditEntry(AuditEntry? previous, string by, string what, string record, string from, DateTimeOffset now)
    {
        Sequence = (previous?.Sequence ?? 0) + 1;
        // Databases keep whole microseconds at best; the hash must see what will be read back.
        At = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        By = by;
        What = what;
        Record = record;
        From = from;
        PreviousHash = previous?.Hash ?? "";
        Hash = ComputeHash();
    }

    /// <summary>1 for the first, without gaps.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>Such as <c>certificate.revoked</c>.</summary>
    public string What { get; private set; } = "";

    /// <summary>The record it was done to, with what a reader must know of it.</summary>
    public string Record { get; private set; } = "";

    /// <summary>The network address, or <c>command line</c>.</summary>
    public string From { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Whether the entry stands unaltered behind <paramref name="previous"/>.</summary>
    public bool Follows(AuditEntry? previous) =>
        Sequence == (previous?.Sequence ?? 0) + 1 && PreviousHash == (previous?.Hash ?? "") && Hash == ComputeHash();

    private string ComputeHash()
    {
        // The length before each field keeps two different entries from giving the same text.
        var text = new StringBuilder();
        string[] fields = [Sequence.ToString(CultureInfo.InvariantCulture), At.UtcTicks.ToString(CultureInfo.InvariantCulture), By, What, Record, From, PreviousHash];
        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.By).HasMaxLength(300);
        builder.Property(e => e.What).HasMaxLength(100);
        builder.Property(e => e.Record).HasMaxLength(1000);
        builder.Property(e => e.From).HasMaxLength(100);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
        builder.Property(e => e.Hash).HasMaxLength(64);
    }
}
