using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

public sealed class DraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly Person _author = new("Grace Auma", "grace@example.org", Roles.Trainer, "en", "UG");
    private readonly Person _reader = new("Ruth Achieng", "ruth@example.org", Roles.Trainer, "en", "UG");

    [Fact]
    public void What_is_written_is_kept_with_line_feeds_alone_and_counted()
    {
        var draft = Begun();

        draft.Write("## New\r\n\rWords\n", 0, Now.AddMinutes(1)).Should().BeNull();

        (draft.Text, draft.Revision, draft.ChangedAt).Should().Be(("## New\n\nWords\n", 1, Now.AddMinutes(1)));
        draft.Says("## New\r\n\r\nWords\r\n").Should().BeTrue();
        draft.Says("## Old\n\nWords\n").Should().BeFalse();
    }

    [Fact]
    public void What_another_window_wrote_is_not_overwritten()
    {
        var draft = Begun();
        draft.Write("One window.\n", 0, Now);

        draft.Write("The other window.\n", 0, Now).Should().Be(DraftProblem.WrittenElsewhere);
        draft.Merge("The other window.\n", "hash", 0, Now).Should().Be(DraftProblem.WrittenElsewhere);

        (draft.Text, draft.BasedOn, draft.Revision).Should().Be(("One window.\n", "published", 1));
        draft.Write("One window.\n", 0, Now).Should().BeNull("the same words, sent twice, are saved already");
        draft.Revision.Should().Be(1);
    }

    [Fact]
    public void More_than_a_file_may_hold_is_refused()
    {
        var draft = Begun();
        // Each of these letters is two bytes.
        draft.Write(new string('é', Draft.MostBytes / 2), 0, Now).Should().BeNull();
        draft.Write(new string('é', (Draft.MostBytes / 2) + 1), 1, Now).Should().Be(DraftProblem.TooLong);
        Encoding.UTF8.GetByteCount(draft.Text).Should().Be(Draft.MostBytes);
    }

    [Fact]
    public void A_submitted_draft_waits_as_it_is_and_its_author_may_take_it_back()
    {
        var draft = Begun();
        draft.Submit(Now);
        draft.Submit(Now.AddMinutes(1));

        (draft.State, draft.SubmittedAt, draft.Revision).Should().Be((DraftState.Submitted, Now, 1));
        draft.Write("Other words.\n", 1, Now).Should().Be(DraftProblem.NotWriting);
        draft.Invoking(d => d.Add(new DraftImage("courses/basics/images/a.png", [1]), Now)).Should().Throw<InvalidOperationException>();

        draft.TakeBack(Now);
        draft.TakeBack(Now);
        (draft.State, draft.SubmittedAt, draft.Revision).Should().Be((DraftState.Writing, null, 2));
    }

    [Fact]
    public void A_draft_is_sent_back_or_published_only_while_it_is_submitted()
    {
        var draft = Begun();
        draft.Invoking(d => d.Return(_reader, Now)).Should().Throw<InvalidOperationException>();
        draft.Invoking(d => d.Publish(_reader, Now)).Should().Throw<InvalidOperationException>();

        draft.Submit(Now);
        draft.Return(_reader, Now);
        (draft.State, draft.ReturnedAt, draft.IsOpen).Should().Be((DraftState.Writing, Now, true));

        draft.Submit(Now);
        draft.Publish(_reader, Now);
        (draft.State, draft.DecidedById, draft.DecidedAt, draft.IsOpen).Should().Be((DraftState.Published, _reader.Id, Now, false));
        draft.Invoking(d => d.GiveUp(Now)).Should().Throw<InvalidOperationException>();
        draft.Invoking(d => d.TakeBack(Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void What_is_given_up_stays_so_and_can_still_be_read()
    {
        var draft = Begun();
        draft.GiveUp(Now);
        draft.GiveUp(Now.AddMinutes(1));

        (draft.State, draft.Revision, draft.IsOpen, draft.Text).Should().Be((DraftState.GivenUp, 1, false, "Old words.\n"));
        draft.Write("New words.\n", 1, Now).Should().Be(DraftProblem.NotWriting);
    }

    [Fact]
    public void To_submit_and_to_publish_change_no_word()
    {
        var draft = Begun();
        draft.Write("New words.\n", 0, Now);
        draft.Submit(Now);
        draft.SaysWhatItDidAt(1).Should().BeTrue("what was read before it was submitted is what was submitted");
        draft.SaysWhatItDidAt(2).Should().BeTrue();
        draft.SaysWhatItDidAt(0).Should().BeFalse();
        draft.SaysWhatItDidAt(3).Should().BeFalse("nobody has read what is not written yet");

        draft.Publish(_reader, Now);
        draft.SaysWhatItDidAt(1).Should().BeTrue();
        draft.SaysWhatItDidAt(0).Should().BeFalse();
    }

    [Fact]
    public void After_a_return_or_new_words_what_was_read_before_counts_no_more()
    {
        var draft = Begun();
        draft.Submit(Now);
        draft.Return(_reader, Now);
        draft.SaysWhatItDidAt(1).Should().BeFalse("it may have been written anew since");

        draft.Write("New words.\n", 2, Now);
        draft.Submit(Now);
        draft.SaysWhatItDidAt(2).Should().BeFalse();
        draft.SaysWhatItDidAt(3).Should().BeTrue();
    }

    [Fact]
    public void A_merge_goes_on_from_what_is_published_now()
    {
        var draft = Begun();

        draft.Merge("Both words.\n", "newer", 0, Now).Should().BeNull();

        (draft.Text, draft.BasedOn, draft.Revision).Should().Be(("Both words.\n", "newer", 1));
    }

    [Fact]
    public void Its_images_stand_beside_its_text_and_one_of_a_name_is_replaced()
    {
        var draft = Begun();
        draft.Add(new DraftImage("courses/basics/10-first/images/map.png", [1]), Now);
        draft.Add(new DraftImage("courses/basics/10-first/images/map.png", [2]), Now);

        draft.Documents.Select(document => document.Path).Should().Equal("courses/basics/10-first/module.en-UG.md", "courses/basics/10-first/images/map.png");
        draft.Documents.Last().Bytes.ToArray().Should().Equal(2);
    }

    private Draft Begun() => new(AuthoredFile.Parse("courses/basics/10-first/module.en-UG.md")!, _author, "published", "Old words.\r\n", Now);
}
