using System.Globalization;

namespace HtiAcademy.Domain.Content;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>Something a check found in a content file.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Line">1-based; 1 when the finding concerns the whole file.</param>
/// <param name="Code">Stable, <c>HTI001</c> to <c>HTI999</c>; listed in content/README.md.</param>
public sealed record Finding(string Path, int Line, Severity Severity, string Code, string Message)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}");
}
