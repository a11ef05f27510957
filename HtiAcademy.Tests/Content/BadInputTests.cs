using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>Whatever stands in the files, reading ends soon, says where it is wrong, and throws nothing.</summary>
public class BadInputTests
{
    private const int Times = 10_000;
    private const string Overlay = "courses/basics/10-first/module.en-UG.md";
    private const string Spanish = "courses/basics/10-first/module.es.md";
    private const string SpanishHead = "---\ntitle: Lo primero\nobjectives: [distinguir]\n---\n";
    private const string Uganda = "countries/UG.yml";

    /// <summary>A reading takes less than a second; this bears a busy machine, and no square of ten thousand.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> DeepTexts = new(StringComparer.Ordinal)
    {
        ["quotations"] = Repeat("> ") + "x",
        ["quotations without spaces"] = Repeat(">") + "x",
        ["ordered lists"] = Repeat("1. ") + "x",
        ["unordered lists"] = Repeat("- ") + "x",
        ["lists by indentation"] = Numbered(900, number => $"{new string(' ', 2 * number)}- a\n"),
        ["blocks"] = Repeat("::: note\n"),
        ["closed blocks"] = Repeat("::: note\n") + "x\n" + Repeat(":::\n"),
        ["countries' blocks"] = Repeat("::: country UG\n") + "x\n" + Repeat(":::\n"),
        ["blocks in quotations"] = Numbered(200, number => $"{string.Concat(Enumerable.Repeat("> ", number))}::: note\n"),
        ["emphases"] = Repeat("*a ") + Repeat("b* "),
        ["alternating emphases"] = Repeat("*a _b ") + Repeat("c_ d* "),
        ["brackets"] = Repeat("[a "),
        ["closed brackets"] = Repeat("[") + Repeat("]"),
        ["links"] = Repeat("[") + "x" + Repeat("](#a)"),
        ["links not closed"] = Repeat("[a]("),
        ["images"] = Repeat("![") + "x" + Repeat("](images/a.png)"),
        ["a few images"] = string.Concat(Enumerable.Repeat("![", 60)) + "x" + string.Concat(Enumerable.Repeat("](images/a.png)", 60)),
        ["cells with emphases"] = Repeat("*a|b\n"),
        ["cells with brackets"] = Repeat("[a|b\n"),
        ["marks of footnotes"] = Repeat("[^"),
    };

