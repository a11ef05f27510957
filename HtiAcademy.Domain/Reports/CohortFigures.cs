using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Domain.Reports;

/// <summary>One officer of a cohort with all that its figures are made of.</summary>
/// <param name="Course">At the version that the enrolment is pinned to.</param>
/// <param name="CertificateNumber">Null unless one was issued and still stands.</param>
public sealed record CohortMember(Enrolment Enrolment, Course Course, Person Officer, string? AgencyName, string? CertificateNumber)
{
    /// <summary>The first day of the cohort.</summary>
    public DateOnly StartsOn { get; init; } = DateOnly.MinValue;

    /// <summary>Ids of the courses that the officer has completed, wherever it was.</summary>
    public IReadOnlyList<string> CoursesCompleted { get; init; } = [];

    /// <summary>Of the course, that the enrolment is pinned to.</summary>
    public int Version { get; init; } = 1;

    /// <summary>How the latest certificate stands; null when none was issued.</summary>
    public CertificateStatus? Certificate { get; init; }

    /// <summary>Null unless the first pre-test came before the first final, and both are marked.</summary>
    public FirstScores? FirstScores { get; init; }
}

/// <summary>Percentages of an officer's first pre-test and first final.</summary>
public readonly record struct FirstScores(decimal Before, decimal After);

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
        Taking = [.. Officers.Where(officer => officer.State != EnrolmentState.Withdrawn)];
    }

    public DateTimeOffset AsOf { get; }

    public IReadOnlyList<OfficerFigures> Officers { get; }

    /// <summary>Every officer but those who have withdrawn: the totals are about them.</summary>
    public IReadOnlyList<OfficerFigures> Taking { get; }

    public int NotStarted => Taking.Count(officer => officer.State == EnrolmentState.Invited);

    public int Completed => Taking.Count(officer => officer.State == EnrolmentState.Completed);

    public int Certificates => Taking.Count(officer => officer.CertificateNumber is not null);

    /// <summary>Who no longer gets on alone.</summary>
    public int NeedTrainer => Taking.Count(officer => officer.NeedsTrainer);

    public int Inactive => Taking.Count(officer => officer.IsInactive);

    /// <summary>Of the best finals of those who tried; null when nobody has.</summary>
    public decimal? MeanFinal => Taking.Average(officer => officer.FinalBest) is { } mean ? Math.Round(mean, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>Those of whom at least one final is marked.</summary>
    public int Finals => Taking.Count(officer => officer.FinalBest is not null);

    /// <summary>From the first pre-test to the first final; null when nobody sat both.</summary>
    public Gain? Gain
    {
        get
        {
            List<ScorePair> pairs = [.. Taking.Select(officer => officer.FirstScores).OfType<FirstScores>().Select(first => new ScorePair((double)first.Before, (double)first.After))];
            return pairs.Count == 0 ? null : new Gain(pairs);
        }
    }

    /// <summary>Who gets on no more, those longest at a stand first.</summary>
    public IEnumerable<OfficerFigures> Stuck => Taking.Where(officer => officer.IsStuck).OrderBy(officer => officer.StandsSince);

    /// <summary>The versions of the course that officers are on, by their numbers.</summary>
    public IReadOnlyList<int> Versions => [.. Taking.Select(officer => officer.Version).Distinct().Order()];

    public IReadOnlyList<Guid> Agencies => [.. Taking.Select(officer => officer.AgencyId).OfType<Guid>().Distinct()];

    public int In(EnrolmentState state) => Officers.Count(officer => officer.State == state);

    public int With(params CertificateStatus[] statuses) => Taking.Count(officer => officer.Certificate is { } status && statuses.Contains(status));

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
            && Taking.Any(officer => officer.IsOpen || officer.CompletedAt > AsOf.AddDays(-7));
    }
}
