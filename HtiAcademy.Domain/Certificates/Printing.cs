using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

/// <summary>That somebody took a certificate as a paper, the first time or again.</summary>
public sealed class Printing : IOfOfficer
{
    private Printing()
    {
    }

    /// <param name="run">Null when it was taken by itself.</param>
    public Printing(Certificate certificate, Guid byId, Guid? run, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Id = Guid.CreateVersion7(now);
        CertificateId = certificate.Id;
        OfficerId = certificate.OfficerId;
        Country = certificate.Country;
        AgencyId = certificate.AgencyId;
        ById = byId;
        RunId = run;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid CertificateId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public Guid ById { get; private set; }

    public Guid? RunId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class PrintingMapping : IEntityTypeConfiguration<Printing>
{
    public void Configure(EntityTypeBuilder<Printing> builder)
    {
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.HasIndex(p => new { p.CertificateId, p.At });
        // A run that is done again after a crash records each of its papers once.
        builder.HasIndex(p => new { p.RunId, p.CertificateId }).IsUnique().HasFilter("[RunId] IS NOT NULL");
        builder.HasOne<Certificate>().WithMany().HasForeignKey(p => p.CertificateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