    private static readonly Dictionary<string, string> LongTexts = new(StringComparer.Ordinal)
    {
        ["parentheses in a link"] = $"[x]({Repeat("(")}{Repeat(")")})",
        ["cells"] = Repeat("| a "),
        ["rows"] = "|a|b|\n|-|-|\n" + Repeat("|a|b|\n"),
        ["columns"] = Repeat("|a") + "\n" + Repeat("|-") + "\n" + Repeat("|b"),
        ["tables"] = Repeat("|a|b|\n|-|-|\n|c|d|\n\n"),
        ["footnotes"] = Numbered(Times, number => $"a[^{number}]\n\n[^{number}]: n\n\n"),
        ["definitions"] = "a\n" + Repeat(":   x\n"),
        ["definitions in one line"] = "a\n" + Repeat(":   "),
        ["backticks"] = Repeat("`"),
        ["backticks in growing runs"] = Numbered(1000, number => new string('`', number + 1) + "a "),
        ["footnotes by indentation"] = "[^0]\n\n" + Numbered(300, number => $"{new string(' ', 4 * number)}[^{number}]: x\n\n"),
        ["definitions by indentation"] = Numbered(300, number => $"{new string(' ', 4 * number)}a\n{new string(' ', 4 * number)}:   b\n\n"),
        ["fences"] = Repeat("```\na\n```\n"),
        ["boxes"] = Repeat("::: note\nx\n:::\n"),
        ["colons"] = Repeat(": "),
        ["braces"] = Repeat("{{ "),
        ["braces in one line"] = string.Concat(Enumerable.Repeat("{{", 400_000)),
        ["braces of a heading"] = "## A " + Repeat("{#a after=") + "}",
        ["facts"] = Repeat("{{ act.short }} "),
        ["misspelt facts"] = Numbered(Times, number => $"{{{{ act.shor{number} }}}}\n\n"),
        ["headings"] = Numbered(Times, number => $"## A {{#a{number}}}\n\n"),
        ["headings of one id"] = Repeat("## A {#a}\n\n"),
        ["headings after each other"] = Numbered(Times, number => $"## A {{#a{number} after=a{number - 1}}}\n\n"),
        ["links"] = Numbered(Times, number => $"[a](#b{number})\n\n"),
        ["dead links among headings"] = Numbered(Times, number => $"## A {{#a{number}}}\n\n[a](#b{number})\n\n"),
        ["links to sections of a module"] = Numbered(Times, number => $"## A {{#a{number}}}\n\n[a](first#a{number})\n\n"),
        ["references"] = Numbered(Times, number => $"[a{number}]: #b\n"),
        ["autolinks"] = Repeat("<https://a.b> "),
        ["openings of HTML"] = Repeat("<a b='"),
        ["entities"] = Repeat("&#xD800;"),
        ["control characters"] = Repeat("\0\u0007\u001B\u007F"),
        ["blank lines"] = string.Concat(Enumerable.Repeat("\n", 200_000)),
        ["lines"] = string.Concat(Enumerable.Repeat("a\n", 100_000)),
    };

    private static readonly Dictionary<string, (string Path, string Text)> Files = new(StringComparer.Ordinal)
    {
        ["sections of an overlay"] = (Overlay, Numbered(Times, number => $"## A {{#a{number}}}\n\n")),
        ["sections after each other"] = (Overlay, Numbered(Times, number => $"## A {{#a{number} after={(number == 0 ? "victim" : $"a{number - 1}")}}}\n\n")),
        ["sections before each other"] = (Overlay, Numbered(Times, number => $"## A {{#a{number} after=a{number + 1}}}\n\n") + $"## Z {{#a{Times} after=victim}}"),
        ["sections in a circle"] = (Overlay, Numbered(Times, number => $"## A {{#a{number} after=a{(number + 1) % Times}}}\n\n")),
        ["sections twice after each other"] = (Overlay, Numbered(80, number => $"## A {{#a{number / 2} after={(number < 2 ? "victim" : $"a{(number / 2) - 1}")}}}\n\n")),
        ["removals"] = (Overlay, $"---\nremove: [{Numbered(Times, number => $"a{number}, ")}]\n---\n"),
        ["sections of a translation"] = (Spanish, SpanishHead + Numbered(Times, number => $"## A {{#a{number}}}\n\n")),
        ["brackets of YAML"] = (Uganda, "code: " + Repeat("[")),
        ["closed brackets of YAML"] = (Uganda, "code: " + Repeat("[") + Repeat("]")),
        ["braces of YAML"] = (Uganda, "code: " + Repeat("{a: ")),
        ["levels of YAML"] = (Uganda, Numbered(1000, number => $"{new string(' ', number)}a:\n")),
        ["lists of YAML"] = (Uganda, "a:\n  " + Repeat("- ")),
        ["questions of YAML"] = (Uganda, Repeat("? ")),
        ["unknown keys"] = (Uganda, Numbered(Times, number => $"key{number}: 1\n")),
        ["documents of YAML"] = (Uganda, Repeat("---\n")),
        ["matching pairs"] = (SampleContent.BankPath, $"::a:: x {{{Numbered(Times, number => $"={number} -> c{number} ")}}}"),
        ["options"] = (SampleContent.BankPath, $"::a:: x {{=b {Repeat("~a ")}}}"),
        ["braces of a question"] = (SampleContent.BankPath, Repeat("{")),
        ["quotations in a question"] = (SampleContent.BankPath, $"::a:: {Repeat("> ")} {{T}}"),
        ["questions"] = (SampleContent.BankPath, Numbered(Times, number => $"::q{number}:: x {{T}}\n\n")),
    };

