using System.Diagnostics;
using System.Text.Json;
using HtiAcademy.Web.Certificates;

namespace HtiAcademy.Tests.Certificates;

/// <summary>The academy writes statements, and the script of the page for offline checks reads them: the two must agree.</summary>
public sealed class StatementReadersTests(StatementTests.Keys keys) : IClassFixture<StatementTests.Keys>
{
    private const string Script = """
        import { read } from './assets/offline/statement.js';
        const { texts, keys } = JSON.parse(await new Response(process.stdin).text());
        console.log(JSON.stringify(texts.map(text => read(text, keys))));
        """;

    [Fact]
    public async Task The_script_reads_the_same_facts()
    {
        var facts = SampleFacts.Generate(60, seed: 5).ToList();

        var read = await ReadAsync(facts.Select(f => Statement.Sign(f, keys.Ours)));

        read.Select(FactsOf).Should().Equal(facts);
    }

    [Fact]
    public async Task The_script_gives_the_same_answer_to_what_was_changed()
    {
        var statement = Statement.Sign(SampleFacts.Usual, keys.Ours);
        var random = new Random(6);
        List<string> texts =
        [
            .. Enumerable.Range(0, statement.Length).Select(i => $"{statement[..i]}{(statement[i] == 'Q' ? 'R' : 'Q')}{statement[(i + 1)..]}"),
            .. Enumerable.Range(0, 40).Select(_ => statement[..random.Next(statement.Length)]),
            statement, statement.ToLowerInvariant(), $"https://a.example/verify/x/{statement}", statement + "A", statement + "AAAAAAAA", "", "Ñandú ☃",
            Statement.Sign(SampleFacts.Usual, keys.Foreign),
        ];

        var read = await ReadAsync(texts);

        var expected = texts.Select(text => Statement.Read(text, keys.Ours.Published).GetType().Name).ToList();
        read.Select(answer => answer.GetProperty("answer").GetString()!).Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Should().Equal(expected);
        expected.Distinct().Should().HaveCount(4);
    }

    private static StatedFacts FactsOf(JsonElement answer)
    {
        var facts = answer.GetProperty("facts");
        string? Text(string name) => facts.TryGetProperty(name, out var value) ? value.GetString() : null;
        DateOnly? Day(string name) => facts.TryGetProperty(name, out var value) ? new DateOnly(1970, 1, 1).AddDays(value.GetInt32()) : null;
        return new StatedFacts(
            Text("number")!, Text("name")!, Text("rank"), Text("agency"), Text("course")!, facts.GetProperty("tenthsOfHours").GetInt32() / 10m, Text("result")!,
            Day("completedOn")!.Value, Day("validUntil"), Text("country")!, Text("language")!, Text("replaces"), Text("academy")!);
    }

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(IEnumerable<string> texts)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "--eval", Script])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "HtiAcademy.Web"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { texts, keys = keys.Ours.Published.Select(k => new { id = k.Id, x = k.X, y = k.Y }) }));
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.Should().Be(0, await error);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }
}
