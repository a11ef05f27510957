using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reports;

/// <summary>One officer of a cohort with all that its figures are made of.</summary>
/// <param name="Course">At the version that the enrolment is pinned to.</param>
/// <param name="CertificateNumber">Null unless one was issued and still stands.</param>
public sealed record CohortMember(Enrolment Enrolment, Course Course, Person Officer, string? AgencyName, string? CertificateNumber);

/// <summary>How a cohort stands: a row for each officer, in the order of their names, and the totals.</summary>
public sealed class CohortFigures
{
    public const int ReportedDaysAfterDue = 28;

    public CohortFigures(IEnumerable<CohortMember> members, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(members);
        AsOf = now;
        Officers =
        [
            .. members.Select(member => new OfficerFigures(member, now))
                .OrderBy(officer => officer.Name, StringComparer.OrdinalIgnoreCase).ThenBy(officer => officer.OfficerId),
        ];
    }

    private CohortFigures(IReadOnlyList<OfficerFigures> officers, DateTimeOffset asOf)
    {
        Officers = officers;
        AsOf = asOf;
    }

    public DateTimeOffset AsOf { get; }

    public IReadOnlyList<OfficerFigures> Officers { get; }

    /// <summary>Every officer but those who have withdrawn: the totals are about them.</summary>
    public IEnumerable<OfficerFigures> Taking => Officers.Where(officer => officer.State != EnrolmentState.Withdrawn);

    public int NotStarted => Taking.Count(officer => officer.State == EnrolmentState.Invited);

    public int Completed => Taking.Count(officer => officer.State == EnrolmentState.Completed);

    public int Certificates => Taking.Count(officer => officer.CertificateNumber is not null);

    /// <summary>Who no longer gets on alone.</summary>
    public int NeedTrainer => Taking.Count(officer => officer.NeedsTrainer);

    public int Inactive => Taking.Count(officer => officer.IsInactive);

    /// <summary>Of the best finals of those who tried; null when nobody has.</summary>
    public decimal? MeanFinal => Taking.Average(officer => officer.FinalBest) is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null;

    public IReadOnlyList<Guid> Agencies => [.. Officers.Select(officer => officer.AgencyId).OfType<Guid>().Distinct()];

    /// <summary>The same figures of one agency's officers alone.</summary>
    public CohortFigures Of(Guid agencyId) => new([.. Officers.Where(officer => officer.AgencyId == agencyId)], AsOf);

    /// <summary>
    /// Whether the cohort is reported on: from its first day until four weeks after it was due, or until a week after the
    /// last officer was done, so that the last completion is told too.
    /// </summary>
    /// <param name="today">In the country's time zone.</param>
    public bool IsReported(Cohort cohort, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return today >= cohort.StartsOn
            && today <= cohort.DueOn.AddDays(ReportedDaysAfterDue)
            && Officers.Any(officer => officer.IsOpen || officer.CompletedAt > AsOf.AddDays(-7));
    }
}

/// <summary>One officer's row.</summary>
public sealed class OfficerFigures
{
    private static readonly TimeSpan InactiveAfter = TimeSpan.FromDays(14);

    private readonly Enrolment _enrolment;
    private readonly DateTimeOffset _now;

    internal OfficerFigures(CohortMember member, DateTimeOffset now)
    {
        _enrolment = member.Enrolment;
        _now = now;
        Name = member.Officer.FullName;
        Rank = member.Officer.Rank;
        AgencyName = member.AgencyName;
        CertificateNumber = member.CertificateNumber;
        Progress = new Progress(member.Course, member.Enrolment, member.Officer.Audience);
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

    public string? CertificateNumber { get; }

    /// <summary>What the officer has to do now; <see cref="NextStep.Nothing"/> when the enrolment is closed.</summary>
    public NextStep Next => IsOpen ? Progress.Next(_now) : NextStep.Nothing;

    public bool NeedsTrainer => Next == NextStep.AskTrainer;

    /// <summary>Has not been seen for 14 days, or since the invitation, with work left to do.</summary>
    public bool IsInactive => IsOpen && (LastActiveAt ?? _enrolment.InvitedAt) <= _now - InactiveAfter;
}
