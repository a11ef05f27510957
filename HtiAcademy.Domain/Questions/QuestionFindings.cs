using System.Collections;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>What was found in one question, or in a bank outside its questions; each finding once, and no more than a hundred.</summary>
internal sealed class QuestionFindings(string path) : IEnumerable<Finding>
{
    // Nobody reads more of one question, and a file made to do harm has millions.
    private const int Most = 100;

    private readonly HashSet<Finding> _findings = [];

    public bool HasErrors { get; private set; }

    public void Error(GiftText where, string code, string message) => Error(where.Line, code, message);

    public void Error(int line, string code, string message)
    {
        if (_findings.Count < Most || !HasErrors) _findings.Add(new Finding(path, line, Severity.Error, code, message));
        HasErrors = true;
    }

    public void Warning(GiftText where, string code, string message) => Warning(where.Line, code, message);

    public void Warning(int line, string code, string message)
    {
        if (_findings.Count < Most) _findings.Add(new Finding(path, line, Severity.Warning, code, message));
    }

    public IEnumerator<Finding> GetEnumerator() => _findings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
