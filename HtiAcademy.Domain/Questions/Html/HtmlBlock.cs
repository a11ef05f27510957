namespace HtiAcademy.Domain.Questions.Html;

internal abstract record HtmlBlock
{
    public abstract string ToCommonMark();

    public abstract string ToPlain();

    protected static string Indent(string lines, string first, string rest) =>
        first + lines.Replace("\n", "\n" + rest, StringComparison.Ordinal).Replace($"\n{rest}\n", $"\n{rest.TrimEnd()}\n", StringComparison.Ordinal);
}

internal sealed record HtmlParagraph(IReadOnlyList<HtmlRun> Runs) : HtmlBlock
{
    public override string ToCommonMark() => new RunWriter(Runs).Write();

    public override string ToPlain() => string.Concat(Runs.Select(run => run.Text));
}

internal sealed record HtmlQuotation(IReadOnlyList<HtmlBlock> Blocks) : HtmlBlock
{
    public override string ToCommonMark() => Indent(string.Join("\n\n", Blocks.Select(block => block.ToCommonMark())), "> ", "> ");

    public override string ToPlain() => string.Join(' ', Blocks.Select(block => block.ToPlain()));
}

internal sealed record HtmlList(bool Ordered, IReadOnlyList<IReadOnlyList<HtmlBlock>> Items) : HtmlBlock
{
    public override string ToCommonMark() => string.Join('\n', Items.Select((item, index) => Item(item, Ordered ? $"{index + 1}. " : "- ")));

    public override string ToPlain() => string.Join(' ', Items.SelectMany(item => item).Select(block => block.ToPlain()));

    private static string Item(IReadOnlyList<HtmlBlock> blocks, string marker)
    {
        var lines = blocks[0].ToCommonMark();
        foreach (var block in blocks.Skip(1)) lines += (block is HtmlList ? "\n" : "\n\n") + block.ToCommonMark();
        return Indent(lines, marker, new string(' ', marker.Length));
    }
}
