using System.Globalization;

namespace HtiAcademy.Domain.Questions;

/// <summary>Both bounds belong to the answer.</summary>
public sealed record NumericalAnswer(decimal Lowest, decimal Highest, Weight Weight, string Feedback = "")
{
    /// <summary>No number of a question or a response is further from 0; it keeps sums of two within <c>decimal</c>.</summary>
    public const decimal Limit = 1_000_000_000_000_000;

    internal bool IsAnything => Lowest == -Limit && Highest == Limit;

    public static NumericalAnswer Anything(Weight weight, string feedback) => new(-Limit, Limit, weight, feedback);

    /// <param name="tolerance">A negative one counts as if it were positive.</param>
    public static NumericalAnswer Around(decimal number, decimal tolerance, Weight weight, string feedback) =>
        new(Math.Max(number - Math.Abs(tolerance), -Limit), Math.Min(number + Math.Abs(tolerance), Limit), weight, feedback);

    public bool Accepts(decimal number) => Lowest <= number && number <= Highest;

    /// <summary><c>1822</c>, or from bound to bound: <c>1820 – 1824</c>; a star for any number.</summary>
    public override string ToString()
    {
        if (IsAnything) return @"\*";
        return Lowest == Highest ? Digits(Lowest) : $"{Digits(Lowest)} – {Digits(Highest)}";
    }

    internal static string Digits(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A number as files write it; null when it is none, or beyond <see cref="Limit"/>.</summary>
    internal static decimal? Number(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= Limit ? number : null;
}
