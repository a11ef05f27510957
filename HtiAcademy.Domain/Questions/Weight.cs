using System.Globalization;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>What an answer adds to its question's mark, in percent from −100 to 100; the default adds nothing.</summary>
public readonly record struct Weight
{
    public static readonly Weight None;
    public static readonly Weight Full = new(100);

    // Moodle takes a written weight for the nearest it offers when they differ by less than this.
    private const decimal ReadingTolerance = 0.001m;

    // The grades Moodle offers, to five places; a bank that uses others is refused there too.
    private static readonly decimal[] Offered =
    [
        100, 90, 83.33333m, 80, 75, 70, 66.66667m, 60, 50, 40, 33.33333m, 30, 25, 20,
        16.66667m, 14.28571m, 12.5m, 11.11111m, 10, 5, 0,
    ];

    public Weight(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, -100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        Percent = percent;
    }

    public decimal Percent { get; }

    public bool IsRight => Percent > 0;

    /// <summary>The offered weight closest to a written one, which may have been cut short: 33.333 is a third.</summary>
    public static Weight Nearest(decimal percent)
    {
        var size = Offered.MinBy(offered => Math.Abs(offered - Math.Abs(percent)));
        return new Weight(percent < 0 && size > 0 ? -size : size);
    }

    /// <summary>Reads a weight of a file; one that is not offered is an error, and the nearest is taken.</summary>
    internal static Weight Read(decimal percent, int line, QuestionFindings findings)
    {
        var weight = Nearest(percent);
        if (Math.Abs(weight.Percent - percent) >= ReadingTolerance)
            findings.Error(line, GiftCodes.UnknownWeight, FormattableString.Invariant($"{percent} percent is not a weight that Moodle knows; the nearest is {weight}"));
        return weight;
    }

    /// <summary>The sum as a fraction of the mark, to five places: three thirds make exactly 1.</summary>
    public static decimal Sum(IEnumerable<Weight> weights) =>
        Math.Round(weights.Sum(weight => weight.Percent) / 100, 5, MidpointRounding.AwayFromZero);

    /// <summary>Equal weights are written alike, as hashes need: <c>100</c>, <c>-33.33333</c>.</summary>
    public override string ToString() => Percent.ToString("0.#####", CultureInfo.InvariantCulture);
}
