using System.CommandLine;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;

namespace HtiAcademy.Web.Commands;

internal static class ContentCommands
{
    public static Command All() => new("content", "Course text.") { Check(), Status(), Accept(), Import(), Export() };

    private static Command Check()
    {
        var (directory, format) = (Directory(), FindingReport.Format());
        var command = new Command("check", "Reports every finding in the content folder, and how long and how hard to read each module is.") { directory, format };
        command.SetAction(result =>
        {
            var content = ContentReading.At(CommandLine.FromHere(result.GetValue(directory)!));
            var findings = CourseReader.ReadAll(content.Documents).SelectMany(reading => reading.Findings);
            return FindingReport.Print(content.Findings.Concat(findings), result.GetValue(format)!, [.. ContentFolder.CoursesIn(content.Documents).Select(course => CourseReadingLevels.Of(content.Documents, course))]);
        });
        return command;
    }

    private static Command Status()
    {
        var (directory, format) = (Directory(), FindingReport.Format());
        var command = new Command("status", "Shows how each text stands in each country, and how much must be looked at again.") { directory, format };
        command.SetAction(result =>
        {
            var content = ContentReading.At(CommandLine.FromHere(result.GetValue(directory)!));
            foreach (var finding in content.Findings)
            {
                Console.Error.WriteLine(finding);
            }

            StatusReport.Print([.. ContentFolder.CoursesIn(content.Documents).Select(course => TailoringMatrix.Of(content.Documents, course))], result.GetValue(format)!, Console.Out);
            return CommandLine.Good;
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
        var merged = new Option<string[]>("--merged")
        {
            Description = "A version published in the browser, as foundations@5, whose text the folder now holds too: publish over it.",
            DefaultValueFactory = _ => [],
        };
        var moveLearners = new Option<bool>("--move-learners") { Description = "Also move active learners to a version that assesses them differently." };
        var command = new Command("import", "Publishes a new version of each course that changed since the last import.") { directory, format, merged, moveLearners };
        command.SetAction(async (result, _) =>
        {
            await using var app = await CommandLine.OpenAcademyAsync();
            var content = ContentReading.At(CommandLine.FromHere(result.GetValue(directory)!));
            var publications = await app.Services.GetRequiredService<Publisher>().ImportAsync(content, Publisher.CommandLine, result.GetValue(merged)!);
            foreach (var publication in publications)
            {
                await Console.Error.WriteLineAsync($"{publication.CourseFolder}: {Say(publication)}");
                if (publication is { CourseId: { } courseId, Outcome: PublicationOutcome.Published or PublicationOutcome.Unchanged })
                {
                    await TellOfLearnersAsync(app.Services.GetRequiredService<LearnersOnVersions>(), courseId, result.GetValue(moveLearners));
                }
            }

            return FindingReport.Print(content.Findings.Concat(publications.SelectMany(p => p.Findings)), result.GetValue(format)!);
        });
        return command;
    }

    private static Command Export()
    {
        var target = new Argument<string>("dir") { Description = "A folder, or a new file whose name ends in .zip." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace files of the folder that say something else." };
        var course = new Option<string?>("--course") { Description = "One course, with the countries as its latest version has them." };
        var command = new Command("export", "Writes the latest version of every course into a folder or a ZIP archive.") { target, overwrite, course };
        command.SetAction(async (result, _) =>
        {
            await using var app = await CommandLine.OpenAcademyAsync();
            var (documents, disputes) = await app.Services.GetRequiredService<ContentExport>().ReadAsync(result.GetValue(course));
            if (disputes.Count > 0)
            {
                return FindingReport.Print(disputes, "text");
            }

            if (documents.Count == 0)
            {
                throw new StartupException("There is no such course.");
            }

            var path = CommandLine.FromHere(result.GetValue(target)!);
            try
            {
                var inTheWay = Write(documents, path, result.GetValue(overwrite));
                foreach (var file in inTheWay)
                {
                    await Console.Error.WriteLineAsync($"{file}: not as the latest version has it");
                }

                Console.WriteLine(inTheWay is [] ? $"{documents.Count} files written to {path}" : result.GetValue(overwrite) ? "Nothing was written: the latest version does not have these files. Export to an empty folder, or remove them first." : "Nothing was written. Export to an empty folder, or replace what differs with --overwrite.");
                return inTheWay is [] ? CommandLine.Good : CommandLine.Findings;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StartupException($"{path} cannot be written: {e.Message}", e);
            }
        });
        return command;
    }

    private static IReadOnlyList<string> Write(IReadOnlyList<SourceDocument> documents, string path, bool overwrite)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return ContentExport.Write(documents, path, overwrite);
        }

        ContentExport.Pack(documents, path);
        return [];
    }

    private static string Say(Publication publication) => publication.Outcome switch
    {
        PublicationOutcome.Published => $"published as version {publication.Version}",
        PublicationOutcome.Unchanged => "unchanged",
        PublicationOutcome.Behind => "unchanged since it was imported; a newer version has been published, which the folder lacks",
        PublicationOutcome.HasErrors => "not published: it has errors",
        PublicationOutcome.Conflict => "not published: newer text was published in the browser. Export it to an empty folder, merge, and import again with --merged",
        _ => "not published: another course is in conflict",
    };

    private static async Task TellOfLearnersAsync(LearnersOnVersions learners, string courseId, bool move)
    {
        if (move)
        {
            await Console.Error.WriteLineAsync($"{courseId}: {await learners.MoveAllAsync(courseId, Publisher.CommandLine, Publisher.CommandLine)} officers moved");
        }

        foreach (var behind in await learners.BehindAsync(courseId))
        {
            await Console.Error.WriteLineAsync($"{courseId}: {behind.Learners} officers in {behind.Country} stay on version {behind.Number}; {(behind.IsGivenThere ? $"since then these assessments changed: {string.Join(", ", behind.AssessmentsChanged)}" : "the latest is not given there")}");
        }
    }

    private static Argument<string> Directory() => new("dir")
    {
        Description = "The content folder, or a ZIP archive of one.",
        DefaultValueFactory = _ => "content",
    };
}
