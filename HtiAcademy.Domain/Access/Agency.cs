using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>A police headquarters, prosecution service or other partner that sends officers.</summary>
public sealed class Agency
{
    public const int LongestName = 200;

    public Agency(string name, string country)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(country);
        Name = name;
        Country = country;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; private set; }

    /// <summary>What its officers' certificates show from now on; those that were issued keep theirs.</summary>
    public string? EmblemId { get; private set; }

    /// <summary>Blanks at the ends and doubled ones inside are slips of the hand.</summary>
    public static string Tidy(string? name) => string.Join(' ', TypedText.WellFormed(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();

    public static bool IsName(string? name) => Tidy(name) is { Length: > 0 and <= LongestName } tidy && TypedText.IsLine(tidy);

    /// <param name="country">Another one only while nobody belongs to it.</param>
    public void Rename(string name, string country)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(country);
        Name = name;
        Country = country;
    }

    /// <param name="emblem">Null for none.</param>
    public void Show(Emblem? emblem) => EmblemId = emblem?.Id;
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(Agency.LongestName);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.EmblemId).HasMaxLength(64);
        builder.HasIndex(a => new { a.Country, a.Name }).IsUnique();
        builder.HasOne<Emblem>().WithMany().HasForeignKey(a => a.EmblemId).OnDelete(DeleteBehavior.Restrict);
    }
}
