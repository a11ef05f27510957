using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

/// <summary>An agency's emblem as its certificates show it. It never changes: another picture is another emblem.</summary>
public sealed class Emblem
{
    private Emblem()
    {
    }

    public Emblem(byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        Id = Convert.ToHexStringLower(SHA256.HashData(png));
        Png = png;
    }

    /// <summary>The SHA-256 of the picture.</summary>
    public string Id { get; private set; } = "";

    public byte[] Png { get; private set; } = [];
}

internal sealed class EmblemMapping : IEntityTypeConfiguration<Emblem>
{
    public void Configure(EntityTypeBuilder<Emblem> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(64);
    }
}
