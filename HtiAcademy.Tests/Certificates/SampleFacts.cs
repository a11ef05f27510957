using System.Text;
using HtiAcademy.Web.Certificates;

namespace HtiAcademy.Tests.Certificates;

/// <summary>What statements say, made up: names in the scripts of many countries, short and as long as they may be.</summary>
internal static class SampleFacts
{
    public const int LongestName = 120;

    // First and last code point of letters: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, Ethiopic, Hangul,
    // Han, and Adlam of West Africa, whose letters take four bytes each.
    private static readonly (int First, int Last)[] Scripts =
    [
        (0x41, 0x5A), (0xC0, 0xD6), (0x100, 0x17F), (0x391, 0x3A1), (0x410, 0x44F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x905, 0x939),
        (0xE01, 0xE2E), (0x1200, 0x1240), (0xAC00, 0xAD00), (0x4E00, 0x4F00), (0x1E900, 0x1E943),
    ];

    public static StatedFacts Usual { get; } = StatedFacts.Of(ProvenCertificate.Issue(), "academy.example.org");

    public static IEnumerable<StatedFacts> Generate(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(i => Of(random, Scripts[i % Scripts.Length], i < Scripts.Length ? LongestName : random.Next(1, LongestName + 1)));
    }

    private static StatedFacts Of(Random random, (int First, int Last) script, int length)
    {
        var day = new DateOnly(2020, 1, 1).AddDays(random.Next(20_000));
        return new StatedFacts(
            $"HTI-UG-{day.Year}-{random.Next(1, 999_999):D6}", Name(random, script, length), Maybe(random, "Inspector"), Maybe(random, Name(random, script, 30)),
            Name(random, script, 40), random.Next(1, 2000) / 10m, "80–89 %", day, random.Next(2) == 0 ? null : day.AddMonths(24),
            "Uganda", "es", Maybe(random, "HTI-UG-2024-000007"), "academy.example.org");
    }

    private static string? Maybe(Random random, string text) => random.Next(2) == 0 ? null : text;

    private static string Name(Random random, (int First, int Last) script, int length)
    {
        var name = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            name.Append(new Rune(i % 9 == 8 ? ' ' : random.Next(script.First, script.Last + 1)).ToString());
        }

        return name.ToString();
    }
}
