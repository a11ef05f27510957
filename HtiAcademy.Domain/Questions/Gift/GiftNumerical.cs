namespace HtiAcademy.Domain.Questions.Gift;

/// <summary><c>1822</c>, <c>1822:2</c> with a tolerance, <c>1820..1824</c>, <c>*</c> for any number; what follows
/// <c>~</c> is the feedback for every other number.</summary>
internal static class GiftNumerical
{
    public static Numerical Read(GiftHead head, GiftText answers)
    {
        var (rights, others) = answers.Cut("~");
        var read = GiftAnswer.ReadTyped(head, rights).Select(answer => ReadAnswer(head, answer)).OfType<NumericalAnswer>().ToList();
        if (others is not null)
            read.Add(NumericalAnswer.Anything(Weight.None, head.Prose.ReadFeedback(others.Cut("#").After)));
        return new Numerical(head.Name, head.Text, read);
    }

    private static NumericalAnswer? ReadAnswer(GiftHead head, GiftAnswer answer)
    {
        var (weight, feedback) = (answer.Weight ?? Weight.Full, answer.Feedback);
        if (answer.Text == "*") return NumericalAnswer.Anything(weight, feedback);
        if (Bounds(answer.Text) is var (lowest, highest)) return new NumericalAnswer(lowest, highest, weight, feedback);
        if (Around(answer.Text) is var (number, tolerance)) return NumericalAnswer.Around(number, tolerance, weight, feedback);

        head.Findings.Error(answer.Start, GiftCodes.NotANumber,
            $"'{PlainText.Shorten(answer.Text, 40)}' is not a number, a number:tolerance or a range lowest..highest, with a point before the decimals");
        return null;
    }

    private static (decimal Lowest, decimal Highest)? Bounds(string written) =>
        written.Split("..", 2) is [var from, var to] && NumericalAnswer.Number(from) is { } one && NumericalAnswer.Number(to) is { } other
            ? (Math.Min(one, other), Math.Max(one, other))
            : null;

    private static (decimal Number, decimal Tolerance)? Around(string written)
    {
        var parts = written.Split(':', 2);
        return NumericalAnswer.Number(parts[0]) is { } number && NumericalAnswer.Number(parts.Length > 1 ? parts[1] : "0") is { } tolerance
            ? (number, tolerance)
            : null;
    }
}
