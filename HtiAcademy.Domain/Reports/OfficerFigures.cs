using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reports;

/// <summary>One officer's row.</summary>
public sealed class OfficerFigures
{
    private static readonly TimeSpan InactiveAfter = TimeSpan.FromDays(14);

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
        Progress = new Progress(member.Course, member.Enrolment, member.Officer.Audience);
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

    /// <summary>Has not been seen for 14 days, or since the invitation, with work left to do.</summary>
    public bool IsInactive => IsOpen && StandsSince <= _now - InactiveAfter;

    public bool IsStuck => IsInactive || NeedsTrainer;

    /// <summary>When the officer last did something, or was invited.</summary>
    public DateTimeOffset StandsSince => LastActiveAt ?? _enrolment.InvitedAt;
}
