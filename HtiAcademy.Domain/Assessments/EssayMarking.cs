using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Assessments;

/// <summary>How one trainer sees the marking of an essay.</summary>
public enum MarkingStage
{
    ToMark,

    /// <summary>The first marker asked for another, who does not see what the first gave.</summary>
    ToMarkSecond,

    /// <summary>The trainer has marked it, and a second marker has not yet.</summary>
    WaitsForSecond,

    /// <summary>Two marks differ, and this trainer may say what counts.</summary>
    ToAgree,

    /// <summary>Two marks differ, and their markers agree on what counts.</summary>
    OthersAgree,
    Marked,
}

/// <summary>
/// The marking of one essay: what each marker drafts and gives, and what counts in the end. One mark counts, unless its
/// marker asks for a second: then the mean of both, or what is agreed when they are too far apart.
/// </summary>
public sealed class EssayMarking : IOfOfficer
{
    public const int LongestComment = 4000;

    /// <summary>Of the essay's full marks: two marks that differ by more must be agreed.</summary>
    private const decimal MostApart = 0.1m;

    private readonly List<EssayMark> _marks = [];

    private EssayMarking()
    {
    }

    /// <param name="position">Of the essay in the attempt, 1-based.</param>
    public EssayMarking(Attempt attempt, int position)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        AttemptId = attempt.Id;
        Position = position;
        OfficerId = attempt.OfficerId;
        Country = attempt.Country;
        AgencyId = attempt.AgencyId;
    }

    public Guid AttemptId { get; private set; }

    public int Position { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public bool SecondAsked { get; private set; }

    public IReadOnlyList<EssayMark> Marks => _marks;

    /// <summary>What counts, for each criterion; empty until it is marked.</summary>
    public IReadOnlyList<decimal> Points { get; private set; } = [];

    /// <summary>To the officer.</summary>
    public string Comment { get; private set; } = "";

    public DateTimeOffset? MarkedAt { get; private set; }

    /// <summary>Raised by every change, so that of two markers at once the second sees what the first did.</summary>
    public int Revision { get; private set; }

    public EssayMark? MarkOf(Guid markerId) => _marks.Find(m => m.MarkerId == markerId);

    public IReadOnlyList<EssayMark> Given => [.. _marks.Where(m => m.GivenAt is not null).OrderBy(m => m.GivenAt)];

    public MarkingStage StageFor(Guid markerId, bool isAdministrator)
    {
        var given = MarkOf(markerId)?.GivenAt is not null;
        return this switch
        {
            { MarkedAt: not null } => MarkingStage.Marked,
            { Given.Count: >= 2 } => given || isAdministrator ? MarkingStage.ToAgree : MarkingStage.OthersAgree,
            _ when given => MarkingStage.WaitsForSecond,
            { SecondAsked: true } => MarkingStage.ToMarkSecond,
            _ => MarkingStage.ToMark,
        };
    }

    /// <summary>Keeps what a marker has so far. Does nothing once they have given their mark, or none is wanted.</summary>
    /// <param name="points">For each criterion; null where there are none yet.</param>
    /// <returns>Whether it was kept.</returns>
    public bool Draft(Guid markerId, IReadOnlyList<decimal?> points, string comment, DateTimeOffset now)
    {
        if (StageFor(markerId, isAdministrator: false) is not (MarkingStage.ToMark or MarkingStage.ToMarkSecond))
        {
            return false;
        }

        var mark = MarkOf(markerId);
        if (mark is null)
        {
            mark = new EssayMark(markerId);
            _marks.Add(mark);
        }

        mark.Draft(points, comment, now);
        Revision++;
        return true;
    }

    /// <summary>Gives a marker's mark; it counts unless a second marker is asked for, or is the other one and too far away.</summary>
    /// <param name="points">For each criterion of <paramref name="guide"/>, within its bounds.</param>
    /// <returns>Whether it was taken: not from who gave one before, nor when none is wanted any more.</returns>
    public bool Give(Guid markerId, EssayGuide guide, IReadOnlyList<decimal?> points, string comment, bool askSecond, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(guide);
        Refuse(markerId, guide, points);
        if (!Draft(markerId, points, comment, now))
        {
            return false;
        }

        MarkOf(markerId)!.Give(now);
        SecondAsked |= askSecond;
        if (!SecondAsked)
        {
            Count(points.OfType<decimal>(), comment, now);
        }
        else if (Given is [var first, var second] && Math.Abs(first.Total - second.Total) <= MostApart * guide.MaxPoints)
        {
            Count(first.Points.Zip(second.Points, (a, b) => (a!.Value + b!.Value) / 2), JoinedComments, now);
        }

        return true;
    }

    /// <summary>Says what counts where two marks are too far apart.</summary>
    /// <returns>Whether this call said it: not for who may not, nor when it was said before.</returns>
    public bool Agree(Guid byId, bool isAdministrator, EssayGuide guide, IReadOnlyList<decimal?> points, string comment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(guide);
        Refuse(byId, guide, points);
        if (StageFor(byId, isAdministrator) != MarkingStage.ToAgree)
        {
            return false;
        }

        Revision++;
        Count(points.OfType<decimal>(), comment, now);
        return true;
    }

    /// <summary>What the markers wrote, one below the other.</summary>
    public string JoinedComments
    {
        get
        {
            var joined = string.Join("\n\n", Given.Select(m => m.Comment).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal));
            return joined.Length > LongestComment ? joined[..LongestComment] : joined;
        }
    }

    /// <summary>Drops what markers wrote about the essay. Points stay.</summary>
    internal void ForgetWords()
    {
        Comment = "";
        _marks.ForEach(mark => mark.ForgetWords());
        Revision++;
    }

    private void Count(IEnumerable<decimal> points, string comment, DateTimeOffset now)
    {
        Points = [.. points];
        Comment = comment;
        MarkedAt = now;
    }

    private void Refuse(Guid markerId, EssayGuide guide, IReadOnlyList<decimal?> points)
    {
        if (markerId == OfficerId)
        {
            throw new InvalidOperationException("Nobody marks what they wrote themselves.");
        }

        if (points.Count != guide.Criteria.Count || !points.Zip(guide.Criteria).All(p => p.First >= 0 && p.First <= p.Second.Points))
        {
            throw new ArgumentException("A mark has points for each criterion, within its bounds.", nameof(points));
        }
    }
}

