using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What those say who read a draft: comments, and an agency's approval.</summary>
public sealed class ReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly Person _author = new("Grace Auma", "grace@example.org", Roles.Trainer, "en", "UG");
    private readonly Person _reader = new("Ruth Achieng", "ruth@example.org", Roles.Partner, "en", "UG");
    private readonly Draft _draft;

    public ReaderTests() => _draft = new Draft(AuthoredFile.Parse("courses/basics/10-first/module.en-UG.md")!, _author, null, "## A {#a}\n", Now);

    [Fact]
    public void A_comment_speaks_of_a_section_as_it_was_and_waits_for_an_answer()
    {
        _draft.Write("## A {#a}\n\nWords.\n", 0, Now);

        var comment = new DraftComment(_draft, "a", "  Not so in the north.\n", _reader, Now);

        (comment.SectionId, comment.Text, comment.Revision, comment.Answer).Should().Be(("a", "Not so in the north.", 1, null));
        comment.Reply(" Changed. ", Now.AddHours(1));
        (comment.Answer, comment.AnsweredAt).Should().Be(("Changed.", Now.AddHours(1)));
        comment.Reply("Changed again.", Now.AddHours(2));
        comment.Answer.Should().Be("Changed again.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(DraftComment.MostCharacters + 1)]
    public void A_comment_and_an_answer_say_something_and_not_at_any_length(int characters)
    {
        var text = new string('a', characters);
        var comment = new DraftComment(_draft, null, "Words", _reader, Now);

        DraftComment.IsText(text).Should().BeFalse();
        FluentActions.Invoking(() => new DraftComment(_draft, null, text, _reader, Now)).Should().Throw<ArgumentException>();
        comment.Invoking(c => c.Reply(text, Now)).Should().Throw<ArgumentException>();
        comment.Answer.Should().BeNull();
    }

    [Fact]
    public void An_agency_reads_what_is_written_for_its_country_and_approves_what_it_read()
    {
        var reading = new AgencyReading(_draft, new Agency("Uganda Police", "UG"), _author, Now);
        reading.ApprovedAt.Should().BeNull();

        reading.Approve(_reader, 3, Now.AddDays(1));

        (reading.ApprovedById, reading.ApprovedRevision, reading.ApprovedAt).Should().Be((_reader.Id, 3, Now.AddDays(1)));
        reading.Approve(_reader, 5, Now.AddDays(2));
        reading.ApprovedRevision.Should().Be(5);
    }

    [Fact]
    public void No_agency_is_asked_about_another_country_or_about_what_all_read()
    {
        var basic = new Draft(AuthoredFile.Parse("courses/basics/10-first/module.md")!, _author, null, "", Now);

        FluentActions.Invoking(() => new AgencyReading(_draft, new Agency("Kenya Police", "KE"), _author, Now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AgencyReading(basic, new Agency("Uganda Police", "UG"), _author, Now)).Should().Throw<ArgumentException>();
    }
}
