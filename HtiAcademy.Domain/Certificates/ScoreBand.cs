using System.Globalization;

namespace HtiAcademy.Domain.Certificates;

public static class ScoreBand
{
    /// <summary>The ten percent that a score lies in, from the pass mark up: <c>80–89 %</c>, <c>90–100 %</c>.</summary>
    public static string Of(decimal percent, int pass)
    {
        var low = Math.Max(pass, (int)Math.Floor(Math.Min(percent, 99) / 10) * 10);
        var high = low >= 90 ? 100 : (low / 10 * 10) + 9;
        return string.Create(CultureInfo.InvariantCulture, $"{low}–{high} %");
    }
}
