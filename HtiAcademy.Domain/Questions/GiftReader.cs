using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>
/// Reads question banks in GIFT, as Moodle's question/format/gift/format.php does. Stricter than Moodle where its
/// reading would lose an author's text in silence: a second pair of braces in a question is an error, and so is a
/// weight, a format or a name that the bank cannot keep. A text without a format is CommonMark.
/// </summary>
public static class GiftReader
{
    /// <summary>Reads a file in UTF-8, in UTF-16 with its mark, or else in windows-1252, of at most 10,000,000 bytes.</summary>
    public static QuestionBank Read(string path, ReadOnlySpan<byte> bytes)
    {
        var bank = new BankBuilder(path);
        if (BankText.Decode(bytes, bank.Findings) is { } text) ReadInto(bank, text, firstLine: 1);
        return bank.Build();
    }

    /// <param name="firstLine">1-based, where the text begins in its file.</param>
    public static QuestionBank Read(string path, string text, int firstLine = 1)
    {
        var bank = new BankBuilder(path);
        ReadInto(bank, text, firstLine);
        return bank.Build();
    }

    private static void ReadInto(BankBuilder bank, string text, int firstLine)
    {
        foreach (var block in GiftBlocks.Of(text, firstLine, bank.Findings))
            bank.Add(findings => GiftQuestion.Read(block, findings));
    }
}
