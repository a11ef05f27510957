using System.Diagnostics;
using System.Text.Json;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Tests.Commands;

/// <summary>The commands as an author runs them, each a process of its own.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("academy-commands-");

    private string Folder => Path.Combine(_directory.FullName, "content");

    [Fact]
    public void A_check_prints_every_finding_with_its_place_and_a_summary()
    {
        Write(new SampleContent().WithModule("# Top\n\n<b>bold</b>\n\n{{ nothing }}\n"));

        var check = Run("content", "check", Folder);

        check.Lines.Should().HaveCount(5);
        check.Lines[..3].Should().AllSatisfy(line => line.Should().MatchRegex($"^{SampleContent.ModulePath}:[0-9]+: error HTI[0-9]{{3}}: .+"));
        check.Lines[3].Should().StartWith("courses/basics: first  en  ", "a module can be measured before it is without errors");
        check.Lines[4].Should().Be("3 errors, 0 warnings");
        check.ExitCode.Should().Be(1);
    }

    [Fact]
    public void A_check_says_the_same_to_tools_as_JSON()
    {
        Write(new SampleContent().WithModule("## Offence {#offence}\n\n<b>bold</b>\n"));

        var check = Run("content", "check", Folder, "--format", "json");

        var json = JsonDocument.Parse(string.Concat(check.Lines)).RootElement;
        json.GetProperty("errors").GetInt32().Should().Be(json.GetProperty("findings").GetArrayLength());
        json.GetProperty("warnings").GetInt32().Should().Be(0);
        var finding = json.GetProperty("findings")[0];
        finding.GetProperty("path").GetString().Should().Be(SampleContent.ModulePath);
        finding.GetProperty("line").GetInt32().Should().Be(10);
        finding.GetProperty("severity").GetString().Should().Be("error");
        finding.GetProperty("code").GetString().Should().Be("HTI301");
        finding.GetProperty("message").GetString().Should().NotBeEmpty();
        var reading = json.GetProperty("reading")[0];
        reading.GetProperty("module").GetString().Should().Be("first");
        reading.GetProperty("mostWords").GetInt32().Should().BePositive();
        reading.GetProperty("formula").GetString().Should().Be("Flesch-Kincaid");
    }

    [Fact]
    public void A_good_folder_is_checked_imported_and_exported_as_it_was()
    {
        Write(new SampleContent());
        var check = Run("content", "check", Folder);
        check.ExitCode.Should().Be(0);
        check.Lines.Should().SatisfyRespectively(
            reading => reading.Should().MatchRegex("^courses/basics: first  en  12 words +Flesch-Kincaid grade 0[.]3$"),
            summary => summary.Should().Be("0 errors, 0 warnings"));

        Run("content", "import", Folder).Errors.Should().Contain("courses/basics: published as version 1");
        Run("content", "import", Folder, "--move-learners").Errors.Should().Contain("courses/basics: unchanged").And.Contain("basics: 0 officers moved");
        var copy = Path.Combine(_directory.FullName, "copy");
        Run("content", "export", copy).ExitCode.Should().Be(0);

        new ContentFolder(copy).Read().Documents.Select(d => (d.Path, Convert.ToHexString(d.Bytes.Span)))
            .Should().Equal(new ContentFolder(Folder).Read().Documents.Select(d => (d.Path, Convert.ToHexString(d.Bytes.Span))));
        File.AppendAllText(Path.Combine(copy, SampleContent.ModulePath), "More.");
        var refused = Run("content", "export", copy);
        refused.ExitCode.Should().Be(1);
        refused.Errors.Should().Contain(line => line.StartsWith(SampleContent.ModulePath));
    }

    [Fact]
    public void A_broken_folder_is_not_imported_and_the_exit_code_says_so()
    {
        Write(new SampleContent().WithModule("<b>bold</b>"));

        var import = Run("content", "import", Folder, "--move-learners");

        import.ExitCode.Should().Be(1);
        import.Lines.Should().Contain(line => line.Contains("HTI301"));
        import.Errors.Should().Contain("courses/basics: not published: it has errors").And.NotContain(line => line.Contains("officers moved"));
    }

    [Fact]
    public void A_status_names_what_it_could_not_read()
    {
        Write(new SampleContent());
        File.CreateSymbolicLink(Path.Combine(Folder, "courses/basics/design.md"), "/etc/hostname");

        var status = Run("content", "status", Folder);

        status.ExitCode.Should().Be(0);
        status.Lines[0].Should().Be("courses/basics: 2 texts in 2 countries");
        status.Errors.Should().ContainSingle().Which.Should().StartWith("courses/basics/design.md:1: error HTI117:");
    }

    [Theory]
    [InlineData("content", "check", "/nowhere/at/all")]
    [InlineData("content", "check", "--format", "xml")]
    [InlineData("content", "polish")]
    [InlineData("content", "export")]
    public void Wrong_usage_has_an_exit_code_of_its_own(params string[] arguments)
    {
        var result = Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().NotBeEmpty();
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private void Write(SampleContent content) => ContentExport.Write(content.Documents, Folder, overwrite: false).Should().BeEmpty();

    private Result Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["Academy__DataDirectory"] = Path.Combine(_directory.FullName, "data"), ["PWD"] = _directory.FullName },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, Lines(output), Lines(errors.GetAwaiter().GetResult()));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Result(int ExitCode, string[] Lines, string[] Errors);
}
