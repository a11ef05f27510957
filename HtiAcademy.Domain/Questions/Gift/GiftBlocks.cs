namespace HtiAcademy.Domain.Questions.Gift;

/// <param name="Number">1-based in its file.</param>
internal readonly record struct GiftLine(int Number, string Text);

/// <summary>A bank's questions, parted by blank lines, without comments and category lines.</summary>
internal static class GiftBlocks
{
    public static IEnumerable<GiftText> Of(string bank, int firstLine)
    {
        var block = new List<GiftLine>();
        foreach (var line in Lines(bank, firstLine).Append(default))
        {
            if (!string.IsNullOrEmpty(line.Text))
            {
                if (!IsSkipped(line.Text)) block.Add(line);
            }
            else if (block.Count > 0)
            {
                yield return GiftText.Of(block).Trim();
                block.Clear();
            }
        }
    }

    private static IEnumerable<GiftLine> Lines(string bank, int firstLine) =>
        bank.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r')
            .Select((text, index) => new GiftLine(firstLine + index, text.Trim()));

    private static bool IsSkipped(string line) =>
        line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("$CATEGORY:", StringComparison.Ordinal);
}
