using System.Globalization;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Content;

/// <summary>What an administrator sees and decides about versions, over the real pages.</summary>
public sealed class ContentPageTests : IDisposable
{
    private const string Module = "courses/foundations/10-what-is-trafficking/module.md";
    private const string Bank = "courses/foundations/10-what-is-trafficking/questions.gift";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Versions_are_listed_with_who_published_them_and_how_many_study_them()
    {
        await ImportAsync(Module, text => text + "\nOne more sentence.\n");

        var page = await (await _app.SignInAsync(Cast.Administrator)).GetAsync("/admin/content");

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        rows.Should().HaveCount(2);
        rows[0][0].Should().Be("2");
        rows[0][2].Should().Be("a test");
        int.Parse(rows[0][3], CultureInfo.InvariantCulture).Should().BePositive("the text alone has changed, so all went on with it");
        rows[1][2].Should().Be("The academy, at its start");
        rows[1][3].Should().Be("0");
        page.Document.QuerySelector(".alert-warning").Should().BeNull();
    }

    [Fact]
    public async Task Two_versions_are_compared_file_by_file_and_word_by_word()
    {
        await ImportAsync(Module, text => text + "\nOne more sentence.\n");
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.GetAsync("/admin/content/foundations?from=1&to=2");

        page.Document.QuerySelectorAll("main section").Select(file => file.GetAttribute("aria-label")).Should().Equal(Module);
        page.Document.QuerySelector("main ins")!.TextContent.Should().Contain("One more sentence.");
        page.Document.QuerySelector("main del").Should().BeNull();
        (await administrator.GetAsync("/admin/content/foundations?from=1&to=1")).Text.Should().Contain("Both versions say the same.");
        foreach (var nowhere in new[] { "/admin/content/foundations?from=1&to=9", "/admin/content/none" })
        {
            ((int)(await administrator.Http.GetAsync(nowhere)).StatusCode).Should().Be(404, nowhere);
        }
    }

    [Fact]
    public async Task An_administrator_moves_learners_whose_assessments_changed()
    {
        await ImportAsync(Bank, text => text + "\n::another question:: Is a border needed? {F}\n");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync("/admin/content");
        var warning = page.Document.QuerySelector(".alert-warning")!;
        var learners = int.Parse(page.Document.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("th, td")[3].TextContent, CultureInfo.InvariantCulture);
        learners.Should().BePositive();
        warning.TextContent.Should().Contain("Version 1, Uganda: 3 officers. Changed since: Quiz: What trafficking is, and what it is not.");

        var moved = await administrator.SubmitAsync(page.Form("/move"));

        moved.Text.Should().Contain($"Moved to the latest version: {learners} officers.");
        moved.Document.QuerySelector(".alert-warning").Should().BeNull();
        await using var db = _app.Open();
        var entries = await db.AuditEntries.Where(e => e.What == "learners.moved").ToListAsync();
        var by = await db.AuditNameAsync(Cast.Administrator);
        entries.Should().OnlyContain(e => e.By == by).And.Contain(e => e.Record == "3 in UG from foundations@1 to foundations@2");
    }

    [Fact]
    public async Task An_open_attempt_is_answered_and_marked_as_it_was_drawn_after_its_learner_was_moved()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law")).Form("/read"));
        var question = await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz")).Form("/start"));
        var legend = question.Document.QuerySelector("legend")!.TextContent;
        await ImportAsync("courses/foundations/20-your-law/questions.gift", _ => string.Concat(Enumerable.Range(1, 12).Select(n => $"::new {n}:: Is {n} new? {{T}}\n\n")), "courses/foundations/20-your-law/questions.");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        await administrator.SubmitAsync((await administrator.GetAsync("/admin/content")).Form("/move"));

        var same = await officer.GetAsync("/learn/foundations/your-law/quiz?question=1");
        same.Document.QuerySelector("legend")!.TextContent.Should().Be(legend);
        await officer.SubmitAsync(same.Form("/answer"), ("go", "check"));
        var result = await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz?question=check")).Form("/submit"));

