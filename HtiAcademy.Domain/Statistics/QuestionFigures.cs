namespace HtiAcademy.Domain.Statistics;

/// <summary>How one wording of a question did in one assessment.</summary>
public sealed class QuestionFigures
{
    /// <param name="replies">At least one, all to the same wording.</param>
    internal QuestionFigures(string assessment, IReadOnlyList<Reply> replies)
    {
        var marks = replies.Select(reply => (double)reply.Mark).ToList();
        Assessment = assessment;
        Question = replies[0].Question;
        Asked = replies.Count;
        LeftOut = replies.Count(reply => reply.Answer.IsLeftOut);
        Facility = marks.Average();
        StandardError = Moments.Deviation(marks) / Math.Sqrt(Asked);
        Interval = Interval.Wilson(Facility, Asked);

        var ranked = replies.Where(reply => reply.Rest is not null).ToList();
        if (ranked.Count >= Sample.LeastForCorrelation)
        {
            Discrimination = Moments.Correlation([.. ranked.Select(reply => ((double)reply.Mark, (double)reply.Rest!.Value))]);
        }

        var ends = ScoreEnds.Of(ranked);
        Options = [.. Enumerable.Range(0, Question.Options).Select(index => new OptionFigures(index, replies, ends))];
        Remarks = [.. Statistics.Remarks.On(this)];
    }

    public string Assessment { get; }

    public AskedQuestion Question { get; }

    /// <summary>The officers who drew it, whether or not they answered; without those whose answer waits for a trainer.</summary>
    public int Asked { get; }

    /// <summary>Those of <see cref="Asked"/> who gave no answer. It counts as 0.</summary>
    public int LeftOut { get; }

    /// <summary>The mean mark, 0 to 1: the higher, the easier.</summary>
    public double Facility { get; }

    /// <summary>Of <see cref="Facility"/>; null for one officer alone.</summary>
    public double? StandardError { get; }

    /// <summary>Around <see cref="Facility"/>.</summary>
    public Interval Interval { get; }

    /// <summary>The correlation of its mark with the rest of the attempt, −1 to 1; null with few officers, or where all marks or rests are alike.</summary>
    public double? Discrimination { get; }

    /// <summary>In the bank's order; empty when the question offers none.</summary>
    public IReadOnlyList<OptionFigures> Options { get; }

    /// <summary>None of a small sample.</summary>
    public IReadOnlyList<Remark> Remarks { get; }

    public bool IsSmallSample => Asked < Sample.Small;
}

/// <summary>How often one option was chosen. Shares are of all who were asked, 0 to 1.</summary>
public sealed class OptionFigures
{
    internal OptionFigures(int index, IReadOnlyList<Reply> replies, ScoreEnds? ends)
    {
        Index = index;
        IsRight = replies[0].Question.Right.Contains(index);
        Count = replies.Count(Chose);
        Share = ShareOf(replies);
        UpperShare = ends is null ? null : ShareOf(ends.Upper);
        LowerShare = ends is null ? null : ShareOf(ends.Lower);
    }

    /// <summary>Its place in the bank, from 0.</summary>
    public int Index { get; }

    public bool IsRight { get; }

    public int Count { get; }

    public double Share { get; }

    /// <summary>Among the 27 % who did best on the rest; null with few officers, or when best and worst cannot be told apart.</summary>
    public double? UpperShare { get; }

    /// <summary>Among the 27 % who did worst on the rest.</summary>
    public double? LowerShare { get; }

    private bool Chose(Reply reply) => reply.Answer.Chosen.Contains(Index);

    private double ShareOf(IReadOnlyList<Reply> replies) => (double)replies.Count(Chose) / replies.Count;
}