    public static TheoryData<string> Deep => new(DeepTexts.Keys);

    public static TheoryData<string> Long => new(LongTexts.Keys);

    public static TheoryData<string> Many => new(Files.Keys);

    [Theory]
    [MemberData(nameof(Deep))]
    public async Task What_nests_ten_thousand_deep_is_refused_soon(string what)
    {
        var findings = await FindingsOf(new SampleContent().WithModule(DeepTexts[what]));

        findings.Should().Contain(finding => finding.Code == FindingCodes.TooDeep && finding.Path == SampleContent.ModulePath && finding.Line >= 8);
    }

    [Theory]
    [MemberData(nameof(Long))]
    public async Task Ten_thousand_of_a_kind_are_read_soon(string what)
    {
        var folder = new SampleContent().WithModule(LongTexts[what]);

        ShouldStandInItsFile(await FindingsOf(folder), folder);
    }

    [Theory]
    [MemberData(nameof(Many))]
    public async Task Every_kind_of_file_is_read_soon(string what)
    {
        var folder = new SampleContent().With(Files[what].Path, Files[what].Text);

        ShouldStandInItsFile(await FindingsOf(folder), folder);
    }

    [Theory]
    [InlineData("courses/Über Kurs/course.md")]
    [InlineData("courses/a b/10-first/module.md")]
    [InlineData("courses//course.md")]
    [InlineData("courses/../basics/course.md")]
    [InlineData("courses/basics/../../../etc/passwd")]
    [InlineData("courses/basics/9999-x/module.md")]
    [InlineData("courses/basics/10-first/images/\u202Egnp.exe")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\content\\course.md")]
    [InlineData("countries/")]
    [InlineData("")]
    public async Task A_file_may_lie_anywhere(string path)
    {
        var folder = new SampleContent().With(path, "Text.");

        ShouldStandInItsFile(await FindingsOf(folder), folder);
    }

    [Fact]
    public void A_course_s_folder_may_have_any_name()
    {
        var folder = new SampleContent();
        foreach (var document in folder.Documents.Where(document => document.Path.StartsWith("courses/", StringComparison.Ordinal)))
        {
            folder.Without(document.Path).With(document.Path.Replace("basics", "Über Kurs", StringComparison.Ordinal), document.Bytes.ToArray());
        }

        var reading = CourseReader.ReadAll(folder.Documents).Single();

        reading.Findings.Should().BeEmpty();
        reading.Course!.Compose("first", SampleContent.Uganda, null).Html.Should().Contain("PTIP Act");
    }

    [Fact]
    public void The_same_path_twice_is_found()
    {
        SourceDocument[] twice = [.. new SampleContent().Documents, .. new SampleContent().Documents];

        CourseReader.Read(twice, "courses/basics").Findings.Should().Contain(finding => finding.Code == FindingCodes.NamesDifferInCase && finding.Path == SampleContent.ModulePath);
    }

    private static async Task<IReadOnlyList<Finding>> FindingsOf(SampleContent folder) =>
        await Task.Run(() => CourseReader.ReadAll(folder.Documents).SelectMany(reading => reading.Findings).ToList()).WaitAsync(Soon);

    private static void ShouldStandInItsFile(IReadOnlyList<Finding> findings, SampleContent folder)
    {
        var lines = folder.Documents.ToDictionary(document => document.Path, document => Encoding.UTF8.GetString(document.Bytes.Span).Split('\n').Length, StringComparer.Ordinal);
        findings.Where(finding => finding.Line < 1 || finding.Line > lines.GetValueOrDefault(finding.Path, 1)).Should().BeEmpty();
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Times));

    private static string Numbered(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
