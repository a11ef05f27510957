using System.Net;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HtiAcademy.Tests;

/// <summary>
/// The real application on a real SQLite file of its own, with the demo's people and a course of the tests' own. The first one
/// made fills a database; the others begin with a copy of it.
/// </summary>
/// <param name="fresh">Begin with an empty data directory instead of the copy.</param>
public class AcademyApp(bool fresh = false) : WebApplicationFactory<Program>
{
    public const int HashRounds = 1_000;

    private static readonly Lock TemplateLock = new();
    private static byte[]? _template;

    private readonly string _directory = Directory.CreateTempSubdirectory("academy-").FullName;

    /// <summary>A Monday morning in Kampala.</summary>
    public FixedTime Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    public string DataDirectory => _directory;

    public Academy Academy => Services.GetRequiredService<Academy>();

    public AcademyDb Open(Scope? scope = null) => Academy.Open(scope ?? Scope.Everything);

    /// <summary>A browser without scripting that nobody has signed in with.</summary>
    public Visitor Visit() => Visit(ClientOptions.BaseAddress);

    public Visitor Visit(Uri address) => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = address }));

    public async Task<Visitor> SignInAsync(string address)
    {
        var visitor = Visit();
        var page = await visitor.GetAsync("/account/sign-in");
        var response = await visitor.PostAsync(page.Form("sign-in"), ("Input.Email", address), ("Input.Password", DemoAcademy.Password));
        response.StatusCode.Should().Be(HttpStatusCode.Found, $"{address} signs in");
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Academy:DataDirectory", _directory);
        builder.UseSetting("Academy:ContentDirectory", Repository.Content);
        builder.UseSetting("Academy:Jobs", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
        builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Critical");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Critical");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // Thousands of sign-ins: a password that nobody must guard is hashed quickly.
            services.PostConfigure<PasswordHasherOptions>(hashes => hashes.IterationCount = HashRounds);
        });
    }

    protected override Microsoft.Extensions.Hosting.IHost CreateHost(Microsoft.Extensions.Hosting.IHostBuilder builder)
    {
        if (fresh)
        {
            return base.CreateHost(builder);
        }

        byte[]? template;
        lock (TemplateLock)
        {
            template = _template;
            if (template is null)
            {
                var first = base.CreateHost(builder);
                _template = CopyOfDatabase();
                return first;
            }
        }

        File.WriteAllBytes(Path.Combine(_directory, "academy.db"), template);
        return base.CreateHost(builder);
    }

    private byte[] CopyOfDatabase()
    {
        var copy = Path.Combine(_directory, "template.db");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "academy.db")};Pooling=False"))
        {
            connection.Open();
            using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $copy";
            vacuum.Parameters.AddWithValue("$copy", copy);
            vacuum.ExecuteNonQuery();
        }

        var bytes = File.ReadAllBytes(copy);
        File.Delete(copy);
        return bytes;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_directory))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
