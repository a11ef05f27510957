using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>Chance that can be repeated: the same seed always gives the same draw and the same order of options.</summary>
public static class Draw
{
    /// <summary>
    /// Draws evenly from all banks, so that a final asks about every module. Gives fewer than <paramref name="count"/>
    /// only when the banks hold fewer.
    /// </summary>
    public static IReadOnlyList<Question> From(IEnumerable<IReadOnlyList<Question>> banks, int count, int seed)
    {
        var shuffled = banks.Select((bank, i) => new Queue<Question>(Shuffle(bank, seed, i))).ToList();
        var drawn = new List<Question>(count);
        while (drawn.Count < count && shuffled.Exists(bank => bank.Count > 0))
        {
            foreach (var bank in Shuffle(shuffled, seed, drawn.Count))
            {
                if (drawn.Count < count && bank.TryDequeue(out var question))
                {
                    drawn.Add(question);
                }
            }
        }

        return Shuffle(drawn, seed, count);
    }

    /// <param name="stream">Tells apart the shuffles made under one seed.</param>
    public static IReadOnlyList<T> Shuffle<T>(IReadOnlyList<T> items, int seed, int stream)
    {
        T[] shuffled = [.. items];
        var state = ((ulong)(uint)seed << 32) | (uint)stream;
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) % (ulong)(i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    // SplitMix64. System.Random is free to change between versions of .NET, which would reorder an open attempt.
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
