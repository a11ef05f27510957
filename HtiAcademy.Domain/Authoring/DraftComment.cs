using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Authoring;

/// <summary>What a reader of a draft says of one of its sections: a reviewer, or the agency that was asked.</summary>
public sealed class DraftComment
{
    public const int MostCharacters = 2_000;

    private DraftComment()
    {
    }

    /// <param name="sectionId">Null for the draft as a whole.</param>
    public DraftComment(Draft draft, string? sectionId, string text, Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        if (!IsText(text))
        {
            throw new ArgumentException("A comment says something, and not at any length.", nameof(text));
        }

        Id = Guid.CreateVersion7(now);
        DraftId = draft.Id;
        Revision = draft.Revision;
        SectionId = sectionId;
        Text = TypedText.WellFormed(text).Trim();
        ById = by.Id;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>Of the draft, that it speaks of.</summary>
    public int Revision { get; private set; }

    public string? SectionId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>What the author made of it, in one sentence that whoever commented reads; null while it waits.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public static bool IsText(string? text) => TypedText.WellFormed(text).Trim() is { Length: > 0 and <= MostCharacters };

    /// <summary>By the draft's author. A second answer takes the place of the first.</summary>
    public void Reply(string answer, DateTimeOffset now)
    {
        if (!IsText(answer))
        {
            throw new ArgumentException("An answer says something, and not at any length.", nameof(answer));
        }

        (Answer, AnsweredAt) = (TypedText.WellFormed(answer).Trim(), now);
    }
}

internal sealed class DraftCommentMapping : IEntityTypeConfiguration<DraftComment>
{
    public void Configure(EntityTypeBuilder<DraftComment> builder)
    {
        builder.Property(c => c.SectionId).HasMaxLength(100);
        builder.Property(c => c.Text).HasMaxLength(DraftComment.MostCharacters);
        builder.Property(c => c.Answer).HasMaxLength(DraftComment.MostCharacters);
        builder.HasIndex(c => c.DraftId);
        builder.HasOne<Draft>().WithMany().HasForeignKey(c => c.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
