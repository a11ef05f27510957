using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reports;

/// <summary>
/// A cohort's report as it was made for one week, or when somebody asked for it: for its trainers about all its officers, or
/// for one agency about its own. Made once: a second run finds it here.
/// </summary>
public sealed class CohortReport
{
    /// <summary>So that the officers of a course can be compared with those of two years before.</summary>
    public static readonly TimeSpan WeeklyKeptFor = TimeSpan.FromDays(731);

    /// <summary>Whoever needs it later asks again: it names people.</summary>
    public static readonly TimeSpan AskedKeptFor = TimeSpan.FromDays(90);

    private CohortReport()
    {
    }

    /// <param name="agencyId">Whose officers it is about; null for all.</param>
    /// <param name="week">Its Monday, in the country's time zone.</param>
    /// <param name="runId">Null for the report that every week brings.</param>
    public CohortReport(Cohort cohort, Guid? agencyId, DateOnly week, byte[] pdf, byte[] csv, DateTimeOffset now, string? agencyName = null, Guid? runId = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        if (week.DayOfWeek != DayOfWeek.Monday)
        {
            throw new ArgumentException($"{week:O} is not a Monday.", nameof(week));
        }

        Id = Guid.CreateVersion7(now);
        CohortId = cohort.Id;
        CohortName = cohort.Name;
        Country = cohort.Country;
        AgencyId = agencyId;
        AgencyName = agencyName;
        For = Reader(agencyId);
        Week = week;
        RunId = runId ?? Guid.Empty;
        Pdf = pdf;
        Csv = csv;
        MadeAt = now;
    }

    public Guid Id { get; private set; }

    public Guid CohortId { get; private set; }

    /// <summary>Kept with the report: who reads it need not see the cohort itself, nor the agency.</summary>
    public string CohortName { get; private set; } = "";

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public string? AgencyName { get; private set; }

    /// <summary>An agency's id, or <c>trainers</c>: a unique index needs a value where <see cref="AgencyId"/> has none.</summary>
    public string For { get; private set; } = "";

    public DateOnly Week { get; private set; }

    /// <summary>The <see cref="ReportRun"/> that made it; <see cref="Guid.Empty"/> for a weekly one, since a unique index needs a value.</summary>
    public Guid RunId { get; private set; }

    public bool IsWeekly => RunId == Guid.Empty;

    public byte[] Pdf { get; private set; } = [];

    public byte[] Csv { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    public static string Reader(Guid? agencyId) => agencyId?.ToString("N") ?? "trainers";

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

internal sealed class CohortReportMapping : IEntityTypeConfiguration<CohortReport>
{
    public void Configure(EntityTypeBuilder<CohortReport> builder)
    {
        builder.Property(r => r.CohortName).HasMaxLength(200);
        builder.Property(r => r.AgencyName).HasMaxLength(200);
        builder.Property(r => r.Country).HasMaxLength(2);
        builder.Property(r => r.For).HasMaxLength(32);
        builder.HasIndex(r => new { r.CohortId, r.For, r.Week, r.RunId }).IsUnique();
        builder.HasIndex(r => r.RunId);
        builder.HasIndex(r => r.MadeAt);
        builder.Ignore(r => r.IsWeekly);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(r => r.CohortId).OnDelete(DeleteBehavior.Restrict);
    }
}
