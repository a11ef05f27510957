using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Assessments;

public enum AnswerOutcome
{
    Saved,

    /// <summary>Nothing was given: what was saved before stays.</summary>
    NothingGiven,
    NoSuchQuestion,
    NotOffered,
    NotANumber,
    TooLong,

    /// <summary>The attempt was submitted before, or its time is over.</summary>
    Closed,
}

/// <summary>One sitting of a quiz or a final: the drawn questions and what the officer answered.</summary>
public sealed class Attempt : IOfOfficer
{
    /// <summary>For answers that were sent in time over a slow line.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly List<DrawnQuestion> _questions = [];

    private Attempt()
    {
    }

    /// <param name="number">1 for the officer's first attempt at this assessment.</param>
    public Attempt(Enrolment enrolment, Blueprint blueprint, Locale locale, int number, int seed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(blueprint);
        Id = Guid.CreateVersion7(now);
        EnrolmentId = enrolment.Id;
        OfficerId = enrolment.OfficerId;
        Country = enrolment.Country;
        AgencyId = enrolment.AgencyId;
        VersionId = enrolment.VersionId;
        Assessment = blueprint.Assessment;
        Language = locale.Language;
        Number = number;
        Seed = seed;
        Pass = blueprint.Pass;
        StartedAt = now;
        EndsAt = now + blueprint.Time + TimeSpan.FromMinutes(enrolment.ExtraMinutes);
        _questions.AddRange(blueprint.Draw(seed).Select((q, i) => new DrawnQuestion(i + 1, q.Name, q.Hash)));
    }

