using System.Diagnostics;
using System.Text.Json;

namespace HtiAcademy.Tests.Commands;

/// <summary>The commands as an author runs them, each a process of its own.</summary>
public sealed class GiftCommandTests : IDisposable
{
    private const string Bank = """
        ::one::First?{T}

        $CATEGORY: law

        ::two::[html]<p>Second?</p>{=a ~b}

        ::three::Third?{~a ~b}

        ::four::Fourth?{~%50%a ~%50%b ~c}
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("academy-gift-");

    [Fact]
    public void A_check_counts_kinds_and_categories_and_prints_findings()
    {
        Write("bank.gift", Bank);

        var check = Run("gift", "check", "bank.gift");

        check.Lines.Should().SatisfyRespectively(
            line => line.Should().Be("1 multiple choice"),
            line => line.Should().Be("1 single choice"),
            line => line.Should().Be("1 true or false"),
            line => line.Should().Be("2 in law"),
            line => line.Should().StartWith("bank.gift:7: error HTI403: "),
            line => line.Should().StartWith("bank.gift:9: warning HTI415: "),
            line => line.Should().Be("1 errors, 1 warnings"));
        check.ExitCode.Should().Be(1);
    }

    [Fact]
    public void A_check_says_the_same_to_tools_as_JSON()
    {
        Write("bank.gift", Bank);

        var check = Run("gift", "check", "bank.gift", "--format", "json");

        var json = JsonDocument.Parse(string.Concat(check.Lines)).RootElement;
        json.GetProperty("errors").GetInt32().Should().Be(1);
        json.GetProperty("warnings").GetInt32().Should().Be(1);
        json.GetProperty("questions").GetInt32().Should().Be(3);
        json.GetProperty("kinds").GetProperty("true or false").GetInt32().Should().Be(1);
        json.GetProperty("categories").GetProperty("law").GetInt32().Should().Be(2);
        json.GetProperty("findings")[0].GetProperty("line").GetInt32().Should().Be(7);
        check.ExitCode.Should().Be(1);
    }

    [Fact]
    public void Moodle_XML_is_converted_into_GIFT_without_findings()
    {
        Write("bank.xml", "<quiz><question type='truefalse'><name><text>t</text></name><questiontext><text>&lt;b&gt;True?&lt;/b&gt;</text></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question></quiz>");

        var convert = Run("gift", "convert", "bank.xml", "-o", "bank.gift");

        convert.ExitCode.Should().Be(0);
        convert.Lines.Should().BeEmpty();
        File.ReadAllText(Path.Combine(_directory.FullName, "bank.gift")).Should().Be("::t::[markdown]**True?** {TRUE}\n");
        Run("gift", "check", "bank.gift").Lines.Should().Equal("1 true or false", "0 errors, 0 warnings");
    }

    [Fact]
    public void A_conversion_prints_the_good_questions_and_tells_of_the_others_beside_them()
    {
        Write("bank.gift", Bank);

        var convert = Run("gift", "convert", "bank.gift");

        convert.Lines.Should().Equal("::one::[markdown]First? {TRUE}", "$CATEGORY: law", "::two::[markdown]Second? {", "=a", "~b", "}", "::four::[markdown]Fourth? {", "~%50%a", "~%50%b", "~c", "}");
        convert.Errors.Should().HaveCount(2).And.Contain(line => line.StartsWith("bank.gift:7: error HTI403: "));
        convert.ExitCode.Should().Be(1);
    }

    [Theory]
    [InlineData("gift", "check", "nowhere.gift")]
    [InlineData("gift", "check", "bank.gift", "--format", "xml")]
    [InlineData("gift", "convert", "nowhere.xml")]
    [InlineData("gift", "convert", "bank.gift", "-o", "bank.gift")]
    [InlineData("gift", "convert", "bank.gift", "-o", "no/such/folder/bank.gift")]
    [InlineData("gift")]
    public void Wrong_usage_has_an_exit_code_of_its_own_and_writes_nothing(params string[] arguments)
    {
        Write("bank.gift", Bank);

        var result = Run(arguments);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().NotBeEmpty();
        File.ReadAllText(Path.Combine(_directory.FullName, "bank.gift")).Should().Be(Bank);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory.FullName, name), text);

    private Result Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["PWD"] = _directory.FullName },
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
