using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Markdown.Headings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Authoring;

/// <summary>What an officer finds wrong with a section.</summary>
public enum FlagKind
{
    NotDoneHere,
    OutOfDate,
    Unclear,
}

public enum FlagOutcome
{
    /// <summary>The text was or will be changed.</summary>
    Changed,

    /// <summary>It stays as it is, for the reason given.</summary>
    Kept,
}

/// <summary>One sentence of an officer about a section that they read, for the trainers of their country.</summary>
public sealed class SectionFlag
{
    public const int MostCharacters = 500;

    /// <summary>How many one officer may have waiting.</summary>
    public const int MostWaiting = 20;

    /// <summary>Stands for the text above the first section.</summary>
    public const string Top = HeadingId.Top;

    private SectionFlag()
    {
    }

    /// <param name="textId">A module's id.</param>
    /// <param name="sectionId">Of a heading in it, or <see cref="Top"/>.</param>
    public SectionFlag(CourseVersion version, string textId, Locale locale, string sectionId, FlagKind kind, string sentence, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(by);
        if (!IsSentence(sentence))
        {
            throw new ArgumentException("It takes a sentence, and not at any length.", nameof(sentence));
        }

        Id = Guid.CreateVersion7(now);
        CourseId = version.CourseId;
        VersionNumber = version.Number;
        TextId = textId;
        Language = locale.Language;
        Country = locale.Country;
        SectionId = sectionId;
        Kind = kind;
        Sentence = Tidy(sentence);
        ById = by.Id;
        At = now;
    }

    public Guid Id { get; private set; }

    public string CourseId { get; private set; } = "";

    public int VersionNumber { get; private set; }

    public string TextId { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string SectionId { get; private set; } = "";

    public FlagKind Kind { get; private set; }

    public string Sentence { get; private set; } = "";

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public FlagOutcome? Outcome { get; private set; }

    /// <summary>What became of it, in one sentence for whoever raised it.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool Waits => AnsweredAt is null;

    public static bool IsSentence(string? text) => Tidy(text) is { Length: > 0 and <= MostCharacters };

    /// <summary>Once: what somebody was told is not told otherwise later. Does nothing the second time.</summary>
    public void Settle(FlagOutcome outcome, string answer, DateTimeOffset now)
    {
        if (!IsSentence(answer))
        {
            throw new ArgumentException("Whoever raised it is told what became of it.", nameof(answer));
        }

        if (Waits)
        {
            (Outcome, Answer, AnsweredAt) = (outcome, Tidy(answer), now);
        }
    }

    public bool IsSettledAs(FlagOutcome outcome, string answer) => Outcome == outcome && Answer == Tidy(answer);

    /// <summary>The words of a person who is erased.</summary>
    public void ForgetWords() => Sentence = "";

    private static string Tidy(string? text) => string.Join(' ', TypedText.WellFormed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal sealed class SectionFlagMapping : IEntityTypeConfiguration<SectionFlag>
{
    public void Configure(EntityTypeBuilder<SectionFlag> builder)
    {
        builder.Property(f => f.CourseId).HasMaxLength(100);
        builder.Property(f => f.TextId).HasMaxLength(100);
        builder.Property(f => f.Language).HasMaxLength(3);
        builder.Property(f => f.Country).HasMaxLength(2);
        builder.Property(f => f.SectionId).HasMaxLength(100);
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(f => f.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(f => f.Sentence).HasMaxLength(SectionFlag.MostCharacters);
        builder.Property(f => f.Answer).HasMaxLength(SectionFlag.MostCharacters);
        builder.Property(f => f.AnsweredAt).IsConcurrencyToken();
        builder.Ignore(f => f.Waits);
        builder.HasIndex(f => new { f.Country, f.AnsweredAt });
        builder.HasIndex(f => f.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
