using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

public enum CertificateStatus
{
    Valid,
    Revoked,
    Expired,
}

/// <summary>What is printed on the paper, kept as it was when issued whatever changes later.</summary>
/// <param name="CompletedOn">In the country's time zone.</param>
/// <param name="ScoreBand">Such as <c>80–89 %</c>.</param>
/// <param name="CourseVersion">The number of the version that was taught.</param>
/// <param name="Trainers">Their names, one a line.</param>
/// <param name="Replaces">The number of the certificate that this one corrects.</param>
/// <param name="Renews">The number of the certificate that this one renews.</param>
public sealed record Printed(
    string HolderName,
    string? Rank,
    string? AgencyName,
    string CountryName,
    string CourseTitle,
    int CourseVersion,
    decimal Hours,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    string ScoreBand,
    string Trainers,
    string Language,
    string? Replaces = null,
    string? Renews = null);

/// <summary>That an officer completed a course. Whoever holds the paper can ask whether it still stands.</summary>
public sealed class Certificate : IOfOfficer
{
    /// <summary>In characters: long enough to say something.</summary>
    public const int ShortestReason = 10;

    public const int LongestReason = 500;

    private Certificate()
    {
    }

    /// <param name="sequence">The next of its country and year, from 1 without gaps.</param>
    public Certificate(Enrolment enrolment, Printed printed, int sequence, VerificationCode code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        if (enrolment.State != EnrolmentState.Completed)
        {
            throw new InvalidOperationException("Only a completed enrolment earns a certificate.");
        }

        Id = Guid.CreateVersion7(now);
        EnrolmentId = enrolment.Id;
        OfficerId = enrolment.OfficerId;
        Country = enrolment.Country;
        AgencyId = enrolment.AgencyId;
        Year = printed.CompletedOn.Year;
        Sequence = sequence;
        Code = code;
        Printed = printed;
        IssuedAt = now;
    }

    /// <param name="statusIndex">A place in the status list that no other certificate of the year has.</param>
    public Certificate(Enrolment enrolment, Printed printed, int sequence, VerificationCode code, int statusIndex, DateTimeOffset now)
        : this(enrolment, printed, sequence, code, now) => StatusIndex = statusIndex;

    public Guid Id { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public int Year { get; private set; }

    public int Sequence { get; private set; }

    public VerificationCode Code { get; private set; }

    public int StatusIndex { get; private set; }

    public Printed Printed { get; private set; } = null!;

    public string? Statement { get; private set; }

    public string? Credential { get; private set; }

    public DateTimeOffset? SupersededAt { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedReason { get; private set; }

    public Guid? RevokedById { get; private set; }

    /// <summary>Such as <c>HTI-UG-2026-000123</c>.</summary>
    public string Number => new CertificateNumber(Country, Year, Sequence).ToString();

    /// <summary>Nobody gets a fresh paper of what was revoked.</summary>
    public bool IsPrintable => RevokedAt is null;

    /// <summary>Whether <paramref name="text"/> can be the reason of a revocation.</summary>
    public static bool IsReason(string? text) => Tidy(text).Length is >= ShortestReason and <= LongestReason;

    /// <param name="today">In the country's time zone.</param>
    public CertificateStatus StatusOn(DateOnly today) => this switch
    {
        { RevokedAt: not null } => CertificateStatus.Revoked,
        _ when today > Printed.ValidUntil => CertificateStatus.Expired,
        _ => CertificateStatus.Valid,
    };

    public void Prove(CertificateProof proof) => (Statement, Credential) = (proof.Statement, proof.Credential);

    /// <summary>Does nothing when it was revoked before: the first reason stands.</summary>
    /// <param name="reason">Whoever verifies the certificate reads it.</param>
    /// <returns>Whether this call revoked it.</returns>
    public bool Revoke(string reason, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!IsReason(reason))
        {
            throw new ArgumentException($"A reason has {ShortestReason} to {LongestReason} characters.", nameof(reason));
        }

        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedReason = Tidy(reason);
        RevokedById = by.Id;
        RevokedAt = now;
        return true;
    }

    // Browsers count a line break as one character and send it as two.
    private static string Tidy(string? reason) => (reason ?? "").ReplaceLineEndings("\n").Trim();
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Code).HasConversion(code => code.ToString(), text => VerificationCode.Parse(text)).HasMaxLength(32);
        builder.Property(c => c.RevokedReason).HasMaxLength(Certificate.LongestReason);
        // Of two revocations at once the second finds the first, whose reason stands.
        builder.Property(c => c.RevokedAt).IsConcurrencyToken();
        builder.Ignore(c => c.Number).Ignore(c => c.IsPrintable);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.Country, c.Year, c.Sequence }).IsUnique();
        builder.HasIndex(c => c.EnrolmentId).IsUnique();
        builder.HasIndex(c => c.OfficerId);
        builder.HasIndex(c => c.AgencyId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.RevokedById).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(c => c.Printed, printed =>
        {
            printed.Property(p => p.HolderName).HasMaxLength(200);
            printed.Property(p => p.Rank).HasMaxLength(100);
            printed.Property(p => p.AgencyName).HasMaxLength(200);
            printed.Property(p => p.CountryName).HasMaxLength(100);
            printed.Property(p => p.CourseTitle).HasMaxLength(200);
            printed.Property(p => p.Hours).HasPrecision(5, 1);
            printed.Property(p => p.ScoreBand).HasMaxLength(20);
            printed.Property(p => p.Trainers).HasMaxLength(1000);
            printed.Property(p => p.Language).HasMaxLength(8);
            printed.Property(p => p.Replaces).HasMaxLength(30);
            printed.Property(p => p.Renews).HasMaxLength(30);
        });
    }
}
