using System.Globalization;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>Gathers a bank from what a reader makes of each question.</summary>
internal sealed class BankBuilder(string path)
{
    private readonly Dictionary<string, Question> _questions = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>Of the bank, outside its questions.</summary>
    public QuestionFindings Findings { get; } = new(path);

    /// <param name="read">Gives the question, or null when it has an error.</param>
    public void Add(Func<QuestionFindings, Question?> read)
    {
        var found = new QuestionFindings(path);
        if (read(found) is { } question && !_questions.TryAdd(question.Name, question))
        {
            var first = _questions[question.Name].Line.ToString(CultureInfo.InvariantCulture);
            found.Error(question.Line, GiftCodes.DuplicateName, $"line {first} has a question named '{question.Name}' already");
        }

        _findings.AddRange(found);
    }

    public QuestionBank Build() =>
        new([.. _questions.Values.OrderBy(question => question.Line)], [.. Findings.Concat(_findings).OrderBy(finding => finding.Line)]);
}
