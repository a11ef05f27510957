using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace HtiAcademy.Web.Pdf;

internal enum TextDirection
{
    Left,
    Right,
    Number,
    NumberSeparator,
    Neutral,
}

/// <summary>
/// In which order the letters of a line stand on paper where scripts of both directions meet: the main rules of the
/// Unicode Bidirectional Algorithm (UAX #9). Left out are its embedding and isolating signs and its pairing of brackets.
/// </summary>
internal sealed class TextOrder
{
    private readonly TextDirection[] _directions;

    public TextOrder(TextDirection[] directions)
    {
        _directions = directions;
        var first = Array.Find(directions, IsStrong);
        RightToLeft = first == TextDirection.Right;
        ReadNumbers();
        ReadNeutrals();
        Levels = [.. _directions.Select(Level)];
    }

    /// <summary>Even where the text runs to the right, odd where it runs to the left; a higher one lies within a lower.</summary>
    public IReadOnlyList<int> Levels { get; }

    /// <summary>The first letter that has a direction gives it to the line.</summary>
    public bool RightToLeft { get; }

    private TextDirection Own => RightToLeft ? TextDirection.Right : TextDirection.Left;

    public static TextDirection DirectionOf(Rune character)
    {
        const int LeftToRightMark = 0x200E, RightToLeftMark = 0x200F, ArabicLetterMark = 0x61C;
        var script = TextCluster.ScriptOf(character);
        var shared = script == Script.Common || script == Script.Inherited || script == Script.Unknown;
        return character.Value switch
        {
            LeftToRightMark => TextDirection.Left,
            RightToLeftMark or ArabicLetterMark => TextDirection.Right,
            _ when Rune.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber && (shared || script == Script.Arabic) => TextDirection.Number,
            '.' or ',' or ':' or '/' or '-' or '+' or 0xA0 => TextDirection.NumberSeparator,
            _ when shared => TextDirection.Neutral,
            _ => script.HorizontalDirection == HarfBuzzSharp.Direction.RightToLeft ? TextDirection.Right : TextDirection.Left,
        };
    }

    /// <summary>The places of runs from left to right as they stand on paper, of their levels as they are read (rule L2).</summary>
    public static IReadOnlyList<int> OnPaper(IReadOnlyList<int> levels)
    {
        var places = Enumerable.Range(0, levels.Count).ToList();
        for (var level = levels.Max(); level > 0; level--)
        {
            for (int start = 0, end; start < levels.Count; start = end + 1)
            {
                end = start;
                while (end < levels.Count && levels[places[end]] >= level)
                {
                    end++;
                }

                places.Reverse(start, end - start);
            }
        }

        return places;
    }

    /// <summary>Digits run to the right even among letters that do not; a sign between two digits belongs to them (rules W4 and W7).</summary>
    private void ReadNumbers()
    {
        var around = Own;
        for (var i = 0; i < _directions.Length; i++)
        {
            around = IsStrong(_directions[i]) ? _directions[i] : around;
            _directions[i] = _directions[i] switch
            {
                TextDirection.Number when around == TextDirection.Left => TextDirection.Left,
                TextDirection.NumberSeparator => IsNumber(i - 1) && IsNumber(i + 1) ? TextDirection.Number : TextDirection.Neutral,
                var other => other,
            };
        }
    }

    /// <summary>What has no direction takes that of both its neighbours, or else the line's (rules N1 and N2).</summary>
    private void ReadNeutrals()
    {
        for (int start = 0, end; start < _directions.Length; start = end + 1)
        {
            end = start;
            while (end < _directions.Length && _directions[end] == TextDirection.Neutral)
            {
                end++;
            }

            var (before, after) = (Neighbour(start - 1), Neighbour(end));
            Array.Fill(_directions, before == after ? before : Own, start, end - start);
        }
    }

    private TextDirection Neighbour(int place) =>
        place < 0 || place == _directions.Length ? Own : _directions[place] == TextDirection.Number ? TextDirection.Right : _directions[place];

    private bool IsNumber(int place) => place >= 0 && place < _directions.Length && _directions[place] == TextDirection.Number;

    private int Level(TextDirection direction) => direction switch
    {
        TextDirection.Right => 1,
        TextDirection.Number => 2,
        _ => RightToLeft ? 2 : 0,
    };

    private static bool IsStrong(TextDirection direction) => direction is TextDirection.Left or TextDirection.Right;
}
