using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Questions;

/// <param name="Questions">Those without an error, in the bank's order; no two have the same name.</param>
/// <param name="Findings">By line.</param>
public sealed record QuestionBank(IReadOnlyList<Question> Questions, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads a file as Moodle XML if its name ends in <c>.xml</c> or it begins as XML does, else as GIFT.</summary>
    public static QuestionBank Read(string path, ReadOnlySpan<byte> bytes) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || bytes.StartsWith("<?xml"u8) || bytes.StartsWith("\uFEFF<?xml"u8)
            ? MoodleXmlReader.Read(path, bytes)
            : GiftReader.Read(path, bytes);
}
