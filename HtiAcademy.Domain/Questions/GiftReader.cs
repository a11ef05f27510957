using System.Globalization;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>
/// Reads question banks in GIFT, as Moodle's question/format/gift/format.php does. Stricter than Moodle where its
/// reading would lose an author's text in silence: a second pair of braces in a question is an error, and so is a
/// weight, a format or a name that the bank cannot keep.
/// </summary>
public static class GiftReader
{
    /// <param name="firstLine">1-based, where the text begins in its file.</param>
    public static QuestionBank Read(string path, string text, int firstLine = 1)
    {
        var questions = new Dictionary<string, Question>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var block in GiftBlocks.Of(text, firstLine))
        {
            var found = new GiftFindings(path);
            if (GiftQuestion.Read(block, found) is { } question && !questions.TryAdd(question.Name, question))
            {
                var first = questions[question.Name].Line.ToString(CultureInfo.InvariantCulture);
                found.Error(block, GiftCodes.DuplicateName, $"line {first} has a question named '{question.Name}' already");
            }

            findings.AddRange(found.OrderBy(finding => finding.Line));
        }

        return new QuestionBank([.. questions.Values.OrderBy(question => question.Line)], findings);
    }
}
