using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Rolls;

namespace HtiAcademy.Web.Learning;

/// <summary>Which of a cohort's officers to show; all that is null or false leaves nobody out.</summary>
public sealed record CohortFilter(EnrolmentState? State, Guid? Agency, bool Stuck, string Text)
{
    /// <summary>An address may say anything: what it does not know it leaves out.</summary>
    public static CohortFilter Read(string? state, string? agency, bool stuck, string? text) => new(
        Enum.TryParse<EnrolmentState>(state, out var known) && Enum.IsDefined(known) ? known : null,
        Guid.TryParse(agency, out var id) ? id : null,
        stuck,
        text?.Trim() ?? "");

    public bool Takes(OfficerFigures officer) =>
        (State is null || officer.State == State)
        && (Agency is null || officer.AgencyId == Agency)
        && (!Stuck || officer.IsStuck)
        && RollColumns.Letters(officer.Name).Contains(RollColumns.Letters(Text), StringComparison.Ordinal);
}
