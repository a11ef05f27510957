using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reports;

/// <summary>One officer's row.</summary>
public sealed class OfficerFigures
{
    private readonly Enrolment _enrolment;
    private readonly DateTimeOffset _now;
    private readonly CohortMember _member;

    internal OfficerFigures(CohortMember member, DateTimeOffset now)
    {
        _member = member;
        _enrolment = member.Enrolment;
        _now = now;
        Name = member.Officer.FullName;
        Rank = member.Officer.Rank;
        AgencyName = member.AgencyName;
        Progress = new Progress(member.Course, member.Enrolment, member.Officer.Audience, member.CoursesCompleted);
        Next = IsOpen ? Progress.Next(now) : NextStep.Nothing;
    }

    public Guid EnrolmentId => _enrolment.Id;

    public Guid OfficerId => _enrolment.OfficerId;

    public string Name { get; }

    public string? Rank { get; }

    public Guid? AgencyId => _enrolment.AgencyId;

    public string? AgencyName { get; }

    public EnrolmentState State => _enrolment.State;

    public bool IsOpen => _enrolment.IsOpen;

    public Progress Progress { get; }

    public int Modules => Progress.Modules.Count;

    public int ModulesRead => Progress.Modules.Count(module => module.Read);

    public int QuizzesPassed => Progress.Modules.Count(module => module.QuizPassed);

    /// <summary>0 to 100 with one decimal; null when the final was not tried.</summary>
    public decimal? FinalBest => Progress.FinalBest;

    public DateTimeOffset? LastActiveAt => _enrolment.LastActiveAt;

    public DateTimeOffset? CompletedAt => _enrolment.CompletedAt;

    public string? CertificateNumber => _member.CertificateNumber;

    /// <inheritdoc cref="CohortMember.Certificate"/>
    public CertificateStatus? Certificate => _member.Certificate;

    /// <inheritdoc cref="CohortMember.Version"/>
    public int Version => _member.Version;

    /// <inheritdoc cref="CohortMember.FirstScores"/>
    public FirstScores? FirstScores => _member.FirstScores;

    /// <summary>Whether the version of the course that the officer is on has one.</summary>
    public bool HasPretest => _member.Course.Pretest is not null;

    public bool PretestTaken => _enrolment.StepOf(Step.Pretest) is not null;

    /// <summary>What the officer has to do now; <see cref="NextStep.Nothing"/> when the enrolment is closed.</summary>
    public NextStep Next { get; }

    public bool NeedsTrainer => Next == NextStep.AskTrainer;

    /// <summary>Whether the next step is the officer's own, and they have stayed away from it for <see cref="Enrolment.DaysAway"/> days.</summary>
    public bool IsInactive => IsOpen && Progress.MayGoOn(_now) && DaysAtAStand >= Enrolment.DaysAway;

    public bool IsStuck => IsInactive || NeedsTrainer;

    /// <summary>The day in the country on which the officer last did something; before that, the day they were invited or the cohort's first, whichever is later.</summary>
    public DateOnly StandsSince => LastActiveAt is { } active ? Country.DayOf(active) : Later(Country.DayOf(_enrolment.InvitedAt), _member.StartsOn);

    /// <summary>Below 0 before the cohort's first day.</summary>
    public int DaysAtAStand => Country.DayOf(_now).DayNumber - StandsSince.DayNumber;

    private Country Country => _member.Course.Country(_enrolment.Country);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
