using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reports;

/// <summary>
/// What a unit did in a quarter, as counts and nothing else: a name, a case number or a place has no business here.
/// </summary>
public sealed class CaseCounts
{
    public const int LongestUnit = 120;

    /// <summary>More is a slip of the hand.</summary>
    public const int Most = 100_000;

    private CaseCounts()
    {
    }

    public CaseCounts(string country, string unit, Quarter quarter)
    {
        if (!IsUnit(unit))
        {
            throw new ArgumentException($"A unit has a name of 2 to {LongestUnit} characters.", nameof(unit));
        }

        Id = Guid.NewGuid();
        Country = country;
        Unit = Tidy(unit);
        UnitKey = KeyOf(unit);
        Year = quarter.Year;
        QuarterOfYear = quarter.Number;
    }

    public Guid Id { get; private set; }

    public string Country { get; private set; } = "";

    public string Unit { get; private set; } = "";

    /// <summary>By which the unit is known, however its name is written.</summary>
    public string UnitKey { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>1 to 4.</summary>
    public int QuarterOfYear { get; private set; }

    public int Investigations { get; private set; }

    public int Prosecutions { get; private set; }

    public int Convictions { get; private set; }

    public int VictimsAssisted { get; private set; }

    public Guid RecordedById { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Quarter Quarter => new(Year, QuarterOfYear);

    public static bool IsUnit(string? unit) => Tidy(unit) is { Length: >= 2 and <= LongestUnit } name && TypedText.IsLine(name);

    public static bool IsCount(int count) => count is >= 0 and <= Most;

    /// <summary>In place of what was recorded before. Each count is 0 to <see cref="Most"/>.</summary>
    public void Record(int investigations, int prosecutions, int convictions, int victimsAssisted, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!IsCount(investigations) || !IsCount(prosecutions) || !IsCount(convictions) || !IsCount(victimsAssisted))
        {
            throw new ArgumentException($"A count is 0 to {Most}.", nameof(investigations));
        }

        Investigations = investigations;
        Prosecutions = prosecutions;
        Convictions = convictions;
        VictimsAssisted = victimsAssisted;
        RecordedById = by.Id;
        RecordedAt = now;
    }

    /// <summary>So that one unit is not two because of a blank, or of what cannot be seen.</summary>
    public static string Tidy(string? unit)
    {
        var visible = TypedText.WellFormed(unit).Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format);
        return string.Join(' ', new string([.. visible.Select(c => char.IsWhiteSpace(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string KeyOf(string? unit) => Tidy(unit).ToUpperInvariant();
}

internal sealed class CaseCountsMapping : IEntityTypeConfiguration<CaseCounts>
{
    public void Configure(EntityTypeBuilder<CaseCounts> builder)
    {
        builder.ToTable("CaseCounts");
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Unit).HasMaxLength(CaseCounts.LongestUnit);
        builder.Property(c => c.UnitKey).HasMaxLength(CaseCounts.LongestUnit);
        builder.Ignore(c => c.Quarter);
        builder.HasIndex(c => new { c.Country, c.UnitKey, c.Year, c.QuarterOfYear }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
