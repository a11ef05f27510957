using System.CommandLine;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Commands;

/// <summary>What an operator or an author runs instead of the web application. Exit codes: 0 good, 1 findings, 2 usage.</summary>
internal static class CommandLine
{
    public const int Good = 0;
    public const int Findings = 1;
    public const int Usage = 2;

    /// <summary>Whether the arguments are a command rather than settings of the web application.</summary>
    public static bool Names(string[] args) => args is [not ['-', ..], ..] or ["--help" or "-h", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("The HTI Academy. Without a command it starts the web application.")
        {
            ContentCommands.All(),
            GiftCommands.All(),
            AuditCommands.All(),
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

    // `dotnet run --project` starts in the project's folder, but a path is meant from where its writer stands.
    public static string FromHere(string path) => Path.GetFullPath(path, Environment.GetEnvironmentVariable("PWD") ?? Environment.CurrentDirectory);

    /// <summary>The academy without its web pages, its database up to date.</summary>
    public static async Task<WebApplication> OpenAcademyAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddAcademyData();
        builder.AddContent();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Shared.AcademyAddress>();
        builder.Services.AddSingleton<Certificates.AcademyKeys>();
        builder.Services.AddSingleton<Audit.AuditCheckpoints>();
        builder.Services.AddScoped(_ => new Access.CurrentPerson(new System.Security.Claims.ClaimsPrincipal()));
        var app = builder.Build();
        await app.Services.MigrateAsync();
        return app;
    }
}
