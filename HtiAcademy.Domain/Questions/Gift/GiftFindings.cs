using System.Collections;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>What was found in one question.</summary>
internal sealed class GiftFindings(string path) : IEnumerable<Finding>
{
    private readonly List<Finding> _findings = [];

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    public void Error(GiftText where, string code, string message) =>
        _findings.Add(new Finding(path, where.Line, Severity.Error, code, message));

    public void Warning(GiftText where, string code, string message) =>
        _findings.Add(new Finding(path, where.Line, Severity.Warning, code, message));

    public IEnumerator<Finding> GetEnumerator() => _findings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
