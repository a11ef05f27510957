namespace HtiAcademy.Domain.Questions.Gift;

/// <param name="Number">1-based in its file.</param>
internal readonly record struct GiftLine(int Number, string Text);

/// <summary>The lines of one question.</summary>
internal sealed record GiftBlock(GiftText Text, string Category);

/// <summary>A bank's questions, parted by blank lines, without comments and category lines.</summary>
internal static class GiftBlocks
{
    public const string CategoryMark = "$CATEGORY:";
    public const string CommentMark = "//";

    public static IEnumerable<GiftBlock> Of(string bank, int firstLine, QuestionFindings findings)
    {
        var block = new List<GiftLine>();
        var category = "";
        GiftLine? categoryAbove = null;
        foreach (var line in Lines(bank, firstLine).Append(default))
        {
            if (line.Text?.StartsWith(CommentMark, StringComparison.Ordinal) == true) continue;

            var isCategory = line.Text?.StartsWith(CategoryMark, StringComparison.Ordinal) == true;
            if (block.Count > 0 && (isCategory || string.IsNullOrEmpty(line.Text)))
            {
                yield return new GiftBlock(GiftText.Of(block).Trim(), category);
                if (isCategory) WarnOfNeighbour(line, findings);
                block.Clear();
            }

            if (isCategory)
            {
                category = ReadCategory(line, category, findings);
            }
            else if (!string.IsNullOrEmpty(line.Text))
            {
                if (categoryAbove is { } above) WarnOfNeighbour(above, findings);
                block.Add(line);
            }

            categoryAbove = isCategory ? line : null;
        }
    }

    private static IEnumerable<GiftLine> Lines(string bank, int firstLine) =>
        bank.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r')
            .Select((text, index) => new GiftLine(firstLine + index, text.Trim()));

    private static string ReadCategory(GiftLine line, string category, QuestionFindings findings)
    {
        if (line.Text[CategoryMark.Length..].Trim() is { Length: > 0 } written) return written;

        findings.Warning(line.Number, GiftCodes.CategoryLine, "a category without a name is left out; the one before it goes on");
        return category;
    }

    // Moodle takes a whole block that begins with a category for its name, and the question in it is gone.
    private static void WarnOfNeighbour(GiftLine line, QuestionFindings findings) =>
        findings.Warning(line.Number, GiftCodes.CategoryLine, "Moodle needs a blank line before and after a category");
}
