using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace HtiAcademy.Web.Content;

/// <summary>What changed from one text to another: lines first, then words inside lines that were reworded.</summary>
/// <param name="TooLarge">Nothing was compared, because it could take seconds.</param>
public sealed record TextDiff(bool TooLarge, IReadOnlyList<DiffPart> Parts)
{
    private const int MostCharacters = 500_000;
    private const int MostChangedLines = 5_000;

    /// <summary>How many unchanged lines are shown on each side of a change.</summary>
    private const int Context = 2;

    public bool IsUnchanged => !TooLarge && Parts.All(part => part is not ChangedLines);

    public static TextDiff Of(string before, string now)
    {
        (before, now) = (before.ReplaceLineEndings("\n"), now.ReplaceLineEndings("\n"));
        if (before.Length + now.Length > MostCharacters || LinesApart(before, now) > MostChangedLines)
        {
            return new TextDiff(true, []);
        }

        if (before.EndsWith('\n') && now.EndsWith('\n'))
        {
            // Else what follows the last line's end would count as a line.
            (before, now) = (before[..^1], now[..^1]);
        }

        var lines = Differ.Instance.CreateDiffs(before, now, ignoreWhiteSpace: false, ignoreCase: false, new LineChunker());
        return new TextDiff(false, [.. PartsOf(lines)]);
    }

    private static IEnumerable<DiffPart> PartsOf(DiffResult lines)
    {
        string[] before = [.. lines.PiecesOld];
        string[] now = [.. lines.PiecesNew];
        var words = new WordDiff();
        var (next, isFirst) = (0, true);
        foreach (var block in lines.DiffBlocks)
        {
            foreach (var part in Unchanged(before[next..block.DeleteStartA], isFirst, isLast: false))
            {
                yield return part;
            }

            yield return words.Compare(
                before[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)],
                now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            (next, isFirst) = (block.DeleteStartA + block.DeleteCountA, false);
        }

        foreach (var part in Unchanged(before[next..], isFirst, isLast: true))
        {
            yield return part;
        }
    }

    /// <summary>The lines next to a change, and the number of the others.</summary>
    private static IEnumerable<DiffPart> Unchanged(string[] lines, bool isFirst, bool isLast)
    {
        var above = isFirst ? 0 : Math.Min(Context, lines.Length);
        var below = isLast ? 0 : Math.Min(Context, lines.Length - above);
        var folded = lines.Length - above - below;
        // A line says as much as "1 line unchanged".
        (below, folded) = folded == 1 ? (below + 1, 0) : (below, folded);
        if (above > 0)
        {
            yield return new UnchangedLines(lines[..above]);
        }

        if (folded > 0)
        {
            yield return new FoldedLines(folded);
        }

        if (below > 0)
        {
            yield return new UnchangedLines(lines[^below..]);
        }
    }

    /// <summary>Lines that are left when what begins and ends both texts is taken away; the rest costs no time.</summary>
    private static int LinesApart(string before, string now)
    {
        var start = before.AsSpan().CommonPrefixLength(now);
        var a = before.AsSpan(start);
        var b = now.AsSpan(start);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return a[..^end].Count('\n') + b[..^end].Count('\n');
    }
}

/// <summary>A run of lines.</summary>
public abstract record DiffPart;

public sealed record UnchangedLines(IReadOnlyList<string> Lines) : DiffPart;

/// <summary>Unchanged lines far from a change.</summary>
public sealed record FoldedLines(int Count) : DiffPart;

/// <param name="Before">Empty when lines were only added.</param>
/// <param name="Now">Empty when lines were only removed.</param>
public sealed record ChangedLines(IReadOnlyList<IReadOnlyList<DiffWords>> Before, IReadOnlyList<IReadOnlyList<DiffWords>> Now) : DiffPart;

/// <summary>Words of one line; <paramref name="Changed"/> when the other text has not got them.</summary>
public sealed record DiffWords(string Text, bool Changed);
