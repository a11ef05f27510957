using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>A person's authenticator app, once its first code was right.</summary>
public sealed class Authenticator
{
    private Authenticator()
    {
    }

    /// <param name="protectedSecret">So that the database alone lets nobody in.</param>
    /// <param name="step">Of the code that was right.</param>
    public Authenticator(Guid personId, string protectedSecret, long step, DateTimeOffset now)
    {
        PersonId = personId;
        ProtectedSecret = protectedSecret;
        LastStep = step;
        AddedAt = now;
    }

    public Guid PersonId { get; private set; }

    public string ProtectedSecret { get; private set; } = "";

    /// <summary>No code of this step of <see cref="Totp"/> or before is taken again.</summary>
    public long LastStep { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public void Use(long step) => LastStep = step;
}

/// <summary>Lets a person through the second step once, without app and passkey. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many a person gets at a time.</summary>
    public const int Number = 10;

    private RecoveryCode()
    {
    }

    public RecoveryCode(Guid personId, EntryCode code)
    {
        Id = Guid.CreateVersion7();
        PersonId = personId;
        CodeHash = code.Hash;
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string CodeHash { get; private set; } = "";
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.HasKey(a => a.PersonId);
        builder.Property(a => a.PersonId).ValueGeneratedNever();
        builder.Property(a => a.ProtectedSecret).HasMaxLength(1000);
        // Of two who use one code at once, one is too late.
        builder.Property(a => a.LastStep).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<Authenticator>(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.HasIndex(c => c.CodeHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
