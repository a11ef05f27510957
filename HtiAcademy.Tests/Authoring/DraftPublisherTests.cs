using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>A draft becomes a version of its course, or nothing happens at all.</summary>
public sealed class DraftPublisherTests : IAsyncLifetime
{
    private readonly PublishingClass _class = new();

    public Task InitializeAsync() => _class.BeginAsync();

    public Task DisposeAsync()
    {
        _class.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_version_says_what_the_draft_says_and_else_what_the_last_one_said()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Ask in Luganda."));
        var before = await _class.Academy.LatestAsync();

        var outcome = await _class.PublishAsync(draft);

        (outcome!.Problem, string.Join(' ', outcome.CourseIds)).Should().Be((null, "basics"));
        var version = await _class.Academy.LatestAsync();
        (version.Number, version.DraftId, version.PublishedBy, version.ImportedAt).Should().Be((2, draft.Id, "Grace Auma", null));
        version.ChangesSince(before).Should().ContainSingle().Which.Path.Should().Be(PublishingClass.Overlay);
        (await _class.SaysAsync(PublishingClass.Overlay)).Should().Be(draft.Text);
        (await _class.NumberAsync("second")).Should().Be(1);
        var published = await _class.FoundAsync(draft);
        (published.State, published.DecidedById).Should().Be((DraftState.Published, _class.Reader.Id));
        await using var db = _class.Academy.Open();
        var entry = await db.AuditEntries.OrderBy(e => e.Sequence).LastAsync();
        (entry.What, entry.By, entry.Record, entry.From).Should().Be(("course.published", _class.Reader.AuditName, $"basics@2, which is draft {draft.Id}", "192.0.2.7"));
    }

