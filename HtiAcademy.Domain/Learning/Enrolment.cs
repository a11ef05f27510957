using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Learning;

public enum EnrolmentState
{
    Invited,
    Active,
    Completed,
    Withdrawn,
    Expired,
}

/// <summary>One officer on one course, pinned to the version of it that they began.</summary>
public sealed class Enrolment : IOfOfficer
{
    public const int MostExtraMinutes = 240;

    /// <summary>How long an officer may stay away unasked, by the calendar of the country.</summary>
    public const int DaysAway = 14;

    public const int LongestReason = 500;

    private readonly List<Step> _steps = [];

    private Enrolment()
    {
    }

    /// <param name="dueOn">For who joins late; null for the day on which the whole cohort is due.</param>
    public Enrolment(Cohort cohort, Person officer, DateTimeOffset now, DateOnly? dueOn = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(officer);
        Id = Guid.CreateVersion7(now);
        CohortId = cohort.Id;
        CourseId = cohort.CourseId;
        VersionId = cohort.VersionId;
        OfficerId = officer.Id;
        Country = cohort.Country;
        AgencyId = officer.AgencyId;
        DueOn = cohort.DueOn;
        InvitedAt = now;
        if (dueOn is { } own)
        {
            ExtendTo(own, cohort);
        }
    }

    public Guid Id { get; private set; }

    public Guid CohortId { get; private set; }

    public string CourseId { get; private set; } = "";

    public Guid VersionId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public EnrolmentState State { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Whether the officer was given a day of their own, which does not move with the cohort's.</summary>
    public bool HasOwnDueDate { get; private set; }

    /// <summary>Why the officer was taken off the course; null while they are on it, and once they were forgotten.</summary>
    public string? Withdrawal { get; private set; }

    /// <summary>Granted to the officer for every assessment with a time limit.</summary>
    public int ExtraMinutes { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset? LastActiveAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Why the certificate was revoked; null while it stands. The officer is told wherever the course is.</summary>
    public string? Revocation { get; private set; }

    /// <summary>Whether the officer has said what they think of the course. What they said is kept apart, without a name.</summary>
    public bool Evaluated { get; private set; }

    /// <summary>Raised by every change, so that of two changes at once the second is repeated on what the first left.</summary>
    public int Revision { get; private set; }

    /// <summary>What has been done, a row for each module begun and one for the final.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Whether there is still something to do.</summary>
    public bool IsOpen => State is EnrolmentState.Invited or EnrolmentState.Active;

    /// <summary>Does nothing when the module was read before.</summary>
    public void Read(string moduleId, DateTimeOffset now)
    {
        if (!IsOpen || StepOf(moduleId)?.ReadAt is not null)
        {
            return;
        }

        Touch(now);
        StepFor(moduleId).Read(now);
    }

    /// <summary>Marks that an attempt begins, so that one that begins while another is submitted is thought over again.</summary>
    public void Begin(DateTimeOffset now) => Touch(now);

    /// <summary>Takes the score of a submitted attempt; the best one counts, and what was passed stays passed.</summary>
    public void Record(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.EnrolmentId != Id || attempt is not { SubmittedAt: { } at, Percent: { } percent })
        {
            throw new InvalidOperationException("Only a submitted attempt of this enrolment can be recorded.");
        }

        Touch(at);
        StepFor(attempt.Assessment).Score(percent, attempt.Passed, attempt.Number, at);
    }

    /// <summary>Takes note of an attempt that was submitted and waits for a trainer to mark it.</summary>
    public void Await(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.EnrolmentId != Id || attempt is not { WaitsForMarking: true, SubmittedAt: { } at })
        {
            throw new InvalidOperationException("Only an attempt of this enrolment that waits to be marked can be awaited.");
        }

        Touch(at);
        StepFor(attempt.Assessment).Wait(attempt.Number, at);
    }

    /// <summary>Takes over what a trainer saw of an exercise: the last time counts. Does nothing once the enrolment is closed.</summary>
    public void Observe(Observation observation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.EnrolmentId != Id)
        {
            throw new InvalidOperationException("Only an observation of this enrolment can be taken over.");
        }

