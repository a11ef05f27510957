using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A partner agency that was asked to read a draft of its country, to comment on it and to say that it is right.</summary>
public sealed class AgencyReading
{
    private AgencyReading()
    {
    }

    public AgencyReading(Draft draft, Agency agency, Person askedBy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(askedBy);
        if (draft.Country != agency.Country)
        {
            throw new ArgumentException("An agency reads what is written for its country.", nameof(agency));
        }

        Id = Guid.CreateVersion7(now);
        DraftId = draft.Id;
        AgencyId = agency.Id;
        AskedById = askedBy.Id;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

    public Guid AgencyId { get; private set; }

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Of the draft, that the agency approved.</summary>
    public int? ApprovedRevision { get; private set; }

    /// <summary>A later approval takes the place of an earlier one.</summary>
    public void Approve(Person by, int revision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (ApprovedById, ApprovedAt, ApprovedRevision) = (by.Id, now, revision);
    }
}

internal sealed class AgencyReadingMapping : IEntityTypeConfiguration<AgencyReading>
{
    public void Configure(EntityTypeBuilder<AgencyReading> builder)
    {
        builder.HasIndex(r => new { r.DraftId, r.AgencyId }).IsUnique();
        builder.HasOne<Draft>().WithMany().HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ApprovedById).OnDelete(DeleteBehavior.Restrict);
    }
}
