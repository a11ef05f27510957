using System.Text;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

/// <summary>Properties that hold for any bank and any response; the seeds make every run the same.</summary>
public class GeneratedQuestionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_reader_never_throws_and_what_it_reads_can_be_marked(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var text = GiftSoup.Of(random, 60);
            var bank = GiftReader.Read("questions.gift", text);

            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Length;
            bank.Findings.Should().NotContain(finding => finding.Line < 1 || finding.Line > lines);
            bank.Questions.Should().OnlyHaveUniqueItems(question => question.Name);
            foreach (var question in bank.Questions) CheckMarks(question, random);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Exactly_the_right_options_score_full_marks_and_any_response_stays_within_bounds(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var question = Choice(random);
            var right = Response.FromForm(question, [.. question.RightOptions.Select(index => $"{index}")]).Response;

            Marking.Mark(question, right).Fraction.Should().Be(1);
            CheckMarks(question, random);
        }
    }

    private static void CheckMarks(Question question, Random random)
    {
        for (var round = 0; round < 5; round++)
        {
            var reading = Response.FromForm(question, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Given(random))]);
            Marking.Mark(question, reading.Response).Fraction.Should().BeInRange(0, 1);

            var stored = Response.Parse(string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Given(random))));
            Marking.Mark(question, stored).Fraction.Should().BeInRange(0, 1);
        }
    }

    private static ChoiceQuestion Choice(Random random)
    {
        var rights = random.Next(1, 11);
        var weights = Enumerable.Repeat(Weight.Nearest(100m / rights), rights)
            .Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Weight.Nearest(-random.Next(101))))
            .ToArray();
        random.Shuffle(weights);
        var gift = new StringBuilder("::q::Which?{");
        foreach (var weight in weights) gift.Append(rights == 1 && weight == Weight.Full ? "=" : $"~%{weight}%").Append("option\n");

        return (ChoiceQuestion)GiftReader.Read("questions.gift", $"{gift}}}").Questions.Single();
    }

    private static string Given(Random random) => random.Next(3) switch
    {
        0 => $"{random.Next(-1, 6)}",
        1 => "true",
        _ => GiftSoup.Of(random, 3),
    };
}