        if (IsOpen)
        {
            Touch(now);
            StepFor(Step.OfExercise(observation.Exercise)).Observe(observation.SignedOff, now);
        }
    }

    /// <summary>Takes the score of an attempt that was marked again. The officer did nothing, so it counts as no activity of theirs.</summary>
    public void RecordAgain(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.EnrolmentId != Id || attempt is not { SubmittedAt: { } at, Percent: { } percent } || StepOf(attempt.Assessment) is not { } step)
        {
            throw new InvalidOperationException("Only an attempt that was recorded before can be recorded again.");
        }

        Revision++;
        step.Score(percent, attempt.Passed, attempt.Number, at);
    }

    /// <summary>Does nothing unless every step is done and the enrolment is open.</summary>
    /// <returns>Whether this call completed it.</returns>
    public bool Complete(Course course, string audience, DateTimeOffset now)
    {
        if (!IsOpen || !new Progress(course, this, audience).EverythingDone)
        {
            return false;
        }

        Touch(now);
        State = EnrolmentState.Completed;
        CompletedAt = now;
        return true;
    }

    /// <summary>Remembers that the course was evaluated, once.</summary>
    /// <returns>False when it was before, or is not completed.</returns>
    public bool Evaluate()
    {
        if (Evaluated || State != EnrolmentState.Completed)
        {
            return false;
        }

        Evaluated = true;
        Revision++;
        return true;
    }

    /// <summary>Notes that the certificate was revoked. The completion stays.</summary>
    public void LoseCertificate(string reason)
    {
        if (State != EnrolmentState.Completed)
        {
            throw new InvalidOperationException("Only a completed enrolment has a certificate to lose.");
        }

        Revocation = reason;
        Revision++;
    }

    /// <summary>Takes back a completion that should not have been, and its certificate. What was read and passed stays on record.</summary>
    public void WithdrawCompletion(string reason)
    {
        LoseCertificate(reason);
        State = EnrolmentState.Withdrawn;
        CompletedAt = null;
    }

    public static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= LongestReason;

    /// <summary>Takes the officer off the course. What was read and passed stays on record.</summary>
    /// <param name="reason">Trainers read it; 1 to <see cref="LongestReason"/> characters.</param>
    public void Withdraw(string reason)
    {
        if (!IsReason(reason))
        {
            throw new ArgumentException("It takes a reason.", nameof(reason));
        }

        KeepOpen("withdraw from");
        State = EnrolmentState.Withdrawn;
        Withdrawal = reason.Trim();
        Revision++;
    }

    /// <summary>Lets an officer who was withdrawn go on where they stood. A completion that was taken back stays so.</summary>
    public void Return()
    {
        if (!MayReturn)
        {
            throw new InvalidOperationException("Only who was withdrawn from a course can return to it.");
        }

        State = LastActiveAt is null ? EnrolmentState.Invited : EnrolmentState.Active;
        Withdrawal = null;
        Revision++;
    }

    /// <summary>
    /// Ends what is open, since nobody is there to go on, and drops what was said of the officer alone: why they were taken off
    /// the course or lost the certificate, and how many more minutes they needed. What was read and passed stays on record.
    /// </summary>
    internal void Forget()
    {
        State = IsOpen ? EnrolmentState.Withdrawn : State;
        Withdrawal = null;
        Revocation = Revocation is null ? null : Certificate.ForgottenReason;
        ExtraMinutes = 0;
        Revision++;
    }

    public bool MayReturn => State == EnrolmentState.Withdrawn && Withdrawal is not null;

    /// <summary>Gives the officer a day of their own; the cohort's own day lets them follow the cohort again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cohort that starts on that day could not be due then: <see cref="Cohort.AreDates"/>.</exception>
    public void ExtendTo(DateOnly dueOn, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        if (!Cohort.AreDates(cohort.StartsOn, dueOn))
        {
            throw new ArgumentOutOfRangeException(nameof(dueOn), dueOn, "An officer is due after the cohort starts, and within its longest time.");
        }

        KeepOpen("extend");
        DueOn = dueOn;
        HasOwnDueDate = dueOn != cohort.DueOn;
        Revision++;
    }

    /// <summary>Takes over the day on which the cohort is due now, unless the officer has one of their own or is done.</summary>
    public void Follow(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        if (HasOwnDueDate || State == EnrolmentState.Completed || DueOn == cohort.DueOn)
        {
            return;
        }

        DueOn = cohort.DueOn;
        Revision++;
    }

    /// <summary>Goes on in another cohort of the same course and country, with all that was done and on the version begun.</summary>
    public void Transfer(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        if (cohort.CourseId != CourseId || cohort.Country != Country)
        {
            throw new InvalidOperationException($"{cohort.Name} takes another course or is in another country.");
        }

        KeepOpen("move");
        CohortId = cohort.Id;
        Revision++;
        Follow(cohort);
    }

    /// <summary>Goes on with another version of the course. What was read and passed stays, as does an attempt that is open.</summary>
    /// <returns>
    /// False when it stays where it is: it is closed, the version is not given in its country, or it would leave nothing to
    /// do, and a publication completes nobody.
    /// </returns>
    public bool MoveTo(CourseVersion version, Course course, string audience)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(course);
        if (!IsOpen || VersionId == version.Id || !course.Countries.Contains(Country, StringComparer.Ordinal) || new Progress(course, this, audience).EverythingDone)
        {
            return false;
        }

        VersionId = version.Id;
        Revision++;
        return true;
    }

    /// <summary>Grants extra minutes in place of those granted before, which must be 0 to <see cref="MostExtraMinutes"/>.</summary>
    public void GrantExtraMinutes(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MostExtraMinutes);
        ExtraMinutes = minutes;
        Revision++;
    }

    public Step? StepOf(string id) => _steps.Find(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    private void KeepOpen(string act)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"Nobody can {act} an enrolment that is closed.");
        }
    }

    private Step StepFor(string id)
    {
        var step = StepOf(id);
        if (step is null)
        {
            step = new Step(id);
            _steps.Add(step);
        }

        return step;
    }

    private void Touch(DateTimeOffset now)
    {
        Revision++;
        // An attempt may be recorded long after it was submitted, when a trainer has marked it.
        LastActiveAt = LastActiveAt > now ? LastActiveAt : now;
        if (State == EnrolmentState.Invited)
        {
            State = EnrolmentState.Active;
        }
    }
}

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.Property(e => e.CourseId).HasMaxLength(100);
        builder.Property(e => e.Country).HasMaxLength(2);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.Property(e => e.Revocation).HasMaxLength(Certificate.LongestReason);
        builder.Property(e => e.Withdrawal).HasMaxLength(Enrolment.LongestReason);
        builder.Ignore(e => e.IsOpen);
        builder.Ignore(e => e.MayReturn);
        builder.HasIndex(e => new { e.OfficerId, e.CohortId }).IsUnique();
        builder.HasIndex(e => new { e.AgencyId, e.Country });
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.OfficerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(e => e.CohortId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(e => e.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(e => e.Steps, step =>
        {
            step.ToTable("EnrolmentSteps");
            step.WithOwner().HasForeignKey("EnrolmentId");
            step.HasKey("EnrolmentId", nameof(Step.Id));
            step.Property(s => s.Id).HasMaxLength(100).ValueGeneratedNever();
            step.Property(s => s.BestPercent).HasPrecision(4, 1);
        });
    }
}
