namespace HtiAcademy.Domain.Authoring;

/// <summary>Whose words of a part go on. A part that one of them does not have is left out by choosing theirs who lacks it.</summary>
public enum MergeChoice
{
    Mine,
    Theirs,
    Both,
}

/// <summary>Two wordings of one text, part by part, for a person who chooses between them.</summary>
public sealed class TextMerge
{
    /// <param name="common">What both were made from; empty when that is not known.</param>
    public TextMerge(IReadOnlyList<TextPart> mine, IReadOnlyList<TextPart> theirs, IReadOnlyList<TextPart> common)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(common);
        Parts = [.. Keys(mine, theirs, common).Select(key => new MergedPart(Find(mine, key), Find(theirs, key), Suggested(key, mine, theirs, common)))];
    }

    /// <summary>All parts that one or both have, in the order of the merged text.</summary>
    public IReadOnlyList<MergedPart> Parts { get; }

    /// <param name="choice">For each part that differs.</param>
    public string Text(Func<MergedPart, MergeChoice> choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var text = "";
        foreach (var part in Parts)
        {
            var words = part.Differs ? part.Words(choice(part)) : part.Mine!.Text;
            var needsSpace = words.Length > 0 && text.Length > 0 && part.Kind == TextPartKind.Section && !text.EndsWith("\n\n", StringComparison.Ordinal);
            text = (needsSpace ? text.TrimEnd('\n') + "\n\n" : text) + words;
        }

        return text.TrimEnd('\n') + "\n";
    }

    /// <summary>In the order of whoever moved parts about; what only the other has comes after what it stands behind there.</summary>
    private static List<string> Keys(IReadOnlyList<TextPart> mine, IReadOnlyList<TextPart> theirs, IReadOnlyList<TextPart> common)
    {
        var iMoved = !Shared(mine, common).SequenceEqual(Shared(common, mine), StringComparer.Ordinal);
        var (first, second) = common.Count > 0 && !iMoved ? (theirs, mine) : (mine, theirs);
        var keys = first.Select(part => part.Key).ToList();
        var place = 0;
        foreach (var part in second)
        {
            var known = keys.IndexOf(part.Key);
            if (known < 0)
            {
                keys.Insert(place, part.Key);
                known = place;
            }

            place = known + 1;
        }

        return keys;
    }

    private static IEnumerable<string> Shared(IReadOnlyList<TextPart> parts, IReadOnlyList<TextPart> others) =>
        parts.Select(part => part.Key).Where(key => Find(others, key) is not null);

    /// <returns>Null where both wrote, or where it is not known who did.</returns>
    private static MergeChoice? Suggested(string key, IReadOnlyList<TextPart> mine, IReadOnlyList<TextPart> theirs, IReadOnlyList<TextPart> common) =>
        common.Count == 0 ? null
        : TextPart.Same(Find(mine, key), Find(common, key)) ? MergeChoice.Theirs
        : TextPart.Same(Find(theirs, key), Find(common, key)) ? MergeChoice.Mine
        : null;

    private static TextPart? Find(IReadOnlyList<TextPart> parts, string key) => parts.FirstOrDefault(part => part.Key == key);
}

/// <param name="Mine">Null when only they have it.</param>
/// <param name="Theirs">Null when only I have it.</param>
/// <param name="Suggested">The words of who changed it, where that is one of the two.</param>
public sealed record MergedPart(TextPart? Mine, TextPart? Theirs, MergeChoice? Suggested)
{
    public TextPartKind Kind => (Mine ?? Theirs)!.Kind;

    public string? Heading => (Mine ?? Theirs)!.Heading;

    public bool Differs => !TextPart.Same(Mine, Theirs);

    /// <summary>Two front matters in one file cannot be read, and what one does not have is kept by choosing the other.</summary>
    public bool MayKeepBoth => Kind != TextPartKind.FrontMatter && Mine is not null && Theirs is not null;

    internal string Words(MergeChoice choice) => choice switch
    {
        MergeChoice.Both when MayKeepBoth => $"{Mine!.Text.TrimEnd()}\n\n{Below(Theirs!).Trim('\n')}\n",
        MergeChoice.Theirs => Theirs?.Text ?? "",
        _ => Mine?.Text ?? "",
    };

    /// <summary>Under one heading, or its id would stand there twice.</summary>
    private static string Below(TextPart part) =>
        part.Kind == TextPartKind.Section ? part.Text[(part.Text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : part.Text.Length)..] : part.Text;
}
