using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Tailoring;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>Finds a text's sections, and marks the lines that only some readers see.</summary>
internal sealed class OutlineReader
{
    private readonly TextLine[] _lines;
    private readonly int[] _lineStarts;
    private readonly HeadingBlock[] _headings;
    private int _nextHeading;

    private OutlineReader(LinedText text, MarkdownDocument document)
    {
        _lines = [.. text.Lines];
        _lineStarts = LineStarts(text);
        _headings = [.. document.OfType<HeadingBlock>()];
        MarkBlocks(document, null);
    }

    /// <param name="firstLine">0-based; above it stands the front matter.</param>
    public static Section Read(LinedText text, MarkdownDocument document, int firstLine) =>
        new OutlineReader(text, document).ReadSection(null, firstLine);

    private Section ReadSection(HeadingBlock? heading, int firstLine)
    {
        var level = heading?.Level ?? 0;
        var own = _lines[firstLine..(_nextHeading < _headings.Length ? _headings[_nextHeading].Line : _lines.Length)];
        var inside = new List<Section>();
        while (_nextHeading < _headings.Length && _headings[_nextHeading].Level > level)
        {
            var next = _headings[_nextHeading++];
            inside.Add(ReadSection(next, next.Line));
        }

        var id = heading is null ? null : HeadingId.Of(heading);
        return new Section(level, id?.Id, id?.After, own, inside);
    }

    private void MarkBlocks(ContainerBlock container, BlockRule? outer)
    {
        foreach (var block in container.OfType<CustomContainer>())
        {
            var rule = outer;
            var last = LineAt(block.Span.End);
            if (BlockRule.IsTailoring(block.Info))
            {
                rule = BlockRule.Parse(block.Info!, block.Arguments, outer);
                Mark(block.Line, last, rule, closed: block.ClosingFencedCharCount > 0);
            }

            MarkBlocks(block, rule);
        }
    }

    /// <summary>Blank lines stand in for the fences, so that the paragraphs around and inside stay apart.</summary>
    private void Mark(int first, int last, BlockRule rule, bool closed)
    {
        for (var index = first; index <= last; index++)
        {
            var isFence = index == first || (closed && index == last);
            _lines[index] = _lines[index] with { Readers = isFence ? rule.Outer : rule, Text = isFence ? "" : _lines[index].Text };
        }
    }

    private int LineAt(int position)
    {
        var index = Array.BinarySearch(_lineStarts, position);
        return index < 0 ? ~index - 1 : index;
    }

    private static int[] LineStarts(LinedText text)
    {
        var starts = new int[text.Lines.Count];
        for (var index = 1; index < starts.Length; index++)
        {
            starts[index] = starts[index - 1] + text.Lines[index - 1].Text.Length + 1;
        }

        return starts;
    }
}
