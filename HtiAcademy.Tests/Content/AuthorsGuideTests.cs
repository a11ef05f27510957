using System.Reflection;
using System.Text.RegularExpressions;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Content;

/// <summary>content/README.md is true.</summary>
public partial class AuthorsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "content", "README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (Match match in Example().Matches(Guide))
            {
                examples.Add(match.Groups["markdown"].Value, match.Groups["html"].Value);
            }

            return examples;
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "HtiAcademy.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_what_the_guide_says(string markdown, string html)
    {
        new SampleContent()
            .With("countries/KE.yml", "code: KE\nname: Kenya\nlanguages: [en]\nzone: Africa/Nairobi\ncurrency: KES\nfacts: {}")
            .With("courses/basics/10-first/images/chart.png", "x")
            .WithModule(markdown)
            .Html(SampleContent.Uganda).Should().Be(html.Trim());
    }

    [Fact]
    public void Every_example_is_tried()
    {
        Examples.Should().HaveCount(Guide.Split("\n```html\n").Length - 1).And.HaveCountGreaterThan(10);
    }

    [Fact]
    public void The_practice_stands_in_a_module_as_it_is()
    {
        var practice = Practice().Match(Guide).Groups["markdown"].Value;

        var reading = new SampleContent().WithModule(practice).Read();

        reading.Findings.Should().BeEmpty();
        reading.Course!.Compose("first", SampleContent.Uganda, null).Parts.Select(part => part.Practice).OfType<Practice>().Single()
            .Questions.Select(question => question.Name).Should().Equal("border", "parts");
    }

    [Theory]
    [InlineData(typeof(FindingCodes))]
    [InlineData(typeof(GiftCodes))]
    public void Every_finding_is_explained(Type codes)
    {
        var explained = Row().Matches(Guide).Select(match => match.Groups["code"].Value).ToList();

        explained.Should().OnlyHaveUniqueItems();
        explained.Should().Contain(codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!));
    }

    [Fact]
    public void No_finding_is_explained_that_does_not_exist()
    {
        var exist = new[] { typeof(FindingCodes), typeof(GiftCodes) }.SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(code => (string)code.GetRawConstantValue()!);

        Row().Matches(Guide).Select(match => match.Groups["code"].Value).Should().BeSubsetOf(exist);
    }

    [Theory]
    [InlineData("Note", "Nota", "Remarque")]
    [InlineData("Warning", "Advertencia", "Avertissement")]
    [InlineData("Case", "Caso", "Cas pratique")]
    [InlineData("Discuss", "Para debatir", "À discuter")]
    [InlineData("Back to the text", "Volver al texto", "Revenir au texte")]
    [InlineData(ContentWords.Unverified, "por confirmar; consulte a su fiscalía", "à confirmer – demandez à votre parquet")]
    public void The_academy_s_own_words_are_in_the_language_of_the_text(string english, string spanish, string french)
    {
        ContentWords.In("en", english).Should().Be(english);
        ContentWords.In("es", english).Should().Be(spanish);
        ContentWords.In("fr", english).Should().Be(french);
    }

    [GeneratedRegex("^(?<fence>```+)markdown\n(?<markdown>.*?)\n\\k<fence>\n```html\n(?<html>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    /// <summary>The page shows it, so that no HTML stands beside it.</summary>
    [GeneratedRegex("^```markdown\n(?<markdown>::: practice\n.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Practice();

    [GeneratedRegex("^\\| (?<code>HTI[0-9]{3}) \\| [^|]+ \\| [^|]+ \\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
