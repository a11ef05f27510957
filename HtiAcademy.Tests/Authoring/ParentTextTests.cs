using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Authoring;

public sealed class ParentTextTests
{
    private const string Base = """
        ---
        id: first
        title: First
        minutes: 20
        objectives:
          - name the offence
          - find the court
        draw: 5
        pass: 80
        ---

        Welcome.

        ## The offence {#offence}

        The base's words.

        ## The court {#court}

        Which court it is.
        """;

    [Fact]
    public void A_countrys_file_begins_with_nothing_but_what_was_compared()
    {
        NewText.Of(File("module.en-KE.md"), Base).Should().Be("---\nreviewed: {}\n---\n");
        NewText.Of(File("questions.en-KE.gift"), null).Should().BeEmpty();
    }

    [Fact]
    public void A_translation_begins_with_the_title_and_the_objectives() =>
        NewText.Of(File("module.es.md"), Base.ReplaceLineEndings("\r\n")).Should().Be("---\ntitle: First\nobjectives:\n  - name the offence\n  - find the court\nreviewed: {}\n---\n");

    [Fact]
    public void A_country_sees_every_section_and_none_of_its_own_at_first()
    {
        var text = Beside("module.en-KE.md", NewText.Of(File("module.en-KE.md"), Base));

        text.Sections.Select(section => (section.Id, section.Title, section.Own, section.IsStale)).Should().Equal(("offence", "The offence", null, false), ("court", "The court", null, false));
        text.Sections[0].Words.Should().Be("## The offence {#offence}\n\nThe base's words.");
    }

    [Fact]
    public void A_section_taken_from_the_parent_is_compared_with_it()
    {
        var taken = Beside("module.en-KE.md", NewText.Of(File("module.en-KE.md"), Base)).Take("court")!;

        taken.Should().EndWith("---\n\n## The court {#court}\n\nWhich court it is.\n");
        Beside("module.en-KE.md", taken).Sections.Single(section => section.Id == "court").Should().Match<ParentSection>(section => section.Own != null && !section.IsStale);
    }

    [Fact]
    public void A_section_is_taken_once_and_only_where_there_is_one()
    {
        var taken = Beside("module.en-KE.md", NewText.Of(File("module.en-KE.md"), Base)).Take("court")!;

        Beside("module.en-KE.md", taken).Take("court").Should().BeNull();
        Beside("module.en-KE.md", taken).Take("nowhere").Should().BeNull();
    }

    [Fact]
    public void A_translation_takes_sections_in_the_originals_order()
    {
        var last = Beside("module.es.md", NewText.Of(File("module.es.md"), Base)).Take("court")!;
        var both = Beside("module.es.md", last).Take("offence")!;
        var all = Beside("module.es.md", both).Take("top")!;

        all.Should().MatchRegex("(?s)---\n\nWelcome\\.\n\n## The offence.*## The court");
        Beside("module.es.md", all).Sections.Should().OnlyContain(section => section.Own != null && !section.IsStale);
    }

    [Fact]
    public void What_changed_in_the_parent_is_stale_until_somebody_says_that_it_is_still_right()
    {
        var own = Beside("module.en-KE.md", Beside("module.en-KE.md", NewText.Of(File("module.en-KE.md"), Base)).Take("court")!).Take("offence")!;
        var changed = Base.Replace("Which court it is.", "Which court it is now.", StringComparison.Ordinal);

        var text = Beside("module.en-KE.md", own, changed);
        text.Sections.Where(section => section.IsStale).Select(section => section.Id).Should().Equal("court");

        Beside("module.en-KE.md", text.Compared("court"), changed).Sections.Should().OnlyContain(section => !section.IsStale);
        Beside("module.en-KE.md", text.Compared("offence"), changed).Sections.Should().Contain(section => section.IsStale, "the other section was not looked at");
    }

    [Fact]
    public void What_is_no_text_cannot_be_set_beside_another() =>
        ParentText.Of(new SourceDocument("courses/basics/1-first/module.en-KE.md", new byte[] { 0xFF, 0xFE, 0xFD }), Document("module.md", Base)).Should().BeNull();

    private static ParentText Beside(string name, string text, string parent = Base) => ParentText.Of(Document(name, text), Document("module.md", parent))!;

    private static SourceDocument Document(string name, string text) => new($"courses/basics/1-first/{name}", Encoding.UTF8.GetBytes(text));

    private static AuthoredFile File(string name) => AuthoredFile.Parse($"courses/basics/1-first/{name}")!;
}