        result.Text.Should().Contain("Your answers").And.Contain(legend.Trim());
        var again = await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz")).Form("/start"));
        again.Document.QuerySelector("legend")!.TextContent.Should().MatchRegex("Is [0-9]+ new");
    }

    [Fact]
    public async Task Whoever_is_in_a_quiz_that_the_latest_version_lacks_finishes_it_first()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law")).Form("/read"));
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz")).Form("/start"));
        await ImportAsync("courses/foundations/20-your-law/module.md", text => text.Replace("id: your-law", "id: the-law", StringComparison.Ordinal));
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var moved = await administrator.SubmitAsync((await administrator.GetAsync("/admin/content")).Form("/move"));

        moved.Document.QuerySelector(".alert-warning")!.TextContent.Should().Contain("Version 1, Uganda: 1 officers.");
        (await officer.GetAsync("/learn/foundations/your-law/quiz?question=1")).Document.QuerySelector("legend").Should().NotBeNull();
    }

    [Fact]
    public async Task An_earlier_version_sent_twice_is_published_once()
    {
        await ImportAsync(Module, text => text + "\nOne more sentence.\n");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync("/admin/content")).Form("/publish");

        await administrator.SubmitAsync(form);
        var again = await administrator.SubmitAsync(form);

        again.Document.QuerySelectorAll("tbody tr").Should().HaveCount(3);
    }

    [Fact]
    public async Task Many_large_changes_are_shown_file_by_file()
    {
        await ImportAsync("courses/foundations/design.md", _ => string.Concat(Enumerable.Range(0, 60_000).Select(n => $"{n} words\n")));
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.GetAsync("/admin/content/foundations");

        var link = page.Document.QuerySelector("main section a")!.GetAttribute("href")!;
        link.Should().Be("/admin/content/foundations?from=1&to=2&file=courses%2Ffoundations%2Fdesign.md");
        (await administrator.GetAsync(link)).Document.QuerySelector("main section a").Should().BeNull();
    }

    [Theory]
    [InlineData("/admin/content?moved=abc")]
    [InlineData("/admin/content/foundations?from=abc")]
    [InlineData("/admin/content/foundations?to=99999999999999")]
    public async Task A_crooked_address_is_no_error(string address)
    {
        ((int)(await (await _app.SignInAsync(Cast.Administrator)).Http.GetAsync(address)).StatusCode).Should().BeLessThan(500);
    }

    [Fact]
    public async Task An_earlier_version_is_published_again()
    {
        await ImportAsync(Module, text => text + "\nOne more sentence.\n");
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.SubmitAsync((await administrator.GetAsync("/admin/content")).Form("/publish"));

        page.Document.QuerySelectorAll("tbody tr").Should().HaveCount(3);
        page.Document.QuerySelector("tbody tr")!.TextContent.Should().Contain("Amina Osei").And.Contain("not in the content folder yet");
        (await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync("/learn/foundations/what-is-trafficking")).Text.Should().NotContain("One more sentence.");
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Imports the tests' course with one file changed.</summary>
    /// <param name="without">Files to leave out that begin so: translations and countries' questions that would not fit.</param>
    private async Task ImportAsync(string path, Func<string, string> change, string? without = null)
    {
        var documents = new ContentFolder(Repository.Content).Read().Documents
            .Where(d => d.Path == path || without is null || !d.Path.StartsWith(without, StringComparison.Ordinal))
            .Select(d => d.Path == path ? d with { Bytes = System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(d.Bytes.Span))) } : d)
            .ToList();
        var publications = await _app.Services.GetRequiredService<Publisher>().ImportAsync(new ContentReading(documents, []), "a test", []);
        publications.Single().Outcome.Should().Be(PublicationOutcome.Published, string.Join(' ', publications[0].Findings.Where(f => f.Severity == Severity.Error)));
    }
}
