using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Learning;

/// <summary>A class: officers of one country who take one course between two dates.</summary>
public sealed class Cohort
{
    public const int LongestName = 200;

    /// <summary>From the first day to the day by which officers must be done.</summary>
    public const int MostYears = 3;

    private readonly List<CohortTrainer> _trainers = [];

    private Cohort()
    {
    }

    /// <param name="startsOn">In the country's time zone, as is <paramref name="dueOn"/>.</param>
    public Cohort(string name, CourseVersion version, string country, Agency? agency, DateOnly startsOn, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(version);
        Id = Guid.CreateVersion7();
        Rename(name);
        Reschedule(startsOn, dueOn);
        CourseId = version.CourseId;
        VersionId = version.Id;
        Country = country;
        AgencyId = agency?.Id;
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

    public static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= LongestName && TypedText.IsLine(name.Trim());

    /// <summary>Whether an officer may have until <paramref name="dueOn"/> for what starts on <paramref name="startsOn"/>.</summary>
    public static bool AreDates(DateOnly startsOn, DateOnly dueOn) => dueOn >= startsOn && startsOn.Year <= DateOnly.MaxValue.Year - MostYears && dueOn <= startsOn.AddYears(MostYears);

    /// <exception cref="ArgumentException">It is no <see cref="IsName">name</see>.</exception>
    public void Rename(string name)
    {
        if (!IsName(name))
        {
            throw new ArgumentException($"A cohort's name has 1 to {LongestName} characters.", nameof(name));
        }

        Name = name.Trim();
    }

    /// <summary>Its members follow by <see cref="Enrolment.Follow"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days are not in this order or more than <see cref="MostYears"/> apart.</exception>
    public void Reschedule(DateOnly startsOn, DateOnly dueOn)
    {
        if (!AreDates(startsOn, dueOn))
        {
            throw new ArgumentOutOfRangeException(nameof(dueOn), dueOn, $"A cohort that starts on {startsOn:O} is due then or at most {MostYears} years later.");
        }

        StartsOn = startsOn;
        DueOn = dueOn;
    }

    /// <summary>Says whose officers it is for, which its new members are then taken to be.</summary>
    /// <param name="agency">Null for those of several.</param>
    public void BeFor(Agency? agency)
    {
        if (agency is not null && agency.Country != Country)
        {
            throw new InvalidOperationException($"{agency.Name} is not in {Country}.");
        }

        AgencyId = agency?.Id;
    }

    /// <summary>The same class once more, with whoever of its trainers still trains in the country and without its members.</summary>
    /// <param name="version">The one that the new members begin with.</param>
    /// <param name="staff">The people who train this cohort.</param>
    public Cohort Copy(string name, CourseVersion version, DateOnly startsOn, DateOnly dueOn, IEnumerable<Person> staff)
    {
        var copy = new Cohort(name, version, Country, agency: null, startsOn, dueOn) { AgencyId = AgencyId };
        foreach (var trainer in staff.Where(t => t.TrainsIn.Contains(Country, StringComparer.Ordinal)))
        {
            copy.Appoint(trainer);
        }

        return copy;
    }

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

    public void Dismiss(Guid trainerId) => _trainers.RemoveAll(t => t.PersonId == trainerId);
}

public sealed record CohortTrainer(Guid PersonId);

internal sealed class CohortMapping : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(Cohort.LongestName);
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
