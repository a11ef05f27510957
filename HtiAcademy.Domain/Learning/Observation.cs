using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Learning;

public enum ObservedLevel
{
    NotYet,
    WithHelp,
    OnTheirOwn,
}

/// <summary>What a trainer saw of an officer's practical exercise, once. It never changes: an exercise may be observed again, and the last time counts.</summary>
public sealed class Observation : IOfOfficer
{
    public const int LongestNote = 2000;

    private Observation()
    {
    }

    /// <param name="form">Tells one sending of the trainer's form from another, so that the same one counts once.</param>
    /// <param name="levels">For each criterion of the exercise.</param>
    /// <param name="on">In the country's time zone.</param>
    public Observation(Enrolment enrolment, string exercise, Guid form, Person trainer, IReadOnlyList<ObservedLevel> levels, string note, DateOnly on, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0)
        {
            throw new ArgumentException("What was seen has a level for each criterion.", nameof(levels));
        }

        if (trainer.Id == enrolment.OfficerId)
        {
            throw new InvalidOperationException("Nobody signs off their own exercise.");
        }

        Id = Guid.CreateVersion7(now);
        EnrolmentId = enrolment.Id;
        OfficerId = enrolment.OfficerId;
        Country = enrolment.Country;
        AgencyId = enrolment.AgencyId;
        Exercise = exercise;
        Form = form;
        TrainerId = trainer.Id;
        TrainerName = trainer.FullName;
        Levels = [.. levels];
        Note = note;
        On = on;
        RecordedAt = now;
        SignedOff = levels.All(level => level != ObservedLevel.NotYet);
    }

    public Guid Id { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public string Exercise { get; private set; } = "";

    public Guid Form { get; private set; }

    public Guid TrainerId { get; private set; }

    /// <summary>As it was then.</summary>
    public string TrainerName { get; private set; } = "";

    public IReadOnlyList<ObservedLevel> Levels { get; private set; } = [];

    public string Note { get; private set; } = "";

    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Whether the officer could do everything, on their own or with help.</summary>
    public bool SignedOff { get; private set; }
}

internal sealed class ObservationMapping : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.Exercise).HasMaxLength(60);
        builder.Property(o => o.TrainerName).HasMaxLength(200);
        builder.Property(o => o.Levels).HasMaxLength(200);
        builder.Property(o => o.Note).HasMaxLength(Observation.LongestNote);
        builder.HasIndex(o => new { o.EnrolmentId, o.Exercise, o.Form }).IsUnique();
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(o => o.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.TrainerId).OnDelete(DeleteBehavior.Restrict);
    }
}
