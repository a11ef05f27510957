using System.Globalization;

namespace HtiAcademy.Domain.Questions.Gift;

/// <summary><c>1822</c>, <c>1822:2</c> with a tolerance, <c>1820..1824</c>, <c>*</c> for any number; what follows
/// <c>~</c> is the feedback for every other number.</summary>
internal static class GiftNumerical
{
    public static Numerical Read(GiftHead head, GiftText answers)
    {
        var (rights, others) = answers.Cut("~");
        var read = GiftAnswer.ReadAll(head, rights).Select(answer => ReadAnswer(head, answer)).OfType<NumericalAnswer>().ToList();
        if (!head.Findings.HasErrors && read.TrueForAll(answer => answer.Weight != Weight.Full))
            head.Findings.Error(head.Start, GiftCodes.NoRightAnswer, "no number earns the full mark");
        if (others is not null)
            read.Add(NumericalAnswer.Anything(Weight.None, head.Prose.ReadFeedback(others.Cut("#").After)));
        return new Numerical(head.Name, head.Text, read);
    }

    private static NumericalAnswer? ReadAnswer(GiftHead head, GiftAnswer answer)
    {
        if (Bounds(answer.Text.Plain) is var (lowest, highest))
            return new NumericalAnswer(lowest, highest, answer.Weight ?? Weight.Full, answer.Feedback);

        head.Findings.Error(answer.Start, GiftCodes.NotANumber,
            $"'{answer.Text.Plain}' is not a number, a number:tolerance or a range lowest..highest, with a point before the decimals");
        return null;
    }

    private static (decimal Lowest, decimal Highest)? Bounds(string written)
    {
        if (written == "*") return (-NumericalAnswer.Limit, NumericalAnswer.Limit);
        if (written.Split("..", 2) is [var from, var to])
            return Number(from) is { } one && Number(to) is { } other ? (Math.Min(one, other), Math.Max(one, other)) : null;
        if (written.Split(':', 2) is [var middle, var tolerance])
            return Number(middle) is { } value && Number(tolerance) is { } size ? (value - Math.Abs(size), value + Math.Abs(size)) : null;
        return Number(written) is { } exact ? (exact, exact) : null;
    }

    private static decimal? Number(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= NumericalAnswer.Limit ? number : null;
}
