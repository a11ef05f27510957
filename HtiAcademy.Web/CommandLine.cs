using System.CommandLine;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web;

/// <summary>What an operator or an author runs instead of the web application. Exit codes: 0 good, 1 findings, 2 usage.</summary>
internal static class CommandLine
{
    private const int Good = 0;
    private const int Findings = 1;
    private const int Usage = 2;

    /// <summary>Whether the arguments are a command rather than settings of the web application.</summary>
    public static bool Names(string[] args) => args is [not ['-', ..], ..] or ["--help" or "-h", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("The HTI Academy. Without a command it starts the web application.")
        {
            new Command("content", "Course text.") { Check(), Accept(), Import() },
            new Command("gift", "Question banks.") { CheckGift() },
            new Command("audit", "The audit log.") { VerifyAudit() },
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartupException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Usage;
        }
    }

    private static Command Check()
    {
        var directory = Directory();
        var command = new Command("check", "Reports every finding in the content folder.") { directory };
        command.SetAction(result =>
        {
            var documents = new ContentFolder(FromHere(result.GetValue(directory)!)).Read();
            return Report(ContentFolder.CoursesIn(documents).SelectMany(course => CourseReader.Read(ContentFolder.Of(course, documents), course).Findings));
        });
        return command;
    }

    private static Command Accept()
    {
        var path = new Argument<string>("path") { Description = "An overlay or a translation, or a folder of them, inside a content folder." };
        var command = new Command("accept", "Stamps texts as compared with the text that they change or translate.") { path };
        command.SetAction(result =>
        {
            foreach (var accepted in ContentFolder.Around(FromHere(result.GetValue(path)!)).Accept(FromHere(result.GetValue(path)!)))
            {
                Console.WriteLine(accepted);
            }

            return Good;
        });
        return command;
    }

    private static Command Import()
    {
        var directory = Directory();
        var command = new Command("import", "Publishes a new version of each course that changed.") { directory };
        command.SetAction(async (result, _) =>
        {
            await using var app = Host();
            await app.Services.MigrateAsync();
            var documents = new ContentFolder(FromHere(result.GetValue(directory)!)).Read();
            var publications = await app.Services.GetRequiredService<Publisher>().PublishAsync(documents, "command line");
            foreach (var publication in publications)
            {
                Console.WriteLine($"{publication.CourseFolder}: {(publication.Refused ? "not published" : publication.Version is { } version ? $"published as version {version}" : "unchanged")}");
            }

            return Report(publications.SelectMany(p => p.Findings));
        });
        return command;
    }

    private static Command CheckGift()
    {
        var file = new Argument<string>("file") { Description = "A question bank in GIFT format." };
        var command = new Command("check", "Reports every finding in a question bank, and its questions by kind.") { file };
        command.SetAction(async (result, cancellationToken) =>
        {
            var path = FromHere(result.GetValue(file)!);
            if (!File.Exists(path))
            {
                throw new StartupException($"There is no file {path}.");
            }

            var bank = GiftReader.Read(path, await File.ReadAllTextAsync(path, cancellationToken));
            foreach (var kind in bank.Questions.GroupBy(q => q.GetType().Name).OrderBy(k => k.Key, StringComparer.Ordinal))
            {
                Console.WriteLine($"{kind.Count(),5} {kind.Key}");
            }

            return Report(bank.Findings);
        });
        return command;
    }

    private static Command VerifyAudit()
    {
        var command = new Command("verify", "Finds any altered, removed or reordered entry of the audit log, except a cut at its end.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = Host();
            await app.Services.MigrateAsync();
            await using var db = app.Services.GetRequiredService<Academy>().Open(Scope.Everything);
            var broken = await db.FindBrokenAuditEntryAsync(cancellationToken);
            Console.WriteLine(broken is null ? "The audit log is whole." : $"The audit log is broken at entry {broken}.");
            return broken is null ? Good : Findings;
        });
        return command;
    }

    // `dotnet run --project` starts in the project's folder, but a path is meant from where its writer stands.
    private static string FromHere(string path) => Path.GetFullPath(path, Environment.GetEnvironmentVariable("PWD") ?? Environment.CurrentDirectory);

    private static Argument<string> Directory() => new("dir")
    {
        Description = "The content folder.",
        DefaultValueFactory = _ => "content",
    };

    private static int Report(IEnumerable<Finding> findings)
    {
        var all = findings.Distinct().OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ToList();
        all.ForEach(finding => Console.WriteLine(finding));
        var errors = all.Count(f => f.Severity == Severity.Error);
        Console.WriteLine($"{errors} errors, {all.Count - errors} warnings");
        return errors > 0 ? Findings : Good;
    }

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddAcademyData();
        builder.AddContent();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped(_ => new Access.CurrentPerson(new System.Security.Claims.ClaimsPrincipal()));
        return builder.Build();
    }
}
