using System.Diagnostics;
using HtiAcademy.Web.Data;
using Microsoft.Data.Sqlite;

namespace HtiAcademy.Tests.Data;

/// <summary>What whoever starts the academy sees when it cannot start: the real program in a process of its own.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("academy-start-").FullName;

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_to_is_told_in_one_line_and_exit_code_1()
    {
        var file = Path.Combine(_directory, "a-file");
        await File.WriteAllTextAsync(file, "");

        var (code, error) = await StartAsync(("Academy__DataDirectory", Path.Combine(file, "data")));

        code.Should().Be(1);
        error.Should().StartWith("The academy cannot start. The data directory").And.Subject.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task A_locked_database_is_told_in_one_line_and_exit_code_1()
    {
        var database = Path.Combine(_directory, "academy.db");
        await using var other = new SqliteConnection(SqliteAcademyDb.ConnectionTo(database));
        await other.OpenAsync();
        await using var locked = other.CreateCommand();
        locked.CommandText = "PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE Held (Id INTEGER); BEGIN EXCLUSIVE;";
        await locked.ExecuteNonQueryAsync();

        var (code, error) = await StartAsync(("Academy__DataDirectory", _directory), ("ConnectionStrings__Academy", $"Data Source={database};Default Timeout=1"));

        code.Should().Be(1);
        error.Should().StartWith("The academy cannot start. The database cannot be opened").And.Subject.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_refused_in_one_line_and_exit_code_1()
    {
        await using var first = new FileStream(Path.Combine(_directory, "academy.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (code, error) = await StartAsync(("Academy__DataDirectory", _directory));

        code.Should().Be(1);
        error.Should().StartWith($"The academy cannot start. Another process serves the academy in {_directory}.").And.Subject.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task Beside_the_academy_a_command_may_read_and_write_but_not_migrate()
    {
        await using (new FileStream(Path.Combine(_directory, "academy.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var (refused, error) = await RunAsync(["audit", "verify"], ("Academy__DataDirectory", _directory));
            (refused, error).Should().Match<(int Code, string Error)>(r => r.Code == 2 && r.Error.StartsWith("Another process serves the academy"), "the database is still to be made");
        }

        // The file is still there: what counts is whether a process holds it.
        (await RunAsync(["audit", "verify"], ("Academy__DataDirectory", _directory))).Code.Should().Be(0);
        await using (new FileStream(Path.Combine(_directory, "academy.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            (await RunAsync(["audit", "verify"], ("Academy__DataDirectory", _directory))).Code.Should().Be(0);
        }
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line_and_exit_code_1()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        var (code, error) = await RunAsync(["--urls", $"http://{other.LocalEndpoint}"], ("Academy__DataDirectory", _directory), ("Academy__ContentDirectory", Repository.Content), ("Academy__Jobs", "false"));

        code.Should().Be(1);
        error.Should().Contain("The academy cannot start.").And.Contain("address already in use");
    }

    [Fact]
    public async Task A_start_that_a_power_cut_ended_during_migration_does_not_block_the_next()
    {
        var database = Path.Combine(_directory, "academy.db");
        await using (var broken = new SqliteConnection(SqliteAcademyDb.ConnectionTo(database)))
        {
            await broken.OpenAsync();
            await using var left = broken.CreateCommand();
            left.CommandText = "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-23 07:00:00');";
            await left.ExecuteNonQueryAsync();
        }

        var (code, _) = await RunAsync(["audit", "verify"], ("Academy__DataDirectory", _directory));

        code.Should().Be(0);
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider is 'Oracle'")]
    [InlineData("Database__Provider", "SqlServer", "ConnectionStrings:Academy is missing")]
    [InlineData("Academy__Address", "academy.example.org", "Academy:Address is 'academy.example.org'")]
    [InlineData("Mail__Smtp__Host", "mail.example.org", "Mail:Smtp:From is ''")]
    [InlineData("Academy__ContentDirectory", "/nowhere/at/all", "The content folder /nowhere/at/all cannot be read")]
    [InlineData("Signing__PaperCertificate", "/nowhere/paper.pfx", "Signing:PaperCertificate is '/nowhere/paper.pfx'; the file cannot be read")]
    [InlineData("Signing__ProofKey", "/nowhere/proof.pem", "Signing:ProofKey is '/nowhere/proof.pem'; the file cannot be read")]
    public async Task A_setting_that_cannot_work_is_named(string setting, string value, string told)
    {
        var (code, error) = await StartAsync(("Academy__DataDirectory", _directory), (setting, value));

        code.Should().Be(1);
        error.Should().Contain(told);
    }

    [Theory]
    [InlineData(2, "content", "no-such-command")]
    [InlineData(2, "no-such-command")]
    [InlineData(0, "--help")]
    [InlineData(2, "content", "check", "/nowhere/at/all")]
    [InlineData(2, "gift", "check", "/nowhere/bank.gift")]
    [InlineData(0, "audit", "verify")]
    public async Task A_command_ends_with_its_exit_code(int code, params string[] command)
    {
        var (ended, _) = await RunAsync(command, ("Academy__DataDirectory", _directory));

        ended.Should().Be(code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static Task<(int Code, string Error)> StartAsync(params (string Name, string Value)[] settings) => RunAsync(["--urls", "http://127.0.0.1:0"], settings);

    private static async Task<(int Code, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HtiAcademy.Web.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
