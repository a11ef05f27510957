using Markdig.Helpers;
using Markdig.Parsers;

namespace HtiAcademy.Domain.Content.Markdown.Facts;

internal sealed class FactInlineParser : InlineParser
{
    private const string Opening = "{{";
    private const string Closing = "}}";

    /// <summary>Letters; the longest path is a few words. Bounds the search where the braces are never closed.</summary>
    private const int LongestFact = 200;

    public FactInlineParser() => OpeningCharacters = [Opening[0]];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        text = text[..Math.Min(text.Length, LongestFact)];
        var end = text.IndexOf(Closing);
        if (!text.StartsWith(Opening) || end < 0 || text[..end].Contains('\n'))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new FactInline(text[Opening.Length..end].Trim().ToString())
        {
            Line = line,
            Column = column,
            Span = new(start, start + end + Closing.Length - 1),
        };
        slice.Start += end + Closing.Length;
        return true;
    }
}
