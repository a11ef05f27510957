using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace HtiAcademy.Web.Content;

/// <summary>Marks the changed words of changed lines, for as long as that is quick.</summary>
internal sealed class WordDiff
{
    /// <summary>Comparing two lines takes at most time in proportion to the product of their words; this many take half a second.</summary>
    private long _patience = 20_000_000;

    /// <summary>The first line is taken for a rewording of the first, and so on.</summary>
    public ChangedLines Compare(string[] before, string[] now)
    {
        var pairs = before.Zip(now, Compare).ToList();
        return new ChangedLines(
            [.. pairs.Select(pair => pair.Before), .. before.Skip(pairs.Count).Select(Whole)],
            [.. pairs.Select(pair => pair.Now), .. now.Skip(pairs.Count).Select(Whole)]);
    }

    private (IReadOnlyList<DiffWords> Before, IReadOnlyList<DiffWords> Now) Compare(string before, string now)
    {
        var chunker = new WordChunker();
        _patience -= (long)chunker.Chunk(before).Count * chunker.Chunk(now).Count;
        if (_patience < 0)
        {
            return (Whole(before), Whole(now));
        }

        var words = Differ.Instance.CreateDiffs(before, now, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var (old, renewed) = (
            Marked([.. words.PiecesOld], words.DiffBlocks.Select(block => (block.DeleteStartA, block.DeleteCountA))),
            Marked([.. words.PiecesNew], words.DiffBlocks.Select(block => (block.InsertStartB, block.InsertCountB))));
        // Two sentences that share little but "the" and "of" read better whole.
        return IsReworded(old) || IsReworded(renewed) ? (old, renewed) : (Whole(before), Whole(now));
    }

    private static bool IsReworded(List<DiffWords> line) => line.Where(words => !words.Changed).Sum(words => words.Text.Length) * 3 >= line.Sum(words => words.Text.Length);

    private static IReadOnlyList<DiffWords> Whole(string line) => [new DiffWords(line, true)];

    private static List<DiffWords> Marked(string[] words, IEnumerable<(int Start, int Count)> changes)
    {
        var changed = new bool[words.Length];
        foreach (var (start, count) in changes)
        {
            Array.Fill(changed, true, start, count);
        }

        for (var index = 1; index < words.Length - 1; index++)
        {
            // A blank between two changed words is marked with them, so that they are one mark.
            changed[index] |= changed[index - 1] && changed[index + 1] && string.IsNullOrWhiteSpace(words[index]);
        }

        return Runs(words, changed);
    }

    private static List<DiffWords> Runs(string[] words, bool[] changed)
    {
        var runs = new List<DiffWords>();
        for (int index = 0, end; index < words.Length; index = end)
        {
            var run = new StringBuilder();
            for (end = index; end < words.Length && changed[end] == changed[index]; end++)
            {
                run.Append(words[end]);
            }

            runs.Add(new DiffWords(run.ToString(), changed[index]));
        }

        return runs;
    }
}
