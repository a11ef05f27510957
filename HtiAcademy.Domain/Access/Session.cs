using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>One sign-in on one device, until the person signs out, ends it from elsewhere or its time is over.</summary>
public sealed class Session
{
    /// <summary>Counted from its end, so that who was in from where can be asked for a while.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private static readonly TimeSpan LongestOnOwnComputer = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestOnSharedComputer = TimeSpan.FromHours(4);
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    private Session()
    {
    }

    /// <param name="device">Such as <c>Firefox, Windows</c>; empty when the browser does not say.</param>
    /// <param name="network">The network address without the part that tells one device from its neighbours.</param>
    public Session(Person person, string device, string network, bool isShared, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        Id = Guid.CreateVersion7(now);
        PersonId = person.Id;
        SecurityStamp = person.SecurityStamp ?? "";
        Device = device;
        Network = network;
        IsShared = isShared;
        BeganAt = SeenAt = ProvedAt = now;
        EndsAt = now + (isShared ? LongestOnSharedComputer : LongestOnOwnComputer);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The person's when it began: a new one ends every session that does not carry it.</summary>
    public string SecurityStamp { get; private set; } = "";

    public string Device { get; private set; } = "";

    public string Network { get; private set; } = "";

    /// <summary>On a computer that others use too.</summary>
    public bool IsShared { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>To five minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the person last gave a password or a passkey.</summary>
    public DateTimeOffset ProvedAt { get; private set; }

    /// <summary>At the latest, however busy the person is.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpenFor(Person person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Id == PersonId && person.DeactivatedAt is null && person.SecurityStamp == SecurityStamp && EndedAt is null && now < EndsAt;
    }

    /// <summary>Whether the proof is so fresh that the person may change how they sign in.</summary>
    public static bool IsFresh(DateTimeOffset provedAt, DateTimeOffset now) => now - provedAt < ProofLasts;

    public bool WasSeen(DateTimeOffset now) => now - SeenAt < SeenPrecision;

    public void See(DateTimeOffset now) => SeenAt = now;

    /// <summary>Ends, and goes on under another name for who has just shown again that it is them.</summary>
    public Session Prove(DateTimeOffset now)
    {
        End(now);
        return new Session
        {
            Id = Guid.CreateVersion7(now), PersonId = PersonId, SecurityStamp = SecurityStamp, Device = Device, Network = Network, IsShared = IsShared,
            BeganAt = BeganAt, SeenAt = now, ProvedAt = now, EndsAt = EndsAt,
        };
    }

    /// <summary>Goes on after the person themselves ended their other sessions.</summary>
    public void Keep(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        SecurityStamp = person.SecurityStamp ?? "";
    }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.SecurityStamp).HasMaxLength(100);
        builder.Property(s => s.Device).HasMaxLength(100);
        builder.Property(s => s.Network).HasMaxLength(60);
        builder.HasIndex(s => new { s.PersonId, s.BeganAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
