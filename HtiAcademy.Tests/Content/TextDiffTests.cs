using System.Diagnostics;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Tests.Content;

public sealed class TextDiffTests
{
    private const int Megabyte = 1_000_000;

    [Fact]
    public void Reworded_lines_have_their_changed_words_marked()
    {
        Show("Officers must ask first.", "Officers should always ask first.").Should().Equal("-Officers [must] ask first.", "+Officers [should always] ask first.");
    }

    [Fact]
    public void A_sentence_that_has_little_in_common_with_the_old_one_is_marked_whole()
    {
        Show("The court of the district sits on Monday.", "A registry closes the hearing of a child.").Should().Equal("-[The court of the district sits on Monday.]", "+[A registry closes the hearing of a child.]");
    }

    [Fact]
    public void Added_and_removed_lines_are_told_apart_from_reworded_ones()
    {
        Show("a\nb", "a\nb\nc").Should().Equal(" a", " b", "+[c]");
        Show("a\nb\nc", "a\nc").Should().Equal(" a", "-[b]", " c");
    }

    [Fact]
    public void Unchanged_lines_far_from_a_change_are_folded()
    {
        var before = Lines(1, 30);

        Show(before, before.Replace("line 15\n", "other words\n")).Should().Equal(
            "(12)", " line 13", " line 14", "-[line 15]", "+[other words]", " line 16", " line 17", "(13)");
    }

    [Fact]
    public void One_line_alone_is_never_folded()
    {
        Show("a\nb\nc\nd", "a\nb\nc\ne").Should().Equal(" a", " b", " c", "-[d]", "+[e]");
        Show("a\nb\nc\nd\ne\nf\ng", "x\nb\nc\nd\ne\nf\ny").Should().Equal("-[a]", "+[x]", " b", " c", " d", " e", " f", "-[g]", "+[y]");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("same\ntext", "same\ntext")]
    public void The_same_text_is_unchanged(string before, string now)
    {
        TextDiff.Of(before, now).IsUnchanged.Should().BeTrue();
    }

    [Fact]
    public void A_text_beside_nothing_is_all_added()
    {
        Show("", "a\nb").Where(line => line.StartsWith('+')).Should().Equal("+[a]", "+[b]");
        TextDiff.Of("", "a").IsUnchanged.Should().BeFalse();
    }

    [Fact]
    public void The_old_text_and_the_new_can_be_read_off_again()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var (before, now) = (Random(random), Random(random));
            var parts = TextDiff.Of(before, now).Parts;

            Rebuild(before, parts, changed => changed.Before).Should().Be(before);
            Rebuild(now, parts, changed => changed.Now).Should().Be(now);
        }
    }

    public static TheoryData<string, string> Large => new()
    {
        { new string('a', Megabyte), new string('b', Megabyte) },
        { Lines(1, 20_000), Lines(20_001, 20_000) },
        { string.Concat(Enumerable.Range(0, 200_000).Select(n => n % 10 + " ")), string.Concat(Enumerable.Range(0, 200_000).Select(n => n % 7 + " ")) },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_texts_are_refused_at_once(string before, string now)
    {
        var watch = Stopwatch.StartNew();

        TextDiff.Of(before, now).TooLarge.Should().BeTrue();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    public static TheoryData<string, string> Hard => new()
    {
        { Lines(1, 2_400), Lines(5_001, 2_400) },
        { string.Concat(Enumerable.Range(0, 100_000).Select(n => n % 10 + " ")), string.Concat(Enumerable.Range(0, 100_000).Select(n => n * 7 % 11 + " ")) },
        { string.Join('\n', Enumerable.Range(0, 400).Select(n => Sentence(n, 10))), string.Join('\n', Enumerable.Range(0, 400).Select(n => Sentence(n, 7))) },
    };

    [Theory]
    [MemberData(nameof(Hard))]
    public void Texts_below_the_limit_take_no_seconds_however_much_they_differ(string before, string now)
    {
        var watch = Stopwatch.StartNew();

        TextDiff.Of(before, now).TooLarge.Should().BeFalse();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_small_change_of_a_long_file_is_shown()
    {
        var before = Lines(1, 15_000);

        Show(before, before.Replace("line 7777\n", "line 7777 and more\n")).Should().Contain("+line 7777[ and more]");
    }

    private static string Lines(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(n => $"line {n}\n"));

    private static string Sentence(int seed, int step) => string.Concat(Enumerable.Range(0, 120).Select(n => $"{(char)('a' + (((n * step) + seed) % 26))} "));

    private static string Random(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"word{random.Next(4)} word{random.Next(4)} word{random.Next(4)}"));

    /// <summary>A text from the parts, but for what they fold away, which comes from the text.</summary>
    private static string Rebuild(string text, IReadOnlyList<DiffPart> parts, Func<ChangedLines, IReadOnlyList<IReadOnlyList<DiffWords>>> side)
    {
        var lines = new List<string>();
        foreach (var part in parts)
        {
            lines.AddRange(part switch
            {
                UnchangedLines same => same.Lines,
                FoldedLines folded => text.Split('\n').Skip(lines.Count).Take(folded.Count),
                ChangedLines changed => side(changed).Select(line => string.Concat(line.Select(words => words.Text))),
                _ => throw new InvalidOperationException(),
            });
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Show(string before, string now) => TextDiff.Of(before, now).Parts.SelectMany(part => part switch
    {
        UnchangedLines same => same.Lines.Where(line => line.Length > 0).Select(line => " " + line),
        FoldedLines folded => [$"({folded.Count})"],
        ChangedLines changed => changed.Before.Select(line => "-" + Marked(line)).Concat(changed.Now.Select(line => "+" + Marked(line))),
        _ => throw new InvalidOperationException(),
    });

    private static string Marked(IReadOnlyList<DiffWords> line) => string.Concat(line.Select(words => words.Changed ? $"[{words.Text}]" : words.Text));
}
