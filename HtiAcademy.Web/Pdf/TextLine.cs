namespace HtiAcademy.Web.Pdf;

/// <summary>One line of text as glyphs.</summary>
/// <param name="Runs">In the order they are read.</param>
/// <param name="OnPaper">Their places in that order, from left to right as they stand on paper.</param>
/// <param name="RightToLeft">The line begins with a letter of a script that runs so.</param>
internal sealed record TextLine(IReadOnlyList<TextRun> Runs, IReadOnlyList<int> OnPaper, bool RightToLeft)
{
    /// <summary>Whether any run stands elsewhere on paper than it is read.</summary>
    public bool RunsRightToLeft => Runs.Any(run => run.RightToLeft);

    public static TextLine Set(TrueTypeFont font, string text)
    {
        var printable = PdfSyntax.Printable(text);
        return printable.Length == 0 ? new([], [], RightToLeft: false)
            : TextRun.Plain(font, printable) is { } plain ? new([plain], [0], RightToLeft: false)
            : Set(TextCluster.Split(font, printable));
    }

    private static TextLine Set(IReadOnlyList<TextCluster> clusters)
    {
        var order = new TextOrder([.. clusters.Select(cluster => cluster.Direction)]);
        var (runs, levels) = (new List<TextRun>(), new List<int>());
        for (int start = 0, end; start < clusters.Count; start = end)
        {
            var level = order.Levels[start];
            end = start + 1;
            while (end < clusters.Count && order.Levels[end] == level && clusters[end].GoesOn(clusters[start], rightToLeft: level % 2 == 1))
            {
                end++;
            }

            runs.Add(TextRun.Of(clusters.Skip(start).Take(end - start), rightToLeft: level % 2 == 1));
            levels.Add(level);
        }

        return new(runs, TextOrder.OnPaper(levels), order.RightToLeft);
    }
}
