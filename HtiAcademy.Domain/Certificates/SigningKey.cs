using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

public enum KeyUse
{
    /// <summary>An RSA key with its certificate: signs PDF files.</summary>
    Paper,

    /// <summary>A P-256 key: signs statements and credentials.</summary>
    Proof,
}

/// <summary>A key that the academy signs with, or did once: what it signed is still checked with its public part.</summary>
public sealed class SigningKey
{
    private SigningKey()
    {
    }

    /// <param name="number">The next of its use.</param>
    public SigningKey(string id, KeyUse use, int number, byte[] publicKey, byte[]? privateKey, DateTimeOffset since)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Id = id;
        Use = use;
        Number = number;
        PublicKey = publicKey;
        PrivateKey = privateKey;
        Since = since;
    }

    /// <summary>The key's RFC 7638 thumbprint for proofs, the certificate's SHA-256 in hexadecimal for paper.</summary>
    public string Id { get; private set; } = "";

    public KeyUse Use { get; private set; }

    /// <summary>From 1 for each use. Two nodes that make a key at once take the same number, and one of them wins.</summary>
    public int Number { get; private set; }

    /// <summary>SubjectPublicKeyInfo for proofs, the X.509 certificate for paper; DER both.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>PKCS #8. Null when whoever runs the academy supplies the key and keeps it elsewhere.</summary>
    public byte[]? PrivateKey { get; private set; }

    /// <summary>When this academy first had the key.</summary>
    public DateTimeOffset Since { get; private set; }
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.Property(k => k.Id).HasMaxLength(64);
        builder.Property(k => k.Use).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(k => new { k.Use, k.Number }).IsUnique();
    }
}
