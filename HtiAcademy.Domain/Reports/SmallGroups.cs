namespace HtiAcademy.Domain.Reports;

public enum GroupShown
{
    AsItIs,

    /// <summary>It is below <see cref="SmallGroups.Least"/>.</summary>
    Few,

    /// <summary>It is not, but with the total it would tell how many a small one holds.</summary>
    Hidden,
}

/// <summary>Keeps the scores of a few officers out of what is broken down into groups.</summary>
public static class SmallGroups
{
    /// <summary>Officers, below which a group is not told.</summary>
    public const int Least = 5;

    /// <summary>
    /// What of the groups' sizes may be told to somebody who knows their total. Every group below <see cref="Least"/> is kept
    /// back, empty ones too; when the rest would still give one away, so is the largest of the others: of any smaller one the size
    /// could be told from those that are shown.
    /// </summary>
    /// <returns>Null when nothing may be told, not even the total: each group is small and the total alone gives them away.</returns>
    public static IReadOnlyList<GroupShown>? Of(IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var shown = sizes.Select(size => size < Least ? GroupShown.Few : GroupShown.AsItIs).ToArray();
        var few = sizes.Where(size => size < Least).ToList();
        if (!GiveThemselvesAway(few))
        {
            return shown;
        }

        if (few.Count == sizes.Count)
        {
            return null;
        }

        shown[Enumerable.Range(0, sizes.Count).MaxBy(i => sizes[i])] = GroupShown.Hidden;
        return shown;
    }

    // Their sum is known. It leaves no choice when there is only one of them, or when all are as large as they can be; if
    // that alone kept another group back, keeping it back would say so, hence one less.
    private static bool GiveThemselvesAway(List<int> few) => few.Count == 1 || (few.Count > 0 && few.Sum() >= (few.Count * (Least - 1)) - 1);
}
