using System.Text.RegularExpressions;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

/// <summary>What content/README.md says of GIFT is true.</summary>
public partial class GiftGuideTests
{
    [Fact]
    public void The_guide_s_bank_is_read_without_findings_and_has_every_kind()
    {
        var bank = GiftReader.Read("questions.gift", Example().Match(File.ReadAllText(Guide()).ReplaceLineEndings("\n")).Groups["gift"].Value);

        bank.Findings.Should().BeEmpty();
        bank.Questions.Select(question => question.GetType()).Should().Equal(
            typeof(SingleChoice), typeof(MultipleChoice), typeof(TrueFalse), typeof(ShortAnswer), typeof(Numerical), typeof(Matching), typeof(Essay), typeof(Description));
    }

    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HtiAcademy.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "content", "README.md");
    }

    [GeneratedRegex("^```gift\n(?<gift>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
