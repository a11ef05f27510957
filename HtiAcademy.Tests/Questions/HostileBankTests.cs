using System.Diagnostics;
using System.Text;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

/// <summary>Files made to keep the academy busy. The bound leaves room for a busy machine, and none for time that grows with the square of a size.</summary>
public class HostileBankTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Gift => new()
    {
        { "pairs of braces", "a{}\n\n" },
        { "empty answers", "~" },
        { "empty answers on lines", "~\n" },
        { "hashes", "#" },
        { "arrows", "=->" },
        { "choices", "=a->b" },
        { "escapes", "\\" },
        { "percent signs", "~%1" },
        { "formats", "=[html" },
        { "HTML", "=[html]<b>" },
    };

    public static TheoryData<string, string> Html => new()
    {
        { "open elements", "<b>" },
        { "open blocks", "<div>" },
        { "open lists", "<ul><li>" },
        { "links in paragraphs", "<a><p>" },
        { "tables", "<table><tr><td>" },
        { "quotations", "<blockquote>" },
        { "formatting", "<b><i><p>x</b>" },
        { "attributes", "<a href=https://a.example/ " },
        { "entities", "&amp" },
        { "angle brackets", "<" },
        { "stars", "<b>*</b>(" },
    };

    [Fact]
    public void Ten_million_braces_are_read_in_bounded_time() =>
        Reading(() => GiftReader.Read("braces.gift", Encoding.UTF8.GetBytes(new string('{', 10_000_000))));

    [Theory]
    [MemberData(nameof(Gift))]
    public void GIFT_is_read_in_bounded_time(string what, string piece)
    {
        var open = "q{" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Reading(() => GiftReader.Read($"{what}.gift", open));
        Reading(() => GiftReader.Read($"{what}.gift", open + "}"));
    }

    [Theory]
    [MemberData(nameof(Html))]
    public void HTML_is_read_in_bounded_time(string what, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Math.Min(50_000 / piece.Length, 2_000 / Math.Max(piece.Count(letter => letter == '<'), 1))));
        var gift = $"[html]{text.Replace(":", "\\:").Replace("=", "\\=")}{{T}}\n\n";

        Reading(() => GiftReader.Read($"{what}.gift", string.Concat(Enumerable.Range(0, 20).Select(number => $"::{number}::{gift}"))));
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<question type='x'/>")]
    [InlineData("<question type='multichoice'><answer fraction='7'/>")]
    [InlineData("<a b='")]
    [InlineData("<a b='' c='' d='' e='' f='' g=''/>")]
    [InlineData("&amp;")]
    public void XML_is_read_in_bounded_time(string piece) =>
        Reading(() => MoodleXmlReader.Read("bank.xml", Encoding.UTF8.GetBytes($"<quiz>{string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length))}</quiz>")));

    private static void Reading(Func<QuestionBank> read)
    {
        var clock = Stopwatch.StartNew();
        var bank = read();
        clock.Elapsed.Should().BeLessThan(Bound);
        bank.Should().NotBeNull();
    }
}