    public Guid Id { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Country { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    public Guid VersionId { get; private set; }

    /// <summary>A module's id for its quiz, or <see cref="Step.Final"/>.</summary>
    public string Assessment { get; private set; } = "";

    public string Language { get; private set; } = "";

    public int Number { get; private set; }

    public int Seed { get; private set; }

    /// <summary>The pass mark in percent that held when the attempt began.</summary>
    public int Pass { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>With the officer's extra minutes; null when there is no time limit. Answers are taken for the <see cref="Grace"/> after it.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>0 to 100 with one decimal; null until submitted, and while an essay waits to be marked.</summary>
    public decimal? Percent { get; private set; }

    /// <summary>Raised by every change, so that an answer and a submission at once cannot both win.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<DrawnQuestion> Questions => _questions;

    public Locale Locale => new(Language, Country);

    public bool Passed => Percent >= Pass;

    public bool IsOpen => SubmittedAt is null;

    /// <summary>Whether it is closed as it is, though nobody has submitted it.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && now >= EndsAt + Grace;

    /// <summary>Gives more time to an attempt that has a limit and is open.</summary>
    public void Extend(TimeSpan time)
    {
        if (IsOpen && EndsAt is not null)
        {
            EndsAt += time;
            Revision++;
        }
    }

    /// <summary>Marks a question to come back to before submitting, or takes the mark away. Does nothing when there is no such question.</summary>
    /// <param name="position">1-based.</param>
    public void Flag(int position, bool flagged, DateTimeOffset now)
    {
        if (IsOpen && !IsOverdue(now) && _questions.Find(q => q.Position == position) is { } drawn && drawn.IsFlagged != flagged)
        {
            drawn.Flag(flagged);
            Revision++;
        }
    }

    /// <summary>Saves an answer. Giving it again is harmless; a later answer replaces it.</summary>
    /// <param name="position">1-based.</param>
    /// <param name="values">As a form sent them.</param>
    public AnswerOutcome Answer(int position, Question? question, IReadOnlyList<string> values, DateTimeOffset now)
    {
        if (!IsOpen || IsOverdue(now))
        {
            return AnswerOutcome.Closed;
        }

        if (question is null || _questions.Find(q => q.Position == position) is not { } drawn || drawn.Hash != question.Hash)
        {
            return AnswerOutcome.NoSuchQuestion;
        }

        var reading = Response.FromForm(question, values);
        if (reading.Response is { } response && drawn.Response != response.ToString())
        {
            drawn.Answer(response, now);
            Revision++;
        }

        return reading.Outcome switch
        {
            FormOutcome.Answered => AnswerOutcome.Saved,
            FormOutcome.Unanswered => AnswerOutcome.NothingGiven,
            FormOutcome.NotANumber => AnswerOutcome.NotANumber,
            FormOutcome.TooLong => AnswerOutcome.TooLong,
            _ => AnswerOutcome.NotOffered,
        };
    }

    /// <summary>Marks the attempt. Does nothing when it was submitted before.</summary>
    /// <param name="bank">The drawn questions by their hash.</param>
    /// <returns>Whether this call submitted it.</returns>
    public bool Submit(IReadOnlyDictionary<string, Question> bank, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(bank);
        if (!IsOpen)
        {
            return false;
        }

        foreach (var drawn in _questions)
        {
            drawn.Mark(bank[drawn.Hash]);
        }

        Revision++;
        SubmittedAt = now > EndsAt ? EndsAt : now;
        TakeScore();
        return true;
    }

    /// <summary>Drops what the officer typed. Choices and scores stay.</summary>
    /// <param name="bank">The drawn questions by their hash.</param>
    internal void ForgetWords(IReadOnlyDictionary<string, Question> bank)
    {
        _questions.ForEach(q => q.ForgetWords(bank.GetValueOrDefault(q.Hash)));
        Revision++;
    }

    /// <summary>Whether it was submitted and a trainer has still to mark an essay of it.</summary>
    public bool WaitsForMarking => SubmittedAt is not null && Percent is null;

    /// <summary>Takes over what an essay is worth; when it was the last that waited, the attempt has its score. Does nothing when it was marked before.</summary>
    /// <param name="fraction">Of its full marks, 0 to 1.</param>
    /// <returns>Whether this call marked it.</returns>
    public bool MarkEssay(int position, decimal fraction)
    {
        if (!WaitsForMarking || _questions.Find(q => q.Position == position) is not { Fraction: null } essay)
        {
            return false;
        }

        essay.MarkEssay(fraction);
        Revision++;
        TakeScore();
        return true;
    }

    private void TakeScore()
    {
        if (_questions.TrueForAll(q => q.Fraction is not null))
        {
            Percent = Score.Percent([.. _questions.Select(q => q.Fraction!.Value)]);
        }
    }

    /// <summary>What the attempt would have when questions are marked by a corrected key.</summary>
    /// <param name="corrected">By position.</param>
    /// <exception cref="InvalidOperationException">The attempt is not marked yet.</exception>
    public decimal PercentBy(IReadOnlyDictionary<int, Question> corrected)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        var before = Percent ?? throw new InvalidOperationException("Only a marked attempt can be marked again.");
        // That a key was wrong is not the officer's fault. Who was told a result has planned with it and may hold a certificate
        // on it, so a result only rises, and who passed stays passed.
        return Math.Max(before, Score.Percent([.. _questions.Select(q => corrected.TryGetValue(q.Position, out var question) ? q.FractionBy(question) : q.Fraction ?? 0)]));
    }

    /// <summary>
    /// Marks questions again by a corrected key; <see cref="PercentBy"/> says what becomes of the result. Leaves alone what was
    /// typed and forgotten since. May be repeated.
    /// </summary>
    /// <param name="versionId">Of the course version that has the corrected key.</param>
    /// <param name="by">As the audit log calls whoever decided it.</param>
    /// <returns>Whether a question was marked by another key than before.</returns>
    public bool Remark(IReadOnlyDictionary<int, Question> corrected, Guid versionId, string by, DateTimeOffset now)
    {
        var (before, after) = (Percent, PercentBy(corrected));
        var marked = _questions.FindAll(q => corrected.TryGetValue(q.Position, out var question) && question.Hash != q.KeyHash && !q.IsForgotten);
        foreach (var drawn in marked)
        {
            drawn.Correct(corrected[drawn.Position], versionId, raised: after > before, by, now);
        }

        Percent = after;
        Revision += marked.Count > 0 ? 1 : 0;
        return marked.Count > 0;
    }
}

internal sealed class AttemptMapping : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.Assessment).HasMaxLength(100);
        builder.Property(a => a.Language).HasMaxLength(8);
        builder.Property(a => a.Percent).HasPrecision(4, 1);
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.Ignore(a => a.Locale).Ignore(a => a.Passed).Ignore(a => a.IsOpen).Ignore(a => a.WaitsForMarking);
        builder.HasIndex(a => new { a.EnrolmentId, a.Assessment, a.Number }).IsUnique();
        builder.HasIndex(a => a.OfficerId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(a => a.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(a => a.Questions, question =>
        {
            question.ToTable("DrawnQuestions");
            question.WithOwner().HasForeignKey("AttemptId");
            question.HasKey("AttemptId", nameof(DrawnQuestion.Position));
            question.Property(q => q.Position).ValueGeneratedNever();
            question.Property(q => q.Name).HasMaxLength(200);
            question.Property(q => q.Hash).HasMaxLength(64);
            question.Property(q => q.Response).HasMaxLength(Essay.MaxLength);
            question.Property(q => q.Fraction).HasPrecision(8, 7);
            question.Ignore(q => q.KeyHash).Ignore(q => q.IsForgotten);
            question.OwnsOne(q => q.Correction, correction =>
            {
                correction.Property(c => c.OldHash).HasMaxLength(64);
                correction.Property(c => c.NewHash).HasMaxLength(64);
                correction.Property(c => c.By).HasMaxLength(300);
                correction.HasOne<CourseVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
            });
        });
    }
}
