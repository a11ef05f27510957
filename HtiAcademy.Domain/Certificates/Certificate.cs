using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

/// <summary>That an officer completed a course. Whoever holds the paper can ask whether it still stands.</summary>
public sealed class Certificate : IOfOfficer
{
    /// <summary>In characters: long enough to say something.</summary>
    public const int ShortestReason = 10;

    public const int LongestReason = 500;

    /// <summary>What stands in place of a reason once the holder was forgotten.</summary>
    public const string ForgottenReason = "Reason deleted with the person's data";

    /// <summary>Counted from its last day, before it and after it.</summary>
    public const int RenewalDays = 90;

    /// <summary>Places in the status list of a year, where wallets look up whether a certificate still stands: the least that the W3C allows, since fewer would not hide one among many.</summary>
    public const int StatusPlaces = 131_072;

    private Certificate()
    {
    }

    /// <param name="sequence">The next of its country and year, from 1 without gaps.</param>
    /// <param name="statusIndex">A place below <see cref="StatusPlaces"/> that no other certificate of the year has.</param>
    public Certificate(Enrolment enrolment, Printed printed, int sequence, VerificationCode code, int statusIndex, DateTimeOffset now)
        : this(printed, sequence, code, statusIndex, now)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        if (enrolment.State != EnrolmentState.Completed)
        {
            throw new InvalidOperationException("Only a completed enrolment earns a certificate.");
        }

