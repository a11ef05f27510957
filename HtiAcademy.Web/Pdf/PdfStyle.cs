namespace HtiAcademy.Web.Pdf;

/// <summary>How text is set.</summary>
/// <param name="Size">In points.</param>
/// <param name="Tracking">Added between letters, in points.</param>
/// <param name="Leading">From one line to the next, in times the size.</param>
public sealed record PdfStyle(TrueTypeFont Font, double Size, PdfColor Color, double Tracking = 0, double Leading = 1.3)
{
    public double LineHeight => Size * Leading;

    public double CapHeight => Font.CapHeight * Size / 1000;

    /// <summary>In points, blanks at the end not counted.</summary>
    public double Width(string text)
    {
        var trimmed = text.TrimEnd(' ');
        // Without letters to be spaced apart, and none to be shaped, nothing need be set to be measured.
        return Tracking == 0 && TextRun.PlainAdvance(Font, PdfSyntax.Printable(trimmed)) is { } advance
            ? advance * Size / 1000
            : Width(TextLine.Set(Font, trimmed));
    }

    internal double Width(TextLine line) =>
        line.Runs.Sum(run => run.Advance) * Size / 1000 + Tracking * Math.Max(0, line.Runs.Sum(run => run.Spaced) - 1);

    /// <summary>This style, made smaller where <paramref name="text"/> would need more lines of that width, but not below <paramref name="smallest"/> points.</summary>
    public PdfStyle Fitting(string text, double width, int lines, double smallest)
    {
        var style = this;
        while (style.Size > smallest && style.Wrap(text, width).Count > lines)
        {
            style = style with { Size = Math.Max(smallest, style.Size - 0.5) };
        }

        return style;
    }

    /// <summary>
    /// Lines no wider than <paramref name="width"/>, broken at blanks, and within a word that is wider than a line. A line
    /// broken at a blank ends with it, so that the lines read on as the text they were.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            var words = paragraph.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (string.Join(' ', words) is var whole && Width(whole) <= width)
            {
                lines.Add(whole);
                continue;
            }

            foreach (var word in words)
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (Width(longer) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add($"{line} ");
                }

                var pieces = Pieces(word, width);
                lines.AddRange(pieces[..^1]);
                line = pieces[^1];
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>As few lines as <see cref="Wrap"/> makes, but of nearly one length, as centred text should be.</summary>
    public IReadOnlyList<string> WrapEvenly(string text, double width)
    {
        var lines = Wrap(text, width);
        // Lines that the text itself ends stay as many however narrow they are.
        var narrowest = width / 4;
        for (var narrower = Wrap(text, width *= 0.97); narrower.Count == lines.Count && lines.Count > 1 && width > narrowest; narrower = Wrap(text, width *= 0.97))
        {
            lines = narrower;
        }

        return lines;
    }

    private List<string> Pieces(string word, double width)
    {
        var pieces = new List<string>();
        var piece = "";
        foreach (var letter in TextCluster.Letters(PdfSyntax.Printable(word)))
        {
            if (piece.Length > 0 && Width(piece + letter) > width)
            {
                pieces.Add(piece);
                piece = "";
            }

            piece += letter;
        }

        return [.. pieces, piece];
    }
}
