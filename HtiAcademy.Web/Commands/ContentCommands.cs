using System.CommandLine;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Web.Commands;

internal static class ContentCommands
{
    public static Command All() => new("content", "Course text.") { Check(), Accept(), Import() };

    private static Command Check()
    {
        var (directory, format) = (Directory(), FindingReport.Format());
        var command = new Command("check", "Reports every finding in the content folder.") { directory, format };
        command.SetAction(result =>
        {
            var documents = new ContentFolder(CommandLine.FromHere(result.GetValue(directory)!)).Read();
            return FindingReport.Print(CourseReader.ReadAll(documents).SelectMany(reading => reading.Findings), result.GetValue(format)!);
        });
        return command;
    }

    private static Command Accept()
    {
        var path = new Argument<string>("path") { Description = "An overlay or a translation, or a folder of them, inside a content folder." };
        var command = new Command("accept", "Stamps texts as compared with the text that they change or translate.") { path };
        command.SetAction(result =>
        {
            foreach (var accepted in ContentFolder.Around(CommandLine.FromHere(result.GetValue(path)!)).Accept(CommandLine.FromHere(result.GetValue(path)!)))
            {
                Console.WriteLine(accepted);
            }

            return CommandLine.Good;
        });
        return command;
    }

    private static Command Import()
    {
        var (directory, format) = (Directory(), FindingReport.Format());
        var command = new Command("import", "Publishes a new version of each course that changed.") { directory, format };
        command.SetAction(async (result, _) =>
        {
            await using var app = await CommandLine.OpenAcademyAsync();
            var documents = new ContentFolder(CommandLine.FromHere(result.GetValue(directory)!)).Read();
            var publications = await app.Services.GetRequiredService<Publisher>().PublishAsync(documents, "command line");
            foreach (var publication in publications)
            {
                await Console.Error.WriteLineAsync($"{publication.CourseFolder}: {(publication.Refused ? "not published" : publication.Version is { } version ? $"published as version {version}" : "unchanged")}");
            }

            return FindingReport.Print(publications.SelectMany(p => p.Findings), result.GetValue(format)!);
        });
        return command;
    }

    private static Argument<string> Directory() => new("dir")
    {
        Description = "The content folder.",
        DefaultValueFactory = _ => "content",
    };
}
