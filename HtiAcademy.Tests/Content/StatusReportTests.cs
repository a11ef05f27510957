using System.Text.Json;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Web.Commands;

namespace HtiAcademy.Tests.Content;

public sealed class StatusReportTests
{
    private readonly SampleContent _content = new SampleContent()
        .WithModule("## The offence {#offence}\n\n{{ immunity }} {{ hotline }}\n")
        .WithModule("en-UG", "## O {#offence}\n\n{{ immunity }} {{ act.short }}\n")
        .WithModule("en-GT", "## O {#offence}\n\nHere.\n")
        .WithSpanish("\n## El delito {#offence}\n\n{{ hotline }}\n")
        .Replace("countries/GT.yml", "  hotline:", "  line:");

    [Fact]
    public void The_table_is_aligned_and_followed_by_the_counts_and_a_legend()
    {
        var printed = Print("text").Split('\n');

        printed[..5].Should().Equal(
            "courses/basics: 2 texts in 2 countries",
            "        UG            GT",
            "course  en base       es>en base",
            "first   en own !1 ?1  es base no-own t!1, en own !1 x1",
            "to compare: 3, overlays to translate: 1, facts missing: 1, facts to be confirmed: 1");
        string.Join('\n', printed[5..]).Should().Contain("!2: own sections to compare").And.Contain(".: not given there");
    }

    [Fact]
    public void A_tool_reads_the_same_as_JSON()
    {
        var course = JsonDocument.Parse(Print("json")).RootElement.GetProperty("courses")[0];

        course.GetProperty("course").GetString().Should().Be("basics");
        course.GetProperty("toCompare").GetInt32().Should().Be(3);
        var uganda = course.GetProperty("texts")[1].GetProperty("countries")[0];
        uganda.GetProperty("factsUnverified")[0].GetString().Should().Be("immunity");
        var text = uganda.GetProperty("locales")[0];
        text.GetProperty("overlay").GetString().Should().Be("courses/basics/10-first/module.en-UG.md");
        text.GetProperty("staleOverlay")[0].GetProperty("section").GetString().Should().Be("offence");
    }

    private string Print(string format)
    {
        using var output = new StringWriter { NewLine = "\n" };
        StatusReport.Print([TailoringMatrix.Of(_content.Documents, "courses/basics")], format, output);
        return output.ToString();
    }
}