    [Fact]
    public async Task A_countrys_file_goes_into_every_course_at_once()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Facts, (await _class.SaysAsync(PublishingClass.Facts))!.Replace("value: 116", "value: 117", StringComparison.Ordinal));

        (await _class.PublishAsync(draft))!.CourseIds.Should().Equal(PublishingClass.Courses);

        foreach (var course in PublishingClass.Courses)
        {
            (await _class.NumberAsync(course)).Should().Be(2, course);
            (await _class.SaysAsync(PublishingClass.Facts, course)).Should().Contain("value: 117");
        }

        await using var db = _class.Academy.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "course.published" && e.By == _class.Reader.AuditName)).Should().Be(3);
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_countrys_file_is_published_though_one_course_was_taken_back_to_an_earlier_one()
    {
        await _class.PublishAsync(await _class.SubmittedAsync(PublishingClass.Facts, (await _class.SaysAsync(PublishingClass.Facts))!.Replace("value: 116", "value: 117", StringComparison.Ordinal)));
        await _class.Academy.PublishInBrowserAsync(1, "second");
        var draft = await _class.SubmittedAsync(PublishingClass.Facts, (await _class.SaysAsync(PublishingClass.Facts))!.Replace("value: 117", "value: 118", StringComparison.Ordinal));

        (await _class.PublishAsync(draft))!.Problem.Should().BeNull();

        foreach (var course in PublishingClass.Courses)
        {
            (await _class.SaysAsync(PublishingClass.Facts, course)).Should().Contain("value: 118", course);
        }
    }

    [Fact]
    public async Task Its_images_are_published_with_it()
    {
        var image = new DraftImage("courses/basics/10-first/images/map.png", [1, 2, 3]);
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("![The stations](images/map.png)"), images: image);

        (await _class.PublishAsync(draft))!.Problem.Should().BeNull();

        var hash = (await _class.Academy.LatestAsync()).Documents.Single(document => document.Path == image.Path).DocumentHash;
        await using var db = _class.Academy.Open();
        (await db.Documents.SingleAsync(d => d.Hash == hash)).Bytes.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task A_countrys_image_does_not_take_the_place_of_one_that_others_show()
    {
        var image = new DraftImage("courses/basics/10-first/images/map.png", [1, 2, 3]);
        await _class.PublishAsync(await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("![The stations](images/map.png)"), images: image));
        var other = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("![Other stations](images/map.png)"), images: image with { Bytes = [9] });
        var same = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("![All stations](images/map.png)"), _class.Reader, image);

        (await _class.PublishAsync(other))!.Problem.Should().Be(ReviewProblem.ImageTaken);
        (await _class.NumberAsync()).Should().Be(2);
        (await _class.PublishAsync(same, by: _class.Author))!.Problem.Should().BeNull("the same picture is no other");
    }

    [Fact]
    public async Task A_draft_with_errors_is_not_published()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Call {{ no.such.fact }}."));

        (await _class.PublishAsync(draft))!.Problem.Should().Be(ReviewProblem.HasErrors);

        (await _class.NumberAsync()).Should().Be(1);
        (await _class.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);
    }

    [Fact]
    public async Task A_fact_that_one_course_needs_cannot_be_taken_out_of_the_countrys_file()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Facts, (await _class.SaysAsync(PublishingClass.Facts))!.Replace("short:", "long:", StringComparison.Ordinal));

        (await _class.PublishAsync(draft))!.Problem.Should().Be(ReviewProblem.HasErrors);
        (await _class.NumberAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_file_of_a_course_that_does_not_exist_is_not_published()
    {
        var draft = await _class.SubmittedAsync("courses/nowhere/10-first/module.en-UG.md", "## A {#a}\n");

        (await _class.PublishAsync(draft))!.Problem.Should().Be(ReviewProblem.HasErrors);
        (await _class.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_read_is_not_published()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("As it was read."));
        var read = draft.Revision;
        await ChangeAsync(draft, d => d.TakeBack(_class.Academy.Clock.Now));
        await ChangeAsync(draft, d => d.Write(PublishingClass.Replaces("Changed."), d.Revision, _class.Academy.Clock.Now));
        (await _class.PublishAsync(draft, read))!.Problem.Should().Be(ReviewProblem.NotSubmitted);
        await ChangeAsync(draft, d => d.Submit(_class.Academy.Clock.Now));

        (await _class.PublishAsync(draft, read))!.Problem.Should().Be(ReviewProblem.ReadEarlier);

        (await _class.NumberAsync()).Should().Be(1);
        (await _class.PublishAsync(draft, (await _class.FoundAsync(draft)).Revision))!.Problem.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_publishes_over_what_was_published_since()
    {
        var late = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Written before."));
        await _class.PublishAsync(await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Published since."), _class.Reader), by: _class.Author);

        (await _class.PublishAsync(late))!.Problem.Should().Be(ReviewProblem.PublishedSince);

        (await _class.SaysAsync(PublishingClass.Overlay)).Should().Contain("Published since.");
    }

    [Fact]
    public async Task An_import_of_the_folder_counts_as_published_since()
    {
        var draft = await _class.SubmittedAsync(SampleContent.ModulePath, (await _class.SaysAsync(SampleContent.ModulePath))!.Replace("Ask first.", "Ask twice.", StringComparison.Ordinal));
        await _class.Academy.ImportAsync(PublishingClass.Content.Replace(SampleContent.ModulePath, "Ask first.", "Listen first."));

        (await _class.PublishAsync(draft))!.Problem.Should().Be(ReviewProblem.PublishedSince);
        (await _class.SaysAsync(SampleContent.ModulePath)).Should().Contain("Listen first.");
    }

    [Fact]
    public async Task Another_files_publication_is_no_hindrance()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Ugandan words."));
        await _class.PublishAsync(await _class.SubmittedAsync("courses/basics/10-first/questions.en-UG.gift", "::ug:: Is it so in Uganda? {T}\n"));

        (await _class.PublishAsync(draft))!.Problem.Should().BeNull();

        (await _class.NumberAsync()).Should().Be(3);
        (await _class.SaysAsync("courses/basics/10-first/questions.en-UG.gift")).Should().Contain("Is it so in Uganda?");
    }

    [Fact]
    public async Task Sent_twice_it_is_published_once()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Once."));

        (await _class.PublishAsync(draft))!.Problem.Should().BeNull();
        (await _class.PublishAsync(draft))!.Problem.Should().BeNull();
        (await _class.PublishAsync(draft, by: await _class.TrainerAsync("third@example.org")))!.Problem.Should().Be(ReviewProblem.NotSubmitted, "somebody else did");

        (await _class.NumberAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Of_many_who_publish_one_draft_at_once_one_does()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Once."));
        var readers = new List<Person>();
        foreach (var number in Enumerable.Range(1, 4))
        {
            readers.Add(await _class.TrainerAsync($"reader{number}@example.org"));
        }

        var outcomes = await Task.WhenAll(readers.Select(reader => Task.Run(() => _class.PublishAsync(draft, by: reader))));

        outcomes.Select(outcome => outcome!.Problem).Should().BeEquivalentTo(new ReviewProblem?[] { null, ReviewProblem.NotSubmitted, ReviewProblem.NotSubmitted, ReviewProblem.NotSubmitted });
        (await _class.NumberAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Of_two_drafts_of_one_file_published_at_once_the_second_must_see_the_first()
    {
        var mine = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Mine."));
        var theirs = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Theirs."), _class.Reader);

        var outcomes = await Task.WhenAll(Task.Run(() => _class.PublishAsync(mine)), Task.Run(() => _class.PublishAsync(theirs, by: _class.Author)));

        outcomes.Select(outcome => outcome!.Problem).Should().BeEquivalentTo(new ReviewProblem?[] { null, ReviewProblem.PublishedSince });
        (await _class.NumberAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Drafts_of_several_files_published_at_once_are_all_published()
    {
        var overlay = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Mine."));
        var questions = await _class.SubmittedAsync("courses/basics/10-first/questions.en-UG.gift", "::ug:: Is it so in Uganda? {T}\n");
        var facts = await _class.SubmittedAsync(PublishingClass.Facts, (await _class.SaysAsync(PublishingClass.Facts))!.Replace("value: 116", "value: 117", StringComparison.Ordinal));

        var outcomes = await Task.WhenAll(new[] { overlay, questions, facts }.Select(draft => Task.Run(() => _class.PublishAsync(draft))));

        outcomes.Should().OnlyContain(outcome => outcome!.Problem == null);
        (await _class.NumberAsync(), await _class.NumberAsync("second")).Should().Be((4, 2));
        (await _class.SaysAsync(PublishingClass.Overlay)).Should().Contain("Mine.");
        (await _class.SaysAsync("courses/basics/10-first/questions.en-UG.gift")).Should().Contain("Is it so in Uganda?");
        (await _class.SaysAsync(PublishingClass.Facts)).Should().Contain("value: 117");
        await using var db = _class.Academy.Open();
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task Learners_go_on_with_other_words_and_stay_where_their_questions_changed()
    {
        var cohort = await _class.Academy.CohortAsync("Kampala");
        var learner = await _class.Academy.EnrolledAsync(cohort);
        await _class.PublishAsync(await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Other words.")));
        (await _class.Academy.VersionOfAsync(learner)).Should().Be(2);
        (await _class.Academy.VersionOfAsync(cohort)).Should().Be(2);

        await _class.PublishAsync(await _class.SubmittedAsync("courses/basics/10-first/questions.en-UG.gift", "::ug:: Is it so in Uganda? {T}\n"));

        (await _class.Academy.VersionOfAsync(learner)).Should().Be(2);
        (await _class.NumberAsync()).Should().Be(3);
    }

    [Fact]
    public async Task Nobody_publishes_what_is_not_theirs_to_decide()
    {
        var draft = await _class.SubmittedAsync(PublishingClass.Overlay, PublishingClass.Replaces("Words."));
        var kenyan = new Person("Otieno", "otieno@example.org", Roles.Trainer, "en", "KE") { PasswordHash = "joined" };
        kenyan.TrainIn("KE");
        var officer = new Person("Opio", "opio@example.org", Roles.Officer, "en", "UG");
        foreach (var person in new[] { _class.Author, await _class.Academy.SavedAsync(kenyan), await _class.Academy.SavedAsync(officer) })
        {
            (await _class.PublishAsync(draft, by: person)).Should().BeNull(person.FullName);
        }

        (await _class.NumberAsync()).Should().Be(1);
    }

    private async Task ChangeAsync(Draft draft, Action<Draft> change)
    {
        await using var db = _class.Academy.Open();
        change(await db.Drafts.SingleAsync(d => d.Id == draft.Id));
        await db.SaveChangesAsync();
    }
}
