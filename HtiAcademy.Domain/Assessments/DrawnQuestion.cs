using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>A question in its place in an attempt, pinned by content.</summary>
public sealed class DrawnQuestion
{
    internal DrawnQuestion(int position, string name, string hash)
    {
        Position = position;
        Name = name;
        Hash = hash;
    }

    /// <summary>1-based.</summary>
    public int Position { get; private set; }

    public string Name { get; private set; }

    public string Hash { get; private set; }

    /// <summary>As <see cref="Questions.Response"/> writes itself; null until answered.</summary>
    public string? Response { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>To come back to before submitting.</summary>
    public bool IsFlagged { get; private set; }

    /// <summary>0 to 1; null until the attempt is submitted, and of an essay until it is marked.</summary>
    public decimal? Fraction { get; private set; }

    internal void Answer(Response response, DateTimeOffset now)
    {
        Response = response.ToString();
        AnsweredAt = now;
    }

    /// <summary>Whether what was typed is gone: nobody can mark it again.</summary>
    public bool IsForgotten => Response is "";

    /// <param name="question">Null when its bank is not at hand; then no answer is sure to be a choice.</param>
    // Empty, not null: that it was answered counts.
    internal void ForgetWords(Question? question) => Response = Response is null || question is { IsTyped: false } ? Response : "";

    internal void Flag(bool flagged) => IsFlagged = flagged;

    /// <summary>Null while the key that it was drawn with is thought to be right.</summary>
    public KeyCorrection? Correction { get; private set; }

    /// <summary>Of the question by whose key it is marked: as drawn, or as corrected since.</summary>
    public string KeyHash => Correction?.NewHash ?? Hash;

    internal void Mark(Question question)
    {
        var mark = Marked(question);
        Fraction = mark.State == MarkState.WaitsForTrainer ? null : mark.Fraction;
    }

    // As many places as the database keeps.
    internal void MarkEssay(decimal fraction) => Fraction = Math.Round(Math.Clamp(fraction, 0, 1), 7, MidpointRounding.AwayFromZero);

    internal decimal FractionBy(Question question) => IsForgotten ? Fraction ?? 0 : Marked(question).Fraction;

    internal void Correct(Question question, Guid versionId, bool raised, string by, DateTimeOffset now)
    {
        var fraction = FractionBy(question);
        Correction = new KeyCorrection(versionId, KeyHash, question.Hash, raised && fraction > Fraction, by, now);
        Fraction = fraction;
    }

    private Mark Marked(Question question) => Marking.Mark(question, Response is null ? null : Questions.Response.Parse(Response));
}
