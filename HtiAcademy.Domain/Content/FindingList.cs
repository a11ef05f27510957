namespace HtiAcademy.Domain.Content;

/// <summary>What one reading has found so far. The same finding from two countries' texts is kept once.</summary>
internal sealed class FindingList
{
    private readonly HashSet<Finding> _findings = [];

    public void Error(string path, int line, string code, string message) =>
        _findings.Add(new Finding(path, line, Severity.Error, code, message));

    public void Warning(string path, int line, string code, string message) =>
        _findings.Add(new Finding(path, line, Severity.Warning, code, message));

    public void AddRange(IEnumerable<Finding> findings) => _findings.UnionWith(findings);

    public bool HasErrors => _findings.Any(finding => finding.Severity == Severity.Error);

    public IReadOnlyList<Finding> InOrder() =>
    [
        .. _findings
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
