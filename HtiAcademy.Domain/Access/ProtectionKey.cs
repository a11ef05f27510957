using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>A key that protects cookies and forms, kept here so that every node and every restart reads the same ones.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public int Id { get; private set; }

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.HasIndex(k => k.Name).IsUnique();
    }
}
