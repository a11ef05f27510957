using AngleSharp.Html.Parser;
using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Questions;

/// <summary>What a text in HTML becomes, and what the page shows of it.</summary>
public class HtmlReadingTests
{
    private static readonly string[] Pieces =
    [
        "<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<br>", "<ul><li>", "</li><li>", "</li></ul>", "<ol><li>", "</ol>", "<blockquote>", "</blockquote>",
        "<a href='https://ok.example/a(b)?c=1&amp;copy;=2|*'>", "</a>", "<h3>", "</h3>", "<span>", "</span>", "<pre>", "</pre>", "<div>",
        "word", "word", " ", "\n", "(x)", "!", "*", "**", "_", "`", "# ", "- ", "+ ", "1. ", "2) ", "> ", "[x](y)", "|", "---", "===", "~~~", ":", "\\", "&lt;b&gt;",
        "&amp;amp;", "é", "🙂", "“", "&nbsp;", "12", ".", "{", "}",
    ];

    [Theory]
    [InlineData("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\\\nlines")]
    [InlineData("One<div>Two</div>Three", "One\n\nTwo\n\nThree")]
    [InlineData("a <b> bold </b>word", "a **bold** word")]
    [InlineData("<strong>a</strong><em>b</em>", "**a**b")]
    [InlineData("<b><i>both</i></b>", "***both***")]
    [InlineData("half<b>(bold)</b>word", "half(bold)word")]
    [InlineData("<h2>Head</h2>text", "**Head**\n\ntext")]
    [InlineData("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li><p>d</p><p>e</p></li></ul>", "- a\n  1. b\n  2. c\n- d\n\n  e")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<a href=' https://example.org/a b?c&amp;d '>law</a>", "[law](<https://example.org/a%20b?c\\&d>)")]
    [InlineData("See!<a href='tel:116'>call</a>", "See\\![call](<tel:116>)")]
    [InlineData("<a href='mailto:me@example.org'>write</a>", "[write](<mailto:me@example.org>)")]
    [InlineData("<a href='http://example.org'>old</a>", "old")]
    [InlineData("<a href='javascript:alert(1)'>no</a>", "no")]
    [InlineData("<a href='/certificates'>site</a> <a name='x'>anchor</a>", "site anchor")]
    [InlineData("10<sup>6</sup> and x<sup>th</sup>, H<sub>2</sub>O", "10⁶ and xth, H2O")]
    [InlineData("a<script>x()</script><style>y</style><!-- z -->b", "ab")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a \\| b\n\n1 \\| 2")]
    [InlineData("<pre>one\n  two</pre>", "one\\\ntwo")]
    [InlineData("&lt;b&gt; &copy; &#x41; &nope;", "\\<b\\> © A \\&nope;")]
    [InlineData("<u>x</u> <font color=red>y</font> <code>z*</code>", "x y z\\*")]
    [InlineData("<p onclick=x()>1. one</p><p>- two</p><p># three</p>", "1\\. one\n\n\\- two\n\n\\# three")]
    public void HTML_becomes_CommonMark(string html, string markdown) => Read(html).Text.Should().Be(markdown);

    [Theory]
    [InlineData("a <img src='@@PLUGINFILE@@/my%20chart.png' alt='a chart'> b", "a a chart b", "my chart.png")]
    [InlineData("a <img alt='a chart'>", "a a chart", "a chart")]
    [InlineData("a <iframe src='https://example.org'></iframe>", "a", "https://example.org")]
    [InlineData("a <svg><text>b</text></svg>", "a", "svg")]
    public void What_cannot_be_shown_is_named(string html, string markdown, string name)
    {
        var bank = GiftReader.Read("questions.gift", $"::q::[html]{Escaped(html)}{{T}}");

        bank.Questions.Single().Text.Should().Be(markdown);
        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = GiftCodes.ImageLeftOut, Message = $"a question shows no images and files: '{name}' is left out" });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_page_shows_the_words_of_the_HTML_and_nothing_more(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var html = "w" + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            var page = MarkdownText.ToHtml(Read(html).Text, "en");

            Words(page).Should().Be(Words(html), "of {0}", html);
            page.Should().NotContainAny("<img", "<h1", "<hr", "<code", "onclick");
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void The_page_shows_plain_text_as_it_was_typed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var text = "w" + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            var page = new HtmlParser().ParseDocument(MarkdownText.ToHtml(GiftReader.Read("q.gift", $"::q::[plain]{Escaped(text)}{{T}}").Questions.Single().Text, "en")).Body!;

            WithoutSpace(page.TextContent).Should().Be(WithoutSpace(text));
            page.QuerySelectorAll("*").Select(element => element.LocalName).Should().BeSubsetOf(["p", "br"]);
        }
    }

    private static Question Read(string html) => GiftReader.Read("questions.gift", $"::q::[html]{Escaped(html)}{{T}}").Questions.Single();

    private static string Escaped(string text) =>
        string.Concat(text.Select(character => character == '\n' ? "\\n" : "~=#{}:\\".Contains(character) ? $"\\{character}" : $"{character}"));

    // Markers of lists are no words of the page.
    private static string Words(string html) => WithoutSpace(new HtmlParser().ParseDocument(html).Body!.TextContent);

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
