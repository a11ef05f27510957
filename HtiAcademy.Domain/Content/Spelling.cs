namespace HtiAcademy.Domain.Content;

/// <summary>Guesses what an author meant to write.</summary>
internal static class Spelling
{
    private const int LongestWord = 60;

    /// <summary>Among more, guessing for each of many mistakes would take longer than all checks.</summary>
    private const int MostCandidates = 300;

    /// <returns>A sentence with a space before it, or nothing when no candidate is near.</returns>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return "";
        }

        var farthest = Math.Max(1, (word.Length + 1) / 3);
        var nearest = candidates
            .Take(MostCandidates)
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= farthest)
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(guess => guess.Distance <= farthest)
            .OrderBy(guess => guess.Distance)
            .ThenBy(guess => guess.Candidate, StringComparer.Ordinal)
            .Select(guess => guess.Candidate)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean \"{nearest}\"?";
    }

    /// <summary>Levenshtein's: how many letters must be added, dropped or changed.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
