using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Tests.Layout;

/// <summary>docs/asvs.md adds up, names what exists, and leaves nothing to be looked at later.</summary>
public sealed partial class AsvsTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs/asvs.md")).ReplaceLineEndings("\n");

    private static readonly List<Requirement> Requirements =
        [.. Row().Matches(Document).Select(row => new Requirement(row.Groups["id"].Value, row.Groups["chapter"].Value, row.Groups["level"].Value, row.Groups["state"].Value))];

    [Fact]
    public void Each_requirement_of_level_1_and_2_stands_in_it_once_with_its_state()
    {
        // As many as version 5.0.0 of the standard has.
        Requirements.Count(requirement => requirement.Level == "1").Should().Be(70);
        Requirements.Count(requirement => requirement.Level == "2").Should().Be(183);
        Requirements.Select(requirement => requirement.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_totals_are_those_of_the_rows()
    {
        var counted = Requirements.GroupBy(requirement => requirement.Chapter).ToDictionary(chapter => chapter.Key, chapter => Counts([.. chapter]));
        counted.Add("all", Counts(Requirements));

        Total().Matches(Document).ToDictionary(total => total.Groups["chapter"].Value, total => total.Groups["counts"].Value).Should().BeEquivalentTo(counted);
    }

    [Fact]
    public void Every_file_and_test_class_that_it_names_exists()
    {
        var classes = typeof(AsvsTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(Document).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        named.Should().HaveCountGreaterThan(50);
        named.Where(name => !classes.Contains(name) && !File.Exists(Path.Combine(Repository.Root, name))).Should().BeEmpty();
    }

    [Fact]
    public void No_row_is_pending() => Document.Should().NotContain("PENDING");

    private static string Counts(List<Requirement> rows)
    {
        int In(string state) => rows.Count(row => row.State == state);
        return string.Create(CultureInfo.InvariantCulture, $"{In("met")} | {In("not applicable")} | {In("open")} | {rows.Count}");
    }

    [GeneratedRegex(@"^\| (?<id>(?<chapter>V[0-9]+)\.[0-9]+\.[0-9]+) \| (?<level>[12]) \| [^|\n]+ \| (?<state>met|not applicable|open) \| [^|\n]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?<chapter>V[0-9]+|all)( [^|\n]+)? \| (?<counts>[0-9]+ \| [0-9]+ \| [0-9]+ \| [0-9]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    private sealed record Requirement(string Id, string Chapter, string Level, string State);
}
