using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Content;

public sealed class ImportTests : IDisposable
{
    private readonly ContentAcademy _academy = new();

    [Fact]
    public async Task Text_that_the_browser_published_since_is_not_published_over()
    {
        await WithNewerTextFromTheBrowserAsync();

        var publication = (await _academy.ImportAsync(Text("As in Lusaka."))).Single();

        publication.Should().Match<Publication>(p => p.Outcome == PublicationOutcome.Conflict && p.Version == null);
        publication.Findings.Should().ContainSingle().Which.ToString()
            .Should().Be($"{SampleContent.ModulePath}:1: error HTI113: Version 3, published by Ruth Achieng, has changed this file since the last import; the folder has changed too.");
        (await _academy.LatestAsync()).Number.Should().Be(3);
    }

    [Fact]
    public async Task A_conflict_names_each_file_whose_words_would_be_lost()
    {
        await _academy.ImportAsync(Text("One.").With("courses/basics/10-first/module.en-UG.md", "---\nreviewed: {}\n---\n"));
        await _academy.ImportAsync(Text("Two.").With("courses/basics/design.md", "Why."));
        await _academy.PublishInBrowserAsync(1);

        var publication = (await _academy.ImportAsync(Text("Two.").With("courses/basics/design.md", "Why not.").Replace(SampleContent.CoursePath, "Welcome.", "Come in."))).Single();

        publication.Findings.Select(f => (f.Path, f.Message.Split("has ", 2)[1])).Should().BeEquivalentTo(
        [
            ("courses/basics/10-first/module.en-UG.md", "added this file since the last import; the folder is as it was at the last import."),
            (SampleContent.ModulePath, "changed this file since the last import; the folder is as it was at the last import."),
            ("courses/basics/design.md", "removed this file since the last import; the folder has changed too."),
        ]);
    }

    [Fact]
    public async Task A_conflict_in_one_course_holds_back_every_other()
    {
        await WithNewerTextFromTheBrowserAsync();

        var publications = await _academy.ImportAsync(SampleContent.WithSecondCourse(Text("As in Lusaka.")));

        publications.Select(p => p.Outcome).Should().Equal(PublicationOutcome.Conflict, PublicationOutcome.Held);
        await using var db = _academy.Open();
        (await db.CourseVersions.CountAsync()).Should().Be(3);
        var second = Document.Of("Second."u8.ToArray()).Hash;
        (await db.Documents.AnyAsync(d => d.Hash == second)).Should().BeFalse();
    }

    [Fact]
    public async Task A_folder_that_did_not_change_leaves_newer_text_from_the_browser_alone()
    {
        await WithNewerTextFromTheBrowserAsync();

        (await _academy.ImportAsync(Text("Two."))).Single().Outcome.Should().Be(PublicationOutcome.Behind);

        (await _academy.LatestAsync()).Number.Should().Be(3);
    }

    [Fact]
    public async Task A_folder_that_took_over_the_text_from_the_browser_goes_on_from_there()
    {
        await WithNewerTextFromTheBrowserAsync();

        (await _academy.ImportAsync(Text("One."))).Single().Outcome.Should().Be(PublicationOutcome.Unchanged);
        (await _academy.ImportAsync(Text("Four."))).Single().Should().Match<Publication>(p => p.Outcome == PublicationOutcome.Published && p.Version == 4);
    }

    [Fact]
    public async Task A_folder_with_all_that_the_browser_changed_may_have_changed_more()
    {
        await WithNewerTextFromTheBrowserAsync();

        var publication = (await _academy.ImportAsync(Text("One.").Replace(SampleContent.CoursePath, "Welcome.", "Come in."))).Single();

        publication.Outcome.Should().Be(PublicationOutcome.Published);
    }

