using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Content;

namespace HtiAcademy.Tests.Authoring;

public class AuthoredSectionsTests
{
    private const string Text =
        """
        ---
        title: The law
        ---

        Before.

        ## The offence {#offence}

        Three parts.

        ### The act {#act}

        What was done.


        ## Money {#money after=offence}

        ```
        ## Not a heading {#code}
        ```

        """;

    [Fact]
    public void Sections_are_listed_with_their_headings_and_lines()
    {
        AuthoredSections.Of(Text).Sections.Select(s => (s.Id, s.Heading, s.Level, s.FirstLine, s.LastLine))
            .Should().Equal(("offence", "The offence", 2, 7, 13), ("act", "The act", 3, 11, 13), ("money", "Money", 2, 16, 20));
    }

    [Fact]
    public void A_wording_holds_the_sections_inside_and_no_blank_lines_around()
    {
        var sections = AuthoredSections.Of(Text);

        sections.Wording("offence").Should().Be("## The offence {#offence}\n\nThree parts.\n\n### The act {#act}\n\nWhat was done.");
        sections.Wording("act").Should().Be("### The act {#act}\n\nWhat was done.");
        sections.Wording("code").Should().BeNull();
    }

    [Fact]
    public void One_section_is_replaced_and_the_rest_stays()
    {
        var replaced = AuthoredSections.Of(Text).Replace("act", "\r\n### An act {#act}\r\n\r\nSomebody was moved.\r\n");

        replaced.Should().Be(Text.Replace("### The act {#act}\n\nWhat was done.", "### An act {#act}\n\nSomebody was moved.", StringComparison.Ordinal));
        AuthoredSections.Of(Text).Invoking(s => s.Replace("other", "## Other {#other}")).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public void Another_section_comes_at_the_end()
    {
        var appended = AuthoredSections.Of(Text).Append("## Police {#police after=money}\n\nWho does what.\n\n");

        appended.Should().StartWith(Text.TrimEnd('\n')).And.EndWith("```\n\n## Police {#police after=money}\n\nWho does what.\n");
        AuthoredSections.Of(appended).Sections[^1].Id.Should().Be("police");
        AuthoredSections.Of("").Append("## Police {#police}").Should().Be("## Police {#police}\n");
    }

    [Fact]
    public void A_section_without_an_id_and_a_second_one_of_the_same_id_are_none()
    {
        var sections = AuthoredSections.Of("## No id\n\nA.\n\n## One {#one}\n\nB.\n\n## Again {#one}\n\nC.\n");

        sections.Sections.Select(s => s.Heading).Should().Equal("One");
        sections.Wording("one").Should().Be("## One {#one}\n\nB.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\ntitle: never closed\n\n## A {#a}\n")]
    [InlineData("Only words.")]
    public void A_text_may_have_no_section(string text) => AuthoredSections.Of(text).Sections.Should().BeEmpty();

    [Fact]
    public void A_text_that_is_too_large_is_not_read() => AuthoredSections.Of("## A {#a}\n" + new string('x', 1_000_000)).Sections.Should().BeEmpty();

    [Fact]
    public void A_section_replaced_by_its_own_wording_leaves_the_text_as_it_was()
    {
        var replaced = 0;
        foreach (var text in Texts())
        {
            var sections = AuthoredSections.Of(text);
            foreach (var section in sections.Sections)
            {
                sections.Replace(section.Id, section.Wording).Should().Be(text);
                string.Join('\n', text.Split('\n')[(section.FirstLine - 1)..section.LastLine]).Should().Be(section.Wording);
                replaced++;
            }
        }

        replaced.Should().BeGreaterThan(300);
    }

    [Fact]
    public void Another_wording_changes_no_section_beside_it()
    {
        foreach (var text in Texts())
        {
            var before = AuthoredSections.Of(text);
            foreach (var section in before.Sections)
            {
                var after = AuthoredSections.Of(before.Replace(section.Id, $"{section.Wording}\n\nOne more sentence."));
                var around = before.Sections.Where(s => s.LastLine < section.FirstLine || s.FirstLine > section.LastLine);
                after.Sections.Where(s => around.Any(a => a.Id == s.Id)).Select(s => s.Wording).Should().Equal(around.Select(s => s.Wording));
                after.Wording(section.Id).Should().EndWith("One more sentence.");
            }
        }
    }

    /// <summary>The course of the tests and courses put together at random.</summary>
    private static IEnumerable<string> Texts()
    {
        var ours = Directory.EnumerateFiles(Repository.Content, "*.md", SearchOption.AllDirectories).Where(file => !file.EndsWith("design.md", StringComparison.Ordinal)).Select(File.ReadAllText);
        var generated = Enumerable.Range(1, 10).SelectMany(seed => new GeneratedCourse(seed, countries: 2, languages: 2, modules: 2).Documents);
        return ours.Concat(generated.Where(document => document.Path.EndsWith(".md", StringComparison.Ordinal)).Select(document => Encoding.UTF8.GetString(document.Bytes.Span)));
    }
}
