using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A country whose only trainer may publish what they wrote themselves. A version that came so says it.</summary>
public sealed class SelfApproval
{
    private SelfApproval()
    {
    }

    public SelfApproval(string country, Person allowedBy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(allowedBy);
        Country = country;
        AllowedById = allowedBy.Id;
        AllowedAt = now;
    }

    public string Country { get; private set; } = "";

    public Guid AllowedById { get; private set; }

    public DateTimeOffset AllowedAt { get; private set; }
}

internal sealed class SelfApprovalMapping : IEntityTypeConfiguration<SelfApproval>
{
    public void Configure(EntityTypeBuilder<SelfApproval> builder)
    {
        builder.HasKey(a => a.Country);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.AllowedById).OnDelete(DeleteBehavior.Restrict);
    }
}