    [Fact]
    public async Task Merged_text_is_published_when_its_importer_names_the_version_that_was_merged()
    {
        await WithNewerTextFromTheBrowserAsync();

        (await _academy.ImportAsync(Text("One and two."), "basics@2")).Single().Outcome.Should().Be(PublicationOutcome.Conflict, "version 2 is not the latest");
        (await _academy.ImportAsync(Text("One and two."), "basics@3")).Single().Should().Match<Publication>(p => p.Outcome == PublicationOutcome.Published && p.Version == 4);
    }

    [Fact]
    public async Task Two_courses_of_one_import_share_their_documents()
    {
        (await _academy.ImportAsync(SampleContent.WithSecondCourse(Text("One.")))).Select(p => p.Outcome).Should().Equal(PublicationOutcome.Published, PublicationOutcome.Published);

        await using var db = _academy.Open();
        (await db.Documents.CountAsync()).Should().Be(SampleContent.WithSecondCourse(Text("One.")).Documents.Select(d => Convert.ToHexString(d.Bytes.Span)).Distinct().Count());
    }

    [Fact]
    public async Task A_course_with_errors_does_not_hold_back_another()
    {
        var publications = await _academy.ImportAsync(SampleContent.WithSecondCourse(Text("One.")).With("courses/second/10-first/module.md", "No front matter."));

        publications.Select(p => p.Outcome).Should().Equal(PublicationOutcome.Published, PublicationOutcome.HasErrors);
    }

    [Fact]
    public async Task What_could_not_be_read_in_the_folder_refuses_the_course_it_belongs_to()
    {
        var link = ContentFolder.RefuseLink("courses/basics/10-first/images/map.png");

        var publications = await _academy.Publisher.ImportAsync(new ContentReading(SampleContent.WithSecondCourse(Text("One.")).Documents, [link]), "a test", []);

        publications.Select(p => p.Outcome).Should().Equal(PublicationOutcome.HasErrors, PublicationOutcome.Published);
        publications[0].Findings.Should().Contain(link);
    }

    [Fact]
    public async Task A_start_with_a_folder_that_is_behind_undoes_no_import()
    {
        await _academy.ImportAsync(Text("One."));
        await _academy.ImportAsync(Text("Two."));

        (await _academy.StartAsync(Text("One."))).Single().Outcome.Should().Be(PublicationOutcome.Behind);
        (await _academy.StartAsync(Text("Three."))).Single().Should().Match<Publication>(p => p.Outcome == PublicationOutcome.Published && p.Version == 3);
        (await _academy.ImportAsync(Text("One."))).Single().Should().Match<Publication>(p => p.Outcome == PublicationOutcome.Published && p.Version == 4, "by hand one may go back");
    }

    [Fact]
    public async Task Each_publication_is_in_the_audit_log()
    {
        await WithNewerTextFromTheBrowserAsync();

        await using var db = _academy.Open();
        (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => $"{e.What} {e.Record}").ToListAsync())
            .Should().Equal("course.published basics@1", "course.published basics@2", "course.published basics@3, which is basics@1 again");
    }

    [Fact]
    public async Task An_earlier_version_is_published_again_only_if_it_says_something_else()
    {
        await WithNewerTextFromTheBrowserAsync();

        (await _academy.PublishInBrowserAsync(1)).Should().Be(3, "it is what version 3 says already");
        (await _academy.PublishInBrowserAsync(3)).Should().Be(3, "it is the latest");
        (await _academy.PublishInBrowserAsync(9)).Should().BeNull("there is none");
        (await _academy.PublishInBrowserAsync(2)).Should().Be(4);
    }

    public void Dispose() => _academy.Dispose();

    /// <summary>Versions 1 and 2 come from the folder; version 3 is version 1 again, published in the browser.</summary>
    private async Task WithNewerTextFromTheBrowserAsync()
    {
        await _academy.ImportAsync(Text("One."));
        await _academy.ImportAsync(Text("Two."));
        (await _academy.PublishInBrowserAsync(1)).Should().Be(3);
    }

    private static SampleContent Text(string words) => new SampleContent().WithModule($"## The offence {{#offence}}\n\n{words}\n");
}
