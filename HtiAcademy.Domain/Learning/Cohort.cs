using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Learning;

/// <summary>A class: officers of one country who take one course between two dates.</summary>
public sealed class Cohort
{
    private readonly List<CohortTrainer> _trainers = [];

    private Cohort()
    {
    }

    /// <param name="startsOn">In the country's time zone, as is <paramref name="dueOn"/>.</param>
    public Cohort(string name, CourseVersion version, string country, Agency? agency, DateOnly startsOn, DateOnly dueOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueOn, startsOn);
        Id = Guid.CreateVersion7();
        Name = name;
        CourseId = version.CourseId;
        VersionId = version.Id;
        Country = country;
        AgencyId = agency?.Id;
        StartsOn = startsOn;
        DueOn = dueOn;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string CourseId { get; private set; } = "";

    /// <summary>The version that new members are enrolled on.</summary>
    public Guid VersionId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public IReadOnlyList<CohortTrainer> Trainers => _trainers;

    /// <summary>Enrols new members on another version of the course. Those enrolled before keep theirs.</summary>
    public void MoveTo(CourseVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version.CourseId != CourseId)
        {
            throw new InvalidOperationException($"{Name} takes {CourseId}, not {version.CourseId}.");
        }

        VersionId = version.Id;
    }

    public void Appoint(Person trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (!trainer.TrainsIn.Contains(Country, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"{trainer.FullName} does not train in {Country}.");
        }

        if (_trainers.TrueForAll(t => t.PersonId != trainer.Id))
        {
            _trainers.Add(new CohortTrainer(trainer.Id));
        }
    }
}

public sealed record CohortTrainer(Guid PersonId);

internal sealed class CohortMapping : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.CourseId).HasMaxLength(100);
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.HasIndex(c => new { c.Country, c.Name }).IsUnique();
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(c => c.Trainers, trainer =>
        {
            trainer.ToTable("CohortTrainers");
            trainer.WithOwner().HasForeignKey("CohortId");
            trainer.HasKey("CohortId", nameof(CohortTrainer.PersonId));
            trainer.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
