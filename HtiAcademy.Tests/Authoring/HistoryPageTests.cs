using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Content;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Authoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Authoring;

public sealed class HistoryPageTests : IDisposable
{
    private const string Folder = "courses/foundations/20-your-law";
    private const string Ugandas = $"{Folder}/module.en-UG.md";
    private const string Questions = $"{Folder}/questions.en-UG.gift";
    private const string Old = "took the victims' names out";
    private const string New = "took each victim's name out";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Versions_are_listed_in_which_the_file_changed()
    {
        await _app.PublishChangedLawAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        Numbers(await trainer.GetAsync($"/author/history/{Ugandas}")).Should().Equal("1");
        Numbers(await trainer.GetAsync($"/author/history/{Folder}/module.md")).Should().Equal("2", "1");
        Numbers(await trainer.GetAsync("/author/history/countries/UG.yml")).Should().Equal("1");
    }

    [Fact]
    public async Task Who_wrote_and_who_approved_is_told()
    {
        await PublishDraftAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.GetAsync($"/author/history/{Ugandas}");

        var (author, approver) = (await _app.PersonAsync(Cast.TrainerInUganda), await _app.PersonAsync(Cast.Administrator));
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows[0].Should().Contain($"Written by {author.FullName}, approved by {approver.FullName}").And.Contain("23 November 2026");
        rows[1].Should().Contain("Published by ");
    }

    [Fact]
    public async Task Any_two_versions_are_compared()
    {
        await _app.PublishChangedAsync(Ugandas, Old, New);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/history/{Ugandas}");
        page.Document.QuerySelector(".diff").Should().BeNull();
        page.Document.QuerySelectorAll("select option[selected]").Select(o => o.TextContent).Should().Equal("1", "2");

        var compared = await trainer.GetAsync($"/author/history/{Ugandas}?from=1&to=2");

        compared.Document.QuerySelectorAll(".diff del").Select(d => d.TextContent).Should().Contain(words => words.Contains("victims'", StringComparison.Ordinal));
        compared.Document.QuerySelector(".diff p[lang]")!.GetAttribute("lang").Should().Be("en");
        (await trainer.GetAsync($"/author/history/{Ugandas}?from=2&to=2")).Text.Should().Contain("Nothing changed.");
    }

    [Fact]
    public async Task An_earlier_wording_of_a_section_comes_back_in_a_draft()
    {
        await _app.PublishChangedAsync(Ugandas, Old, New);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/history/{Ugandas}?version=1");
        page.Text.Should().Contain(Old);
        page.Document.QuerySelectorAll("section.outlined").Count(section => section.TextContent.Contains("It says so now.", StringComparison.Ordinal)).Should().Be(page.Document.QuerySelectorAll("section.outlined").Length - 2, "one section, and with it the whole text, says otherwise");

        var restored = await trainer.PostAsync(Restoring(page, "privacy"));

        (restored.StatusCode, restored.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Found, $"/author/edit/{Ugandas}"));
        var draft = (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!;
        draft.Text.Should().Be(Published(Ugandas), "the one section that differed is as it was");
        draft.BasedOn.Should().Be(await HashAsync(version: 2), "and it goes on from what is published");
    }

    [Fact]
    public async Task It_comes_into_the_draft_that_is_open_and_leaves_the_rest_of_it()
    {
        await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "## Mine {#mine after=case}\n\nWords.\n\n## Her name {#privacy}\n\nOtherwise.\n\n## Last {#last after=mine}\n\nMore.\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/history/{Ugandas}?version=1");
        page.Text.Should().Contain("takes the place of what your draft says there");

        await trainer.PostAsync(Restoring(page, "privacy"));

        var text = (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text;
        text.Should().Be($"## Mine {{#mine after=case}}\n\nWords.\n\n{AuthoredSections.Of(Published(Ugandas)).Wording("privacy")}\n\n## Last {{#last after=mine}}\n\nMore.\n");
    }

    [Fact]
    public async Task A_section_that_was_left_out_since_comes_back_at_the_end()
    {
        var wording = AuthoredSections.Of(Published(Ugandas)).Wording("privacy")!;
        await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "## Mine {#mine after=case}\n\nWords.\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        await trainer.PostAsync(Restoring(await trainer.GetAsync($"/author/history/{Ugandas}?version=1"), "privacy"));

        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text.Should().Be($"## Mine {{#mine after=case}}\n\nWords.\n\n{wording}\n");
    }

    [Theory]
    [InlineData(Questions, "ODPP in writing", "ODPP by letter", $"/author/bank/{Questions}")]
    [InlineData("countries/UG.yml", "Uganda", "Uganda here", "/author/edit/countries/UG.yml")]
    public async Task Questions_and_facts_come_back_whole(string path, string old, string now, string leads)
    {
        await _app.PublishChangedAsync(path, old, now);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/history/{path}?version=1");
        page.Document.QuerySelectorAll("form[action='/author/history/restore']").Should().ContainSingle();

        var restored = await trainer.PostAsync(Restoring(page, ""));

        restored.Headers.Location!.ToString().Should().Be(leads);
        (await _app.DraftAsync(Cast.TrainerInUganda, path))!.Text.Should().Be(Published(path));
    }

