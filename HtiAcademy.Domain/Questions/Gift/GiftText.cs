namespace HtiAcademy.Domain.Questions.Gift;

internal readonly record struct GiftCharacter(char Value, bool Escaped, int Line);

/// <summary>A stretch of GIFT in which escapes are resolved: an escaped character never counts as syntax, and every
/// character knows its line.</summary>
internal sealed class GiftText
{
    public const string Escapable = "~=#{}:\\";

    private readonly GiftCharacter[] _source;
    private readonly int _start;

    private GiftText(GiftCharacter[] source, int start, int length)
    {
        (_source, _start, Length) = (source, start, length);
    }

    public int Length { get; }

    /// <summary>1-based line of the file where the text starts, or where it would if it is empty.</summary>
    public int Line => _source[Math.Min(_start, _source.Length - 1)].Line;

    /// <param name="lines">At least one.</param>
    public static GiftText Of(IReadOnlyList<GiftLine> lines)
    {
        GiftCharacter[] source = [.. lines.SelectMany(Characters)];
        return new GiftText(source, 0, source.Length);
    }

    /// <summary>Gives the class its ranges: <c>text[2..]</c>.</summary>
    public GiftText Slice(int start, int length) => new(_source, _start + start, length);

    public bool Contains(string syntax) => IndexOf(syntax) >= 0;

    public bool StartsWith(string syntax) => IsAt(0, syntax);

    public int IndexOf(params string[] syntaxes)
    {
        for (var index = 0; index < Length; index++)
            if (Array.Exists(syntaxes, syntax => IsAt(index, syntax))) return index;
        return -1;
    }

    public int LastIndexOf(string syntax)
    {
        for (var index = Length - 1; index >= 0; index--)
            if (IsAt(index, syntax)) return index;
        return -1;
    }

    /// <summary>What is before and after the first place of the syntax; after is null when there is none.</summary>
    public (GiftText Before, GiftText? After) Cut(string syntax) =>
        IndexOf(syntax) is var index and >= 0 ? (this[..index], this[(index + syntax.Length)..]) : (this, null);

    /// <summary>The pieces that begin with one of the markers, and what comes before the first unless it is blank, trimmed.</summary>
    public IEnumerable<GiftText> SplitBefore(params string[] markers)
    {
        var start = 0;
        for (var index = 1; index <= Length; index++)
        {
            if (index < Length && !Array.Exists(markers, marker => IsAt(index, marker))) continue;
            var piece = this[start..index].Trim();
            if (piece.Length > 0) yield return piece;
            start = index;
        }
    }

    public GiftText Trim()
    {
        var (start, end) = (0, Length);
        while (start < end && IsWhite(start)) start++;
        while (end > start && IsWhite(end - 1)) end--;
        return this[start..end];
    }

    public override string ToString() =>
        string.Create(Length, this, (characters, text) =>
        {
            for (var index = 0; index < characters.Length; index++) characters[index] = text.At(index).Value;
        });

    private bool IsAt(int index, string syntax)
    {
        if (index + syntax.Length > Length) return false;
        for (var offset = 0; offset < syntax.Length; offset++)
            if (At(index + offset) is var character && (character.Escaped || character.Value != syntax[offset])) return false;
        return true;
    }

    private bool IsWhite(int index) => At(index) is { Escaped: false } character && char.IsWhiteSpace(character.Value);

    private GiftCharacter At(int index) => _source[_start + index];

    private static IEnumerable<GiftCharacter> Characters(GiftLine line)
    {
        for (var index = 0; index < line.Text.Length; index++)
        {
            var next = line.Text[index] == '\\' && index + 1 < line.Text.Length ? line.Text[index + 1] : ' ';
            if (next != 'n' && !Escapable.Contains(next, StringComparison.Ordinal) && !IsArrowHead(line.Text, index))
            {
                yield return new GiftCharacter(line.Text[index], Escaped: false, line.Number);
                continue;
            }

            yield return new GiftCharacter(next == 'n' ? '\n' : next, Escaped: true, line.Number);
            index++;
        }

        yield return new GiftCharacter('\n', Escaped: false, line.Number);
    }

    // Moodle has no escape for an arrow. It keeps the backslash of "-\>", and its Markdown shows an arrow for it.
    private static bool IsArrowHead(string line, int index) =>
        index > 0 && line.AsSpan(index - 1).StartsWith("-\\>", StringComparison.Ordinal);
}
