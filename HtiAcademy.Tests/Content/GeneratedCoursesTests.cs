using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>Courses put together at random, whose every line says who is to read it.</summary>
public class GeneratedCoursesTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_reader_gets_exactly_the_lines_written_for_them(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var body = Body(random);
            var course = new SampleContent().WithModule(body).Course();
            foreach (var country in course.Countries)
            {
                foreach (var audience in course.Audience)
                {
                    var html = course.Compose("first", new Locale("en", country), audience).Html;

                    Marks(html).Should().Equal(Marks(body).Where(mark => IsFor(mark, country, audience)), body);
                    html.Should().NotContain("{{", body).And.NotContain(":::", body);
                }
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void An_overlay_that_repeats_its_base_changes_nothing(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            var body = "## First {#first}\n\n" + Body(random);
            var alone = new SampleContent().WithModule(body).Html(SampleContent.Uganda);

            new SampleContent().WithModule(body).WithModule("en-UG", "---\nreviewed: {}\n---\n" + body).Html(SampleContent.Uganda).Should().Be(alone, body);
        }
    }

    private static string Body(Random random)
    {
        var body = new List<string>();
        var open = 0;
        var readers = new Stack<string>(["UG+GT+investigator+prosecutor"]);
        for (var line = 0; line < random.Next(5, 25); line++)
        {
            switch (random.Next(6))
            {
                case 0 when open < 3:
                    var (fence, narrowed) = Block(random, readers.Peek());
                    body.Add($"::: {fence}\n");
                    readers.Push(narrowed);
                    open++;
                    break;
                case 1 when open > 0:
                    body.Add(":::\n");
                    readers.Pop();
                    open--;
                    break;
                case 2 when open == 0:
                    body.Add($"## Section {line} {{#s{line}}}\n\n");
                    break;
                case 3:
                    body.Add($"- item [[{line}:{readers.Peek()}]]\n\n");
                    break;
                default:
                    body.Add($"Line [[{line}:{readers.Peek()}]] of the {{{{ act.short }}}}.\n\n");
                    break;
            }
        }

        return string.Concat(body.Concat(Enumerable.Repeat(":::\n", open)));
    }

    private static (string Fence, string Readers) Block(Random random, string readers)
    {
        string[] words = ["country UG", "country GT", "audience investigator", "audience prosecutor", "note"];
        var word = words[random.Next(words.Length)];
        if (word == "note")
        {
            return (word, readers);
        }

        var (kind, name) = (word.Split(' ')[0], word.Split(' ')[1]);
        string[] all = kind == "country" ? ["UG", "GT"] : ["investigator", "prosecutor"];
        var excludes = random.Next(2) == 0;
        var dropped = all.Where(one => (one == name) == excludes);
        return ($"{kind} {(excludes ? "not " : "")}{name}", string.Join('+', readers.Split('+').Except(dropped)));
    }

    private static IEnumerable<string> Marks(string text) =>
        text.Split("[[").Skip(1).Select(part => part.Split("]]")[0]);

    private static bool IsFor(string mark, string country, string audience)
    {
        var readers = mark.Split(':')[1].Split('+');
        return readers.Contains(country) && readers.Contains(audience);
    }
}