        EnrolmentId = enrolment.Id;
        OfficerId = enrolment.OfficerId;
        Country = enrolment.Country;
        AgencyId = enrolment.AgencyId;
        Edition = 1;
    }

    private Certificate(Printed printed, int sequence, VerificationCode code, int statusIndex, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(statusIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(statusIndex, StatusPlaces);
        Id = Guid.CreateVersion7(now);
        Year = printed.CompletedOn.Year;
        Sequence = sequence;
        Code = code;
        StatusIndex = statusIndex;
        Printed = printed;
        IssuedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid EnrolmentId { get; private set; }

    /// <summary>1 for the certificate that the completion earned; a corrected one is the next.</summary>
    public int Edition { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public int Year { get; private set; }

    public int Sequence { get; private set; }

    public VerificationCode Code { get; private set; }

    /// <summary>Drawn by lot, so that the public list of what was revoked tells no numbers.</summary>
    public int StatusIndex { get; private set; }

    public Printed Printed { get; private set; } = null!;

    /// <summary>Null for certificates that are older than proofs, until the academy next starts.</summary>
    public string? Statement { get; private set; }

    /// <inheritdoc cref="CertificateProof"/>
    public string? Credential { get; private set; }

    /// <summary>What is left of the holder's name once they asked to be forgotten; null before.</summary>
    public NameSeal? HolderSeal { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedReason { get; private set; }

    /// <summary>Who approved it; who asked for it is in the <see cref="CertificateChange"/>.</summary>
    public Guid? RevokedById { get; private set; }

    /// <summary>When a corrected certificate took its place.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The certificate that corrected or renewed this one.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Such as <c>HTI-UG-2026-000123</c>.</summary>
    public string Number => new CertificateNumber(Country, Year, Sequence).ToString();

    /// <summary>Neither revoked nor superseded. Nobody gets a fresh paper of what does not stand, and it never stands again.</summary>
    public bool Stands => RevokedAt is null && SupersededAt is null;

    public bool IsForgotten => HolderSeal is not null;

    /// <summary>It stands, and the academy knows whose name to print.</summary>
    public bool CanBePrinted => Stands && !IsForgotten;

    /// <summary>Whether <paramref name="text"/> can be the reason of a revocation.</summary>
    public static bool IsReason(string? text) => Tidy(text).Length is >= ShortestReason and <= LongestReason;

    /// <param name="today">In the country's time zone.</param>
    public CertificateStatus StatusOn(DateOnly today) => this switch
    {
        { RevokedAt: not null } => CertificateStatus.Revoked,
        { SupersededAt: not null } => CertificateStatus.Superseded,
        _ when today > Printed.ValidUntil => CertificateStatus.Expired,
        _ when CanBeRenewedOn(today) => CertificateStatus.Expiring,
        _ => CertificateStatus.Valid,
    };

    /// <summary>Whether completing the course again, or its refresher, on that day renews this certificate.</summary>
    public bool CanBeRenewedOn(DateOnly day) => Stands && SuccessorId is null
        && Printed.ValidUntil is { } last && Math.Abs(day.DayNumber - last.DayNumber) <= RenewalDays;

    /// <summary>Keeps what the academy signed about it, once.</summary>
    public void Prove(CertificateProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (Statement is not null || IsForgotten)
        {
            throw new InvalidOperationException($"{Number} was signed before.");
        }

        Statement = proof.Statement;
        Credential = proof.Credential;
    }

    /// <summary>The next edition of this certificate, with the name corrected. This one is superseded by it.</summary>
    /// <param name="sequence">The next of the country and year in which this one was earned.</param>
    public Certificate Correct(string holderName, int sequence, VerificationCode code, int statusIndex, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(holderName);
        if (!CanBePrinted)
        {
            throw new InvalidOperationException($"{Number} no longer stands, or its holder was forgotten.");
        }

        var corrected = new Certificate(Printed with { HolderName = holderName, Replaces = Number }, sequence, code, statusIndex, now)
        {
            EnrolmentId = EnrolmentId,
            OfficerId = OfficerId,
            Country = Country,
            AgencyId = AgencyId,
            Edition = Edition + 1,
            SuccessorId = SuccessorId,
        };
        SupersededAt = now;
        SuccessorId = corrected.Id;
        return corrected;
    }

    /// <summary>Notes the certificate that renews this one, which stands to its own last day.</summary>
    /// <exception cref="InvalidOperationException">The other was not earned in the time for renewal.</exception>
    public void RenewBy(Certificate renewal)
    {
        ArgumentNullException.ThrowIfNull(renewal);
        if (!CanBeRenewedOn(renewal.Printed.CompletedOn) || renewal.OfficerId != OfficerId)
        {
            throw new InvalidOperationException($"{Number} cannot be renewed by {renewal.Number}.");
        }

        SuccessorId = renewal.Id;
    }

    /// <summary>Forgets the certificate that renewed this one, which was revoked.</summary>
    public void LoseRenewal()
    {
        if (SupersededAt is not null)
        {
            throw new InvalidOperationException($"{Number} was superseded, not renewed.");
        }

        SuccessorId = null;
    }

    /// <param name="reason">Whoever verifies the certificate reads it.</param>
    /// <param name="by">Who approves it.</param>
    public void Revoke(string reason, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!IsReason(reason))
        {
            throw new ArgumentException($"A reason has {ShortestReason} to {LongestReason} characters.", nameof(reason));
        }

        if (!Stands)
        {
            throw new InvalidOperationException($"{Number} no longer stands.");
        }

        RevokedReason = Tidy(reason);
        RevokedById = by.Id;
        RevokedAt = now;
    }

    /// <summary>Keeps of the holder only what tells whether a name is theirs. Does nothing the second time.</summary>
    public void Forget()
    {
        if (IsForgotten)
        {
            return;
        }

        HolderSeal = NameSeal.Of(Printed.HolderName);
        Printed = Printed with { HolderName = "", Rank = null };
        // Both have the name in them. The paper and the wallet keep theirs.
        Statement = Credential = null;
        // Whoever typed it may have named the holder.
        RevokedReason = RevokedReason is null ? null : ForgottenReason;
    }

    // Browsers count a line break as one character and send it as two.
    internal static string Tidy(string? reason) => (reason ?? "").ReplaceLineEndings("\n").Trim();
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Code).HasConversion(code => code.ToString(), text => VerificationCode.Parse(text)).HasMaxLength(32);
        builder.Property(c => c.RevokedReason).HasMaxLength(Certificate.LongestReason);
        // Of two changes at once the second is thought over again on what the first left.
        builder.Property(c => c.RevokedAt).IsConcurrencyToken();
        builder.Property(c => c.SupersededAt).IsConcurrencyToken();
        builder.Property(c => c.SuccessorId).IsConcurrencyToken();
        builder.Property(c => c.Statement).HasMaxLength(4000);
        builder.Property(c => c.HolderSeal).HasConversion(seal => seal!.ToString(), text => NameSeal.Parse(text)).HasMaxLength(NameSeal.MaxLength);
        builder.Ignore(c => c.Number).Ignore(c => c.Stands).Ignore(c => c.IsForgotten).Ignore(c => c.CanBePrinted);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.Country, c.Year, c.Sequence }).IsUnique();
        builder.HasIndex(c => new { c.EnrolmentId, c.Edition }).IsUnique();
        builder.HasIndex(c => new { c.Year, c.StatusIndex }).IsUnique();
        builder.HasIndex(c => c.OfficerId);
        builder.HasIndex(c => c.AgencyId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.RevokedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(c => c.SuccessorId).OnDelete(DeleteBehavior.Restrict);
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
            printed.Property(p => p.EmblemId).HasMaxLength(64);
            printed.Property(p => p.Replaces).HasMaxLength(30);
            printed.Property(p => p.Renews).HasMaxLength(30);
        });
    }
}
