namespace HtiAcademy.Domain.Statistics;

/// <summary>From and to, 95 %.</summary>
public readonly record struct Interval(double From, double To)
{
    private const double Z = 1.959964;

    /// <summary>
    /// Wilson's interval for a proportion. It serves a mean of marks too: values from 0 to 1 vary at most as much as zeros and
    /// ones of the same mean, so with partial marks it is rather too wide than too narrow.
    /// </summary>
    internal static Interval Wilson(double mean, int count)
    {
        var zz = Z * Z / count;
        var centre = mean + (zz / 2);
        var half = Z * Math.Sqrt((mean * (1 - mean) / count) + (zz / count / 4));
        // In exact arithmetic it never leaves out the mean, nor leaves 0 to 1; in rounded arithmetic it might by a hair.
        return new(Math.Clamp((centre - half) / (1 + zz), 0, mean), Math.Clamp((centre + half) / (1 + zz), mean, 1));
    }
}
