using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

public enum InvitationKind
{
    /// <summary>To begin with: the account has no password yet.</summary>
    Join,

    /// <summary>After a forgotten one.</summary>
    NewPassword,
}

public enum InvitationState
{
    Open,
    Used,
    Revoked,
    Expired,
}

/// <summary>
/// A one-time code with which a person sets a password, sent by mail or printed on a slip. A new one for the same purpose
/// takes the place of those before it.
/// </summary>
public sealed class Invitation
{
    /// <summary>Counted from the day on which it expires.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    private Invitation()
    {
    }

    /// <param name="byId">Who invites; null for who asked for a new password themselves.</param>
    public Invitation(Person person, InvitationKind kind, EntryCode code, bool byMail, Guid? byId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (byMail && person.Email is null)
        {
            throw new ArgumentException($"{person.FullName} has no mail address.", nameof(byMail));
        }

        Id = Guid.CreateVersion7(now);
        PersonId = person.Id;
        Kind = kind;
        CodeHash = code.Hash;
        ByMail = byMail;
        ById = byId;
        MadeAt = now;
        ExpiresAt = now + Lasts(kind, byMail);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public InvitationKind Kind { get; private set; }

    public string CodeHash { get; private set; } = "";

    /// <summary>Otherwise on a slip.</summary>
    public bool ByMail { get; private set; }

    public Guid? ById { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>An invitation waits for whoever is in the field; a new password is asked for by who stands at the door.</summary>
    public static TimeSpan Lasts(InvitationKind kind, bool byMail) => kind switch
    {
        InvitationKind.Join => TimeSpan.FromDays(30),
        _ when byMail => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(2),
    };

    public InvitationState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? InvitationState.Used
        : RevokedAt is not null ? InvitationState.Revoked
        : now >= ExpiresAt ? InvitationState.Expired
        : InvitationState.Open;

    /// <returns>False when it no longer lets anybody in.</returns>
    public bool Use(DateTimeOffset now)
    {
        if (StateAt(now) != InvitationState.Open)
        {
            return false;
        }

        UsedAt = now;
        return true;
    }

    /// <summary>Does nothing once it was used or revoked.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (UsedAt is null)
        {
            RevokedAt ??= now;
        }
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.CodeHash).HasMaxLength(64);
        // Of two who use it at once, one is too late.
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
        builder.Property(i => i.RevokedAt).IsConcurrencyToken();
        builder.HasIndex(i => i.CodeHash).IsUnique();
        builder.HasIndex(i => new { i.PersonId, i.Kind });
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
