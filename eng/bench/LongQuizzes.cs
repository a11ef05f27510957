using System.Text.RegularExpressions;

namespace Bench;

/// <summary>The content as it is, except that a quiz asks ten questions where its bank holds as many.</summary>
internal static partial class LongQuizzes
{
    public const int Questions = 10;

    /// <returns>The addresses of the modules whose quiz asks ten questions.</returns>
    /// <exception cref="InvalidOperationException">There are fewer than two: one is for warming up.</exception>
    public static IReadOnlyList<string> Copy(string content, string to)
    {
        var modules = new List<string>();
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFileName(file) == "module.md" && BankOf(file) >= Questions)
            {
                var text = File.ReadAllText(file);
                File.WriteAllText(copy, DrawLine().Replace(text, $"draw: {Questions}", 1));
                modules.Add($"/learn/{Directory.GetParent(file)!.Parent!.Name}/{IdLine().Match(text).Groups["id"].Value}");
            }
            else
            {
                File.Copy(file, copy);
            }
        }

        return modules.Count > 1 ? modules : throw new InvalidOperationException($"Fewer than two modules in {content} have a bank of {Questions} questions.");
    }

    private static int BankOf(string module)
    {
        var bank = Path.Combine(Path.GetDirectoryName(module)!, "questions.gift");
        return File.Exists(bank) ? QuestionName().Count(File.ReadAllText(bank)) : 0;
    }

    [GeneratedRegex("^draw: .*$", RegexOptions.Multiline)]
    private static partial Regex DrawLine();

    [GeneratedRegex(@"^id: (?<id>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex IdLine();

    [GeneratedRegex("^::", RegexOptions.Multiline)]
    private static partial Regex QuestionName();
}
