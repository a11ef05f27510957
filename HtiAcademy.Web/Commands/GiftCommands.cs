using System.CommandLine;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Commands;

internal static class GiftCommands
{
    public static Command All() => new("gift", "Question banks.") { Check() };

    private static Command Check()
    {
        var file = new Argument<string>("file") { Description = "A question bank in GIFT format." };
        var command = new Command("check", "Reports every finding in a question bank, and its questions by kind.") { file };
        command.SetAction(async (result, cancellationToken) =>
        {
            var path = CommandLine.FromHere(result.GetValue(file)!);
            if (!File.Exists(path))
            {
                throw new StartupException($"There is no file {path}.");
            }

            var bank = GiftReader.Read(path, await File.ReadAllTextAsync(path, cancellationToken));
            foreach (var kind in bank.Questions.GroupBy(q => q.GetType().Name).OrderBy(k => k.Key, StringComparer.Ordinal))
            {
                Console.WriteLine($"{kind.Count(),5} {kind.Key}");
            }

            return FindingReport.Print(bank.Findings, "text");
        });
        return command;
    }
}
