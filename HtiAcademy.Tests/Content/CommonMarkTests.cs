using System.Text.RegularExpressions;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Links;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HtiAcademy.Tests.Content;

/// <summary>
/// Every example of the CommonMark specification, version 0.31.2, that holds no HTML gives CommonMark's own output, but
/// for the deliberate differences below. The specification comes from npm with the styles and fonts.
/// </summary>
public partial class CommonMarkTests
{
    private const string Refused = "https:, mailto:, tel:, a #section, a module or a /page of the academy alone are linked";
    private const string Backslash = "browsers take a backslash in an address for a slash, so it is no address";
    private const string Empty = "a link to nowhere is no link";
    private const string Image = "an image lies beside its text, not elsewhere on the site";
    private const string Language = "a language behind a fence would be a class of the author's choice, for which there are no styles";

    private static readonly Dictionary<int, string> Differences = new()
    {
        [20] = Backslash, [202] = Backslash, [502] = Backslash, [603] = Backslash,
        [24] = Language, [34] = Language, [142] = Language, [143] = Language, [144] = Language, [146] = Language,
        [200] = Empty, [485] = Empty, [486] = Empty, [487] = Empty, [567] = Empty,
        [500] = Refused, [594] = Refused, [596] = Refused, [598] = Refused, [599] = Refused, [601] = Refused,
        [572] = Image, [574] = Image, [575] = Image, [579] = Image, [581] = Image, [582] = Image, [583] = Image,
        [584] = Image, [585] = Image, [586] = Image, [587] = Image, [588] = Image, [589] = Image, [591] = Image,
    };

    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().Build();

    private static readonly List<(int Number, string Markdown, string Html)> Specification = ReadSpecification();

    public static TheoryData<int> Numbers => new(Specification.Where(example => !HoldsHtml(example.Markdown)).Select(example => example.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_of_CommonMark_gives_its_output(int number)
    {
        var (_, markdown, html) = Specification[number - 1];

        if (Differences.TryGetValue(number, out var reason))
        {
            Rendered(markdown).Should().NotBe(html, "{0}; when it is the same, it is no difference any more", reason);
        }
        else
        {
            Rendered(markdown).Should().Be(html, markdown);
        }
    }

    [Fact]
    public void The_whole_specification_is_read()
    {
        Specification.Should().HaveCount(652);
        Specification.Select(example => example.Number).Should().Equal(Enumerable.Range(1, 652));
        Specification.Count(example => !HoldsHtml(example.Markdown)).Should().Be(580);
    }

    private static bool HoldsHtml(string markdown) =>
        Markdig.Markdown.Parse(markdown, Plain).Descendants().Any(node => node is HtmlBlock or HtmlInline);

    /// <summary>With addresses as their author wrote them, and without what the academy adds to links and images.</summary>
    private static string Rendered(string markdown)
    {
        var document = AcademyMarkdown.TryParse(markdown, AcademyMarkdown.Teaching)!;
        return ContentRenderer.ToHtml(document, AcademyMarkdown.Teaching, new RenderingFor("en", Page: new PageAddress("basics", "first")))
            .Replace(" rel=\"noopener noreferrer\"", "", StringComparison.Ordinal)
            .Replace(" loading=\"lazy\"", "", StringComparison.Ordinal)
            .Replace("src=\"/learn/basics/first/", "src=\"", StringComparison.Ordinal)
            .Replace("href=\"/learn/basics/", "href=\"", StringComparison.Ordinal);
    }

    /// <summary>The specification writes an arrow for a tab.</summary>
    private static List<(int Number, string Markdown, string Html)> ReadSpecification() =>
    [
        .. Example().Matches(File.ReadAllText(Path.Combine(Repository.Root, "HtiAcademy.Web", "node_modules", "commonmark-spec", "spec.txt")).ReplaceLineEndings("\n").Replace('→', '\t'))
            .Select((example, index) => (index + 1, example.Groups["markdown"].Value, example.Groups["html"].Value)),
    ];

    [GeneratedRegex("^`{32} example\n(?<markdown>.*?)^[.]\n(?<html>.*?)^`{32}$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