/// <summary>One marker's view of an essay: a draft until it is given.</summary>
public sealed class EssayMark
{
    internal EssayMark(Guid markerId) => MarkerId = markerId;

    public Guid MarkerId { get; private set; }

    /// <summary>For each criterion; null where the draft has none yet.</summary>
    public IReadOnlyList<decimal?> Points { get; private set; } = [];

    public string Comment { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset? GivenAt { get; private set; }

    public decimal Total => Points.Sum() ?? 0;

    internal void Draft(IReadOnlyList<decimal?> points, string comment, DateTimeOffset now)
    {
        Points = [.. points];
        Comment = comment;
        SavedAt = now;
    }

    internal void Give(DateTimeOffset now) => GivenAt = now;

    internal void ForgetWords() => Comment = "";
}

internal sealed class EssayMarkingMapping : IEntityTypeConfiguration<EssayMarking>
{
    private const int LongestPoints = 400;

    public void Configure(EntityTypeBuilder<EssayMarking> builder)
    {
        builder.HasKey(m => new { m.AttemptId, m.Position });
        builder.Property(m => m.Position).ValueGeneratedNever();
        builder.Property(m => m.Country).HasMaxLength(2);
        builder.Property(m => m.Points).HasMaxLength(LongestPoints);
        builder.Property(m => m.Comment).HasMaxLength(EssayMarking.LongestComment);
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder.Ignore(m => m.Given).Ignore(m => m.JoinedComments);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(m => m.AttemptId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(m => m.Marks, mark =>
        {
            mark.ToTable("EssayMarks");
            mark.WithOwner().HasForeignKey("AttemptId", "Position");
            mark.HasKey("AttemptId", "Position", nameof(EssayMark.MarkerId));
            mark.Property(m => m.Points).HasMaxLength(LongestPoints);
            mark.Property(m => m.Comment).HasMaxLength(EssayMarking.LongestComment);
            mark.Ignore(m => m.Total);
            mark.HasOne<Person>().WithMany().HasForeignKey(m => m.MarkerId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
