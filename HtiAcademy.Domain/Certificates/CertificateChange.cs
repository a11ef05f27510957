using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

public enum CertificateChangeKind
{
    /// <summary>A certificate with the right name takes the place of this one.</summary>
    NameCorrection,

    /// <summary>The certificate no longer counts; what the officer completed stays completed.</summary>
    Revocation,

    /// <summary>The completion itself was wrong: it is withdrawn and the certificate revoked with it.</summary>
    Withdrawal,
}

/// <summary>A change to a certificate that one person asks for and another decides. Nothing happens before that.</summary>
public sealed class CertificateChange : IOfOfficer
{
    /// <summary>What a sheet of paper can hold.</summary>
    public const int LongestName = 120;

    private CertificateChange()
    {
    }

    /// <param name="holderName">As it shall stand on the certificate: for a correction of the name, and only then.</param>
    /// <param name="reason">Of a correction only those who decide read it; otherwise whoever verifies the certificate.</param>
    public CertificateChange(Certificate certificate, CertificateChangeKind kind, string? holderName, string reason, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(by);
        if (!certificate.Stands || (kind == CertificateChangeKind.NameCorrection && certificate.IsForgotten))
        {
            throw new InvalidOperationException($"{certificate.Number} no longer stands, or its holder was forgotten.");
        }

        if (!Certificate.IsReason(reason))
        {
            throw new ArgumentException("It takes a reason.", nameof(reason));
        }

        if ((kind == CertificateChangeKind.NameCorrection) != IsName(holderName) || IsSameName(holderName, certificate))
        {
            throw new ArgumentException("A correction takes another name, and nothing else takes one.", nameof(holderName));
        }

        Id = Guid.CreateVersion7(now);
        CertificateId = certificate.Id;
        OfficerId = certificate.OfficerId;
        Country = certificate.Country;
        AgencyId = certificate.AgencyId;
        Kind = kind;
        HolderName = kind == CertificateChangeKind.NameCorrection ? Tidy(holderName) : null;
        Reason = Certificate.Tidy(reason);
        AskedById = by.Id;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid CertificateId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public CertificateChangeKind Kind { get; private set; }

    public string? HolderName { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public bool? Approved { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; private set; }

    public bool Waits => DecidedAt is null;

    public static bool IsName(string? text) => Tidy(text) is { Length: > 1 and <= LongestName } name && name.Any(char.IsLetter) && name.EnumerateRunes().All(IsOfNames);

    public static bool IsSameName(string? text, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return !certificate.IsForgotten && string.Equals(Tidy(text), certificate.Printed.HolderName, StringComparison.Ordinal);
    }

    /// <summary>Nobody decides what they asked for themselves, nor about their own certificate.</summary>
    public bool MayBeDecidedBy(Guid personId) => Waits && personId != AskedById && personId != OfficerId;

    public void Approve(Person by, DateTimeOffset now) => Decide(approved: true, answer: null, by, now);

    /// <param name="answer">Whoever asked reads it.</param>
    public void Refuse(string answer, Person by, DateTimeOffset now)
    {
        if (!Certificate.IsReason(answer))
        {
            throw new ArgumentException("A refusal takes a reason.", nameof(answer));
        }

        Decide(approved: false, Certificate.Tidy(answer), by, now);
    }

    /// <summary>Letters and their marks, and what stands between them; nothing that is not seen, lest a name read otherwise than it is kept.</summary>
    private static bool IsOfNames(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        // The joiners change how the letters of some scripts are written.
        || " '’‘ʼ‐-.,·()\u200c\u200d".Contains(rune.ToString(), StringComparison.Ordinal);

    /// <summary>Blanks at the ends and doubled ones inside are slips of the hand.</summary>
    public static string Tidy(string? name) => string.Join(' ', TypedText.WellFormed(name).Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void Decide(bool approved, string? answer, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!MayBeDecidedBy(by.Id))
        {
            throw new InvalidOperationException("It is decided once, by somebody else than who asked and whose certificate it is.");
        }

        Approved = approved;
        Answer = answer;
        DecidedById = by.Id;
        DecidedAt = now;
    }
}

internal sealed class CertificateChangeMapping : IEntityTypeConfiguration<CertificateChange>
{
    public void Configure(EntityTypeBuilder<CertificateChange> builder)
    {
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.HolderName).HasMaxLength(CertificateChange.LongestName);
        builder.Property(c => c.Reason).HasMaxLength(Certificate.LongestReason);
        builder.Property(c => c.Answer).HasMaxLength(Certificate.LongestReason);
        builder.Property(c => c.DecidedAt).IsConcurrencyToken();
        builder.Ignore(c => c.Waits);
        // Of each kind one at a time. A correction does not wait for a revocation: that would tell the holder of it.
        builder.HasIndex(c => new { c.CertificateId, c.Kind }).IsUnique().HasFilter("[DecidedAt] IS NULL");
        builder.HasIndex(c => c.OfficerId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(c => c.CertificateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
