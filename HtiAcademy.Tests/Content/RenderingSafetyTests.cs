using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Markdown;

namespace HtiAcademy.Tests.Content;

public class RenderingSafetyTests
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b ", "<!-- ", "-->", "<a href='javascript:x'>", "<javascript:alert(1)>", "<JaVaScRiPt:x>",
        "[x](javascript:alert(1))", "[x](JAVASCRIPT&colon;alert(1))", "[x](java\tscript:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](<javascript:a b>)",
        "[x](data:text/html,<script>)", "[x](vbscript:x)", "[x](//evil.example)", "[x](\\\\evil.example)", "[x](https://ok.example \"ti\" tle\")", "[x]: javascript:alert(1)\n", "[x][x]",
        "![x](javascript:alert(1))", "![x](https://evil.example/x.png)", "![\"onload=\"alert(1)](images/x.png 't\"')", "![<b>](images/x.png)",
        "## T {#a onclick=alert(1)}\n", "## T {.evil style=x}\n", "## T {#ok}\n", "# T\n", "{onclick=alert(1)}", "{.cls #id}", "*a*{onclick=x}", "`x`{.evil}",
        "```evil onclick=x\ncode\n```\n", "~~~ {.evil style=x}\n~~~\n", "::: note\n", "::: case onclick=x\n", "::: \"><script>\n", ":::\n", "::: country UG\n", "::: practice\nx <b>y</b>? {T#<script>}\n:::\n", "::: practice\nx? {T}\n:::\n",
        "| a | b |\n|:-:|--:|\n| <i> | [x](javascript:x) |\n", "- [ ] todo\n", "- [x] <u>\n", "[^1]", "[^1]: <script>\n", "Term\n:   <script>\n", "> ", "    ", "1. ", "* ",
        "**", "_", "`", "&lt;script&gt;", "&#60;script&#62;", "\\<script>", "{{ act.short }}", "{{ <script> }}", "{{ ", " }}", "<https://ok.example>", "<me@ok.example>", "\"", "'", "\n", "\n\n", "word ", "\0", "\u2028", "é",
    ];

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "p", "h2", "h3", "h4", "h5", "h6", "a", "img", "em", "strong", "code", "pre", "br", "hr", "blockquote", "ul", "ol", "li", "span", "dl", "dt", "dd",
        "table", "thead", "tbody", "tr", "th", "td", "aside", "div", "sup",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id", "class", "href", "rel", "title", "src", "alt", "loading", "role", "aria-label", "aria-hidden", "start", "colspan", "rowspan",
    };

    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "box", "box-note", "box-warning", "box-case", "box-discuss", "box-title", "text-center", "text-end", "contains-task-list", "task-list-item", "footnotes", "footnote-ref", "footnote-back-ref",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_question_text_writes_anything_active(int seed)
    {
        foreach (var text in Texts(seed, 1500))
        {
            ShouldBeSafe(MarkdownText.ToHtml(text, "en"), text);
            ShouldBeSafe(MarkdownText.ToInlineHtml(text, "en"), text);
        }
    }

    /// <summary>What the checks refuse is never composed, so the renderer is asked here for what they let through.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void No_module_that_passes_the_checks_writes_anything_active(int seed)
    {
        var composed = 0;
        foreach (var text in Texts(seed, 700))
        {
            if (new SampleContent().WithModule(text).Read().Course is { } course)
            {
                ShouldBeSafe(course.Compose("first", SampleContent.Uganda, null).Html, text);
                composed++;
            }
        }

        composed.Should().BeGreaterThan(20, "the texts must not all be refused");
    }

    /// <summary>In the welcome, an overlay, a translation, a table's cell and a note, with the same words as facts and in front matter.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void No_text_of_a_course_that_passes_the_checks_writes_anything_active(int seed)
    {
        var composed = 0;
        foreach (var text in Texts(seed, 700))
        {
            var cell = text.ReplaceLineEndings(" ").Replace("|", "", StringComparison.Ordinal);
            var quoted = JsonSerializer.Serialize(cell + "x");
            var folder = new SampleContent()
                .Replace(SampleContent.CoursePath, "Welcome.", text)
                .Replace("countries/UG.yml", "value: 116", $"value: {quoted}")
                .WithModule($"Base.\n\n## T {{#t}}\n\n| {{{{ hotline }}}} |\n| --- |\n| {cell} |\n\n## O {{#o}}\n\n")
                .Replace(SampleContent.ModulePath, "title: First things", $"title: {quoted}")
                .Replace(SampleContent.ModulePath, "[tell one thing from another]", $"[{quoted}]")
                .WithModule("en-UG", $"## O {{#o}}\n\n{text}\n")
                .WithSpanish($"{text}\n\n## T {{#t}}\n\n::: note\n{text}\n\n:::\n\n## O {{#o}}");
            if (folder.Read().Course is { } course)
            {
                composed++;
                ShouldBeSafe(course.Welcome(SampleContent.Uganda, null), text);
                ShouldBeSafe(course.Compose("first", SampleContent.Uganda, null).Html, text);
                ShouldBeSafe(course.Compose("first", new Locale("es", "UG"), null).Html, text);
                course.Module("first").Title(SampleContent.Uganda).Should().Be((cell + "x").Trim(), "the pages encode titles");
                course.Module("first").Objectives(SampleContent.Uganda).Should().Equal((cell + "x").Trim());
            }
        }

        composed.Should().BeGreaterThan(20, "the texts must not all be refused");
    }

    [Fact]
    public void A_fact_s_value_comes_out_as_the_text_it_is()
    {
        foreach (var piece in Pieces.Where(piece => piece.All(letter => !char.IsControl(letter)) && piece.Trim().Length > 0))
        {
            var html = new SampleContent()
                .Replace("countries/UG.yml", "value: 116", $"value: {JsonSerializer.Serialize(piece)}")
                .WithModule("*{{ hotline }}*")
                .Html(SampleContent.Uganda);

            var emphasis = new HtmlParser().ParseDocument(html).QuerySelector("p > em:only-child")!;
            emphasis.Children.Should().BeEmpty(piece);
            emphasis.TextContent.Should().Be(piece.Trim());
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](http://example.org)", "<p>x</p>")]
    [InlineData("[x](//example.org)", "<p>x</p>")]
    [InlineData("[x](https://example.org)", "<p><a href=\"https://example.org\" rel=\"noopener noreferrer\">x</a></p>")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\" rel=\"noopener noreferrer\">https://example.org</a></p>")]
    [InlineData("<javascript:alert>", "<p>javascript:alert</p>")]
    [InlineData("[x](tel:116)", "<p><a href=\"tel:116\">x</a></p>")]
    [InlineData("![x](https://example.org/x.png)", "<p>x</p>")]
    [InlineData("# x", "<p># x</p>")]
    [InlineData("{{ hotline }}", "<p>{{ hotline }}</p>")]
    [InlineData("```js\nx\n```", "<pre><code>x\n</code></pre>")]
    public void A_question_s_text_is_rendered_safely(string text, string html)
    {
        MarkdownText.ToHtml(text, "en").ReplaceLineEndings("\n").Trim().Should().Be(html);
    }

    [Theory]
    [InlineData("One *word*.", "One <em>word</em>.")]
    [InlineData("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n")]
    [InlineData("- One.", "<ul>\n<li>One.</li>\n</ul>\n")]
    [InlineData("", "")]
    public void A_single_paragraph_comes_without_its_tags_when_asked(string text, string html)
    {
        MarkdownText.ToInlineHtml(text, "en").Should().Be(html);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('-')]
    [InlineData('(')]
    [InlineData('|')]
    [InlineData('`')]
    [InlineData('!')]
    public void A_text_of_one_letter_repeated_is_rendered(char letter)
    {
        MarkdownText.ToHtml(new string(letter, 60_000), "en").Should().NotBeEmpty();
        MarkdownText.ToHtml(string.Concat(Enumerable.Repeat(letter + " a ", 20_000)), "en").Should().NotBeEmpty();
    }

    private static IEnumerable<string> Texts(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static void ShouldBeSafe(string html, string source)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            Elements.Should().Contain(element.LocalName, source);
            element.Attributes.Select(attribute => attribute.Name).Should().BeSubsetOf(Attributes, source);
            element.ClassList.Should().BeSubsetOf(Classes, source);
            ShouldLeadSomewhereSafe(element, source);
        }

        html.Should().NotContain("<script", source);
    }

    private static void ShouldLeadSomewhereSafe(IElement element, string source)
    {
        if (element is IHtmlAnchorElement link && element.GetAttribute("href") is { Length: > 0 } address)
        {
            (address.StartsWith('#') || address.StartsWith("/learn/", StringComparison.Ordinal) || new Uri(address).Scheme is "https" or "mailto" or "tel").Should().BeTrue($"{address} of {source}");
            (link.GetAttribute("rel") == "noopener noreferrer").Should().Be(address.StartsWith("https:", StringComparison.OrdinalIgnoreCase), source);
        }

        if (element is IHtmlImageElement)
        {
            element.GetAttribute("src").Should().StartWith("/learn/", source);
        }

        if (element is IHtmlInputElement)
        {
            element.HasAttribute("disabled").Should().BeTrue(source);
        }
    }
}
