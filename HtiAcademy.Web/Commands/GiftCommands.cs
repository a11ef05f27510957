using System.CommandLine;
using System.Text.Json;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Commands;

internal static class GiftCommands
{
    public static Command All() => new("gift", "Question banks.") { Check(), Convert() };

    private static Command Check()
    {
        var (file, format) = (BankFile(), FindingReport.Format());
        var command = new Command("check", "Reports every finding in a question bank, and its questions by kind and category.") { file, format };
        command.SetAction(async (result, cancellationToken) =>
        {
            var bank = await ReadAsync(result.GetValue(file)!, cancellationToken);
            if (result.GetValue(format) == FindingReport.Json)
            {
                return PrintJson(bank);
            }

            PrintCounts("", bank.Questions.CountBy(KindOf));
            PrintCounts("in ", bank.Questions.Where(question => question.Category.Length > 0).CountBy(question => question.Category));
            return FindingReport.Print(bank.Findings, result.GetValue(format)!);
        });
        return command;
    }

    private static Command Convert()
    {
        var file = BankFile();
        var target = new Option<string?>("--output", "-o") { Description = "The file to write; without it the questions are printed." };
        var command = new Command("convert", "Writes the good questions of a bank in GIFT.") { file, target };
        command.SetAction(async (result, cancellationToken) =>
        {
            var bank = await ReadAsync(result.GetValue(file)!, cancellationToken);
            foreach (var finding in bank.Findings)
            {
                await Console.Error.WriteLineAsync(finding.ToString());
            }

            await WriteAsync(GiftWriter.Write(bank.Questions), result.GetValue(target), result.GetValue(file)!, cancellationToken);
            return bank.Findings.Any(finding => finding.Severity == Severity.Error) ? CommandLine.Findings : CommandLine.Good;
        });
        return command;
    }

    private static Argument<string> BankFile() => new("file") { Description = "A question bank in GIFT or Moodle XML." };

    private static async Task<QuestionBank> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return QuestionBank.Read(path, await File.ReadAllBytesAsync(CommandLine.FromHere(path), cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static async Task WriteAsync(string gift, string? target, string source, CancellationToken cancellationToken)
    {
        if (target is null)
        {
            Console.Write(gift);
            return;
        }

        var path = CommandLine.FromHere(target);
        if (path == CommandLine.FromHere(source))
        {
            throw new StartupException($"{target} would lose what cannot be converted; name another file.");
        }

        try
        {
            await File.WriteAllTextAsync(path, gift, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{target} cannot be written: {e.Message}", e);
        }
    }

    private static void PrintCounts(string before, IEnumerable<KeyValuePair<string, int>> counts)
    {
        foreach (var (name, count) in counts.OrderBy(count => count.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{count,5} {before}{name}");
        }
    }

    private static int PrintJson(QuestionBank bank)
    {
        var errors = bank.Findings.Count(finding => finding.Severity == Severity.Error);
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Findings = bank.Findings.Select(f => new { f.Path, f.Line, Severity = f.Severity == Severity.Error ? "error" : "warning", f.Code, f.Message }),
                Errors = errors,
                Warnings = bank.Findings.Count - errors,
                Questions = bank.Questions.Count,
                Kinds = bank.Questions.CountBy(KindOf).ToDictionary(),
                Categories = bank.Questions.Where(question => question.Category.Length > 0).CountBy(question => question.Category).ToDictionary(),
            },
            FindingReport.JsonOptions));
        return errors > 0 ? CommandLine.Findings : CommandLine.Good;
    }

    private static string KindOf(Question question) => question switch
    {
        SingleChoice => "single choice",
        MultipleChoice => "multiple choice",
        TrueFalse => "true or false",
        ShortAnswer => "short answer",
        Numerical => "numerical",
        Matching => "matching",
        Essay => "essay",
        _ => "description",
    };
}
