using Markdig.Helpers;
using Markdig.Parsers;

namespace HtiAcademy.Domain.Content.Markdown.Facts;

internal sealed class FactInlineParser : InlineParser
{
    private const string Opening = "{{";
    private const string Closing = "}}";

    public FactInlineParser() => OpeningCharacters = [Opening[0]];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
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
