using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>What is guessed at, and how often it may be.</summary>
public enum GuessKind
{
    Password,

    /// <summary>Of the second step: six digits are soon guessed.</summary>
    Code,

    /// <summary>Not a guess, but counted alike: mails to who forgot the password.</summary>
    Mail,
}

/// <summary>
/// One try at an account from one network or one known device. It is counted before it is looked at, whether there is such
/// an account or not, so that neither the answer nor its time tells.
/// </summary>
public sealed class Guess
{
    /// <summary>For so long it is counted, too.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private Guess()
    {
    }

    public Guess(GuessKind kind, string account, string origin, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        Kind = kind;
        Account = HashOf(account);
        Origin = origin;
        At = now;
    }

    public Guid Id { get; private set; }

    public GuessKind Kind { get; private set; }

    /// <summary>A hash: some type their password into the field of the name.</summary>
    public string Account { get; private set; } = "";

    public string Origin { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static string HashOf(string account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)));
}

/// <param name="Name">A hash of the network, or of the device.</param>
/// <param name="IsKnown">Somebody has signed in with this account on this device before.</param>
public readonly record struct GuessOrigin(string Name, bool IsKnown);

internal sealed class GuessMapping : IEntityTypeConfiguration<Guess>
{
    public void Configure(EntityTypeBuilder<Guess> builder)
    {
        builder.Property(g => g.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(g => g.Account).HasMaxLength(64);
        builder.Property(g => g.Origin).HasMaxLength(64);
        builder.HasIndex(g => new { g.Account, g.Kind, g.At });
        builder.HasIndex(g => g.At);
    }
}
