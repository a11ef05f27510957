using System.Net;
using HtiAcademy.Domain.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

public sealed class SectionsPageTests : IDisposable
{
    private const string Kenyan = "courses/foundations/30-indicators-and-screening/module.en-KE.md";

    private readonly AcademyApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_trainer_begins_a_section_with_the_text_that_every_country_reads()
    {
        var id = await DraftAsync(Cast.TrainerInKenya, Kenyan, "---\nreviewed: {}\n---\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var page = await trainer.GetAsync($"/author/drafts/{id}/sections");
        var first = page.Document.QuerySelector("input[name=section]")!.GetAttribute("value")!;

        (await trainer.PostAsync(page.Form("sections/take"))).Headers.Location!.ToString().Should().Be($"/author/drafts/{id}/sections#section-{first}");

        (await TextAsync(id)).Should().Contain($"{{#{first}}}").And.Contain($"reviewed: {{ {first}: ");
        page = await trainer.GetAsync($"/author/drafts/{id}/sections");
        page.Document.QuerySelector($"#section-{first} form")!.TextContent.Should().Contain("Edit").And.NotContain("Still right");
    }

    [Fact]
    public async Task A_section_whose_parent_changed_is_still_right_when_a_trainer_says_so()
    {
        var id = await DraftAsync(Cast.TrainerInKenya, Kenyan, "---\nreviewed: { case: 00000000 }\n---\n\n## The road {#case}\n\nOur own road.\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var page = await trainer.GetAsync($"/author/drafts/{id}/sections");
        page.Document.QuerySelector("#section-case")!.TextContent.Should().Contain("has changed since");

        await trainer.PostAsync(page.Form("sections/keep"));

        (await trainer.GetAsync($"/author/drafts/{id}/sections")).Document.QuerySelector("#section-case")!.TextContent.Should().NotContain("has changed since").And.Contain("Our own road.");
        (await TextAsync(id)).Should().NotContain("00000000");
    }

    [Fact]
    public async Task A_form_sent_twice_changes_nothing_the_second_time()
    {
        var id = await DraftAsync(Cast.TrainerInKenya, Kenyan, "---\nreviewed: {}\n---\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var form = (await trainer.GetAsync($"/author/drafts/{id}/sections")).Form("sections/take");

        await trainer.PostAsync(form);
        var once = await TextAsync(id);
        (await trainer.PostAsync(form)).StatusCode.Should().Be(HttpStatusCode.Found);

        (await TextAsync(id)).Should().Be(once);
    }

    [Fact]
    public async Task What_is_submitted_stays_as_it_is()
    {
        var id = await DraftAsync(Cast.TrainerInKenya, Kenyan, "---\nreviewed: {}\n---\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var form = (await trainer.GetAsync($"/author/drafts/{id}/sections")).Form("sections/take");
        await ChangeAsync(id, draft => draft.Submit(_app.Clock.GetUtcNow()));

        var answer = await trainer.PostAsync(form);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("The draft is submitted.");
        (await TextAsync(id)).Should().NotContain("{#");
    }

    [Fact]
    public async Task Another_trainer_reads_it_and_changes_nothing()
    {
        var id = await DraftAsync(Cast.TrainerInKenya, Kenyan, "---\nreviewed: {}\n---\n");
        var own = (await (await _app.SignInAsync(Cast.TrainerInKenya)).GetAsync($"/author/drafts/{id}/sections")).Form("sections/take");
        var other = await _app.SignInAsync(Cast.TrainerInUganda);

        (await other.GetAsync($"/author/drafts/{id}/sections")).Document.QuerySelectorAll("main form").Should().BeEmpty();
        (await other.PostAsync(own, ("__RequestVerificationToken", (await other.GetAsync("/")).Document.Forms[0].Value("__RequestVerificationToken")))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync(id)).Should().NotContain("{#");
    }

    [Theory]
    [InlineData("courses/foundations/30-indicators-and-screening/module.md")]
    [InlineData("courses/foundations/20-your-law/questions.en-KE.gift")]
    [InlineData("countries/KE.yml")]
    public async Task What_is_made_from_nothing_has_no_such_page(string path)
    {
        var id = await DraftAsync(Cast.Administrator, path, "x");

        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync($"/author/drafts/{id}/sections")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Guid> DraftAsync(string author, string path, string text)
    {
        await using var db = _app.Open();
        var person = await db.People.SingleAsync(p => p.UserName == author);
        var draft = new Draft(AuthoredFile.Parse(path)!, person, basedOn: null, text, _app.Clock.GetUtcNow());
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    }

    private async Task ChangeAsync(Guid id, Action<Draft> change)
    {
        await using var db = _app.Open();
        change(await db.Drafts.SingleAsync(d => d.Id == id));
        await db.SaveChangesAsync();
    }

    private async Task<string> TextAsync(Guid id)
    {
        await using var db = _app.Open();
        return await db.Drafts.Where(d => d.Id == id).Select(d => d.Text).SingleAsync();
    }
}
