using System.Text.RegularExpressions;

namespace HtiAcademy.Tests.Audit;

/// <summary>The kinds of acts that a source file logs, by its strings that look like one.</summary>
internal static partial class AuditedKinds
{
    public static IReadOnlySet<string> All() => new[] { "HtiAcademy.Domain", "HtiAcademy.Web" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => In(File.ReadAllText(file)))
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> In(string source) =>
        source.Contains("AuditAsync(", StringComparison.Ordinal) || source.Contains("ActAsync(", StringComparison.Ordinal) ? Kinds().Matches(source).Select(m => m.Groups["kind"].Value).Where(kind => !kind.EndsWith(".csv", StringComparison.Ordinal)) : [];

    [GeneratedRegex("\"(?<kind>[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kinds();
}