    [Fact]
    public async Task A_draft_that_is_submitted_is_not_changed()
    {
        await _app.PublishChangedAsync(Ugandas, Old, New);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = Restoring(await trainer.GetAsync($"/author/history/{Ugandas}?version=1"), "privacy");
        await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "## Mine {#mine}\n", submitted: true);

        var refused = await trainer.SubmitAsync(form);

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("#problem-restore")!.TextContent.Should().Contain("Your draft is submitted. Take it back before you change it.");
        refused.Document.QuerySelectorAll("form[action='/author/history/restore']").Should().BeEmpty();
        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text.Should().Be("## Mine {#mine}\n");
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya, Ugandas)]
    [InlineData(Cast.TrainerInUganda, $"{Folder}/module.md")]
    [InlineData(Cast.TrainerInUganda, $"{Folder}/module.es.md")]
    public async Task Who_may_not_write_the_file_reads_its_history(string person, string path)
    {
        var trainer = await _app.SignInAsync(person);

        var page = await trainer.GetAsync($"/author/history/{path}?version=1");

        page.Text.Should().Contain("You read it; others write it.");
        page.Document.QuerySelectorAll("form[action='/author/history/restore']").Should().BeEmpty();
        (await trainer.PostAsync(await trainer.ForgedAsync("/author/history/restore"), ("path", path), ("version", "1"), ("section", ""))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.DraftAsync(person, path)).Should().BeNull();
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda)]
    [InlineData(Cast.OfficerInKenya)]
    [InlineData(Cast.PartnerInUganda)]
    public async Task It_is_no_affair_of_officers_and_partners(string person)
    {
        var visitor = await _app.SignInAsync(person);

        (await visitor.GetAsync($"/author/history/{Ugandas}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await visitor.PostAsync(await visitor.ForgedAsync("/author/history/restore"), ("path", Ugandas), ("version", "1"), ("section", ""))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.Visit().Http.GetAsync($"/author/history/{Ugandas}")).StatusCode.Should().Be(HttpStatusCode.Found, "a visitor signs in first");
    }

    [Theory]
    [InlineData(Ugandas, "2", "privacy")]
    [InlineData(Ugandas, "", "privacy")]
    [InlineData(Ugandas, "1", "no-such-section")]
    [InlineData($"{Folder}/module.en-ZM.md", "1", "")]
    [InlineData("nonsense", "1", "")]
    public async Task What_never_stood_there_is_not_brought_back(string path, string version, string section)
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);

        (await administrator.PostAsync(await administrator.ForgedAsync("/author/history/restore"), ("path", path), ("version", version), ("section", section))).StatusCode.Should().Be(HttpStatusCode.NotFound);

        await using var db = _app.Open();
        (await db.Drafts.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData($"{Folder}/module.en-ZM.md")]
    [InlineData($"{Folder}/images/map.png")]
    [InlineData($"{Ugandas}?version=2")]
    [InlineData($"{Ugandas}?version=x")]
    [InlineData($"{Ugandas}?from=1&to=7")]
    public async Task What_is_not_there_does_not_exist(string address)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await trainer.Http.GetAsync($"/author/history/{address}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private static string Published(string path) => File.ReadAllText(System.IO.Path.Combine(Repository.Content, path));

    private static IEnumerable<string> Numbers(Page page) => page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent);

    private static IHtmlFormElement Restoring(Page page, string section) =>
        page.Document.Forms.Single(form => form.GetAttribute("action") == "/author/history/restore" && form.Value("section") == section);

    private async Task<string> HashAsync(int version)
    {
        await using var db = _app.Open();
        return (await db.CourseVersions.SingleAsync(v => v.Number == version)).Documents.Single(d => d.Path == Ugandas).DocumentHash;
    }

    /// <summary>A draft of the trainer in Uganda that an administrator published.</summary>
    private async Task PublishDraftAsync()
    {
        var author = new CurrentPerson(Signed(await _app.PersonAsync(Cast.TrainerInUganda)));
        var desk = _app.Services.GetRequiredService<DraftDesk>();
        var draft = (await desk.OpenAsync(author, AuthoredFile.Parse(Ugandas)!, null, CancellationToken.None))!;
        (await desk.SaveAsync(author, draft.Id, draft.Text.Replace(Old, New, StringComparison.Ordinal), draft.Revision, CancellationToken.None))!.Problem.Should().BeNull();
        await _app.ChangeDraftAsync(draft.Id, d => d.Submit(_app.Clock.Now));
        var approver = new CurrentPerson(Signed(await _app.PersonAsync(Cast.Administrator)));
        var outcome = await _app.Services.GetRequiredService<DraftPublisher>().PublishAsync(approver, draft.Id, (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Revision, "a test", CancellationToken.None);
        outcome!.Problem.Should().BeNull();
    }

    private static System.Security.Claims.ClaimsPrincipal Signed(Domain.Access.Person person) =>
        new(new System.Security.Claims.ClaimsIdentity([.. CurrentPerson.ClaimsOf(person), new(System.Security.Claims.ClaimTypes.NameIdentifier, person.Id.ToString())], "test"));
}
