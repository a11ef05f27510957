using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>The editor as it works without scripting.</summary>
public sealed class EditorPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_trainer_begins_a_draft_of_a_text_of_their_country_and_saves_it()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        page.Document.QuerySelector("h1")!.TextContent.Should().Be("Your country's law on one page – Uganda's own sections");
        page.Document.QuerySelector("pre")!.TextContent.Should().Contain("Begin with the numbering trap.");

        page = await trainer.SubmitAsync(page.Form("/start"));
        page.Address.Should().Be(Editing.Page);
        Typed(page).Should().StartWith("---\nreviewed:").And.Contain("Begin with the numbering trap.");

        page = await trainer.SubmitAsync(page.Form("/save?country=UG&language=en&audience="), ("text", "## From facts to particulars {#offence}\r\n\r\nThe {{ act.name }} came first.\r\n"), ("show", "text"));
        Typed(page).Should().Be("## From facts to particulars {#offence}\n\nThe {{ act.name }} came first.\n");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().Contain("Prevention of Trafficking in Persons Act").And.Contain("came first.").And.NotContain("numbering trap");
        page.Document.QuerySelector("[role=status][data-status]")!.TextContent.Should().StartWith("Saved 23 November 2026 10:00");
    }

    [Fact]
    public async Task The_officer_for_whom_it_is_shown_is_chosen_by_a_plain_form_and_stays_chosen_after_saving()
    {
        var lead = await _app.SignInAsync(Cast.Administrator);
        const string Base = "courses/foundations/20-your-law/module.md";
        await _app.AddDraftAsync(Cast.Administrator, Base, (await PublishedAsync(Base)).Replace("## ", "::: country KE\nOnly in Nairobi.\n:::\n\n## ", StringComparison.Ordinal));

        var page = await lead.GetAsync($"/author/edit/{Base}");
        Options(page, "country").Should().Equal("Uganda", "Kenya", "Zambia", "Belize", "Guatemala");
        Options(page, "audience").Should().Equal("all", "Investigator", "Prosecutor", "Victim services");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().NotContain("Only in Nairobi");

        page = await lead.GetAsync($"/author/edit/{Base}?country=KE&language=en&audience=prosecutor");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().Contain("Only in Nairobi");

        page = await lead.SubmitAsync(page.Form("/save?country=KE&language=en&audience=prosecutor"), ("text", Typed(page)), ("show", "preview"));
        page.Address.Should().Be($"/author/edit/{Base}?country=KE&language=en&audience=prosecutor");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().Contain("Only in Nairobi");
    }

    [Fact]
    public async Task What_the_checks_find_leads_to_its_line()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda, text: Editing.Text.Replace("First", "The {{ act.nmae }}", StringComparison.Ordinal));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.GetAsync(Editing.Page);

        var finding = page.Document.QuerySelector(".findings li")!;
        finding.QuerySelector("a")!.GetAttribute("data-line").Should().Be("7");
        finding.TextContent.Should().Contain("Line 7").And.Contain("Error").And.Contain("act.nmae");
    }

    [Fact]
    public async Task Facts_can_be_copied_without_a_script()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var facts = (await trainer.GetAsync(Editing.Page)).Document.QuerySelector("details table")!;

        var row = facts.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("code")!.TextContent == "act.short");
        row.QuerySelectorAll("td").Select(cell => cell.TextContent).Should().SatisfyRespectively(
            value => value.Should().Be("PTIP Act"),
            source => source.Should().StartWith("https://"),
            day => day.Should().Contain("2026"),
            status => status.Should().Be("confirmed"));
        facts.QuerySelectorAll("button").Should().BeEmpty("a button without a script does nothing");
        facts.TextContent.Should().Contain("to be confirmed");
    }

    [Theory]
    [InlineData("courses/foundations/course.md", "Welcome text – base text", "Welcome")]
    [InlineData("courses/foundations/course.es.md", "Welcome text – translation", "seguirá a una familia inventada")]
    [InlineData("courses/foundations/20-your-law/module.md", "Your country's law on one page – base text", "When you have read this module")]
    [InlineData("courses/foundations/20-your-law/questions.gift", "Your country's law on one page – Questions", "Right answer")]
    [InlineData("courses/foundations/20-your-law/questions.es.gift", "Your country's law on one page – questions, translated", "Right answer")]
    [InlineData("courses/foundations/20-your-law/questions.en-UG.gift", "Your country's law on one page – Uganda's own questions", "Right. The charge follows the law in force")]
    [InlineData("countries/KE.yml", "Facts: Kenya", "act.short")]
    [InlineData("courses/foundations/30-indicators-and-screening/module.es-GT.md", "Guatemala's own sections", "There is no such text yet.")]
    public async Task Every_kind_of_text_has_its_page(string path, string title, string shown)
    {
        var trainer = await _app.SignInAsync(Cast.Administrator);

        var page = await trainer.GetAsync($"/author/edit/{path}");

        page.Document.QuerySelector("h1")!.TextContent.Should().Contain(title);
        page.Text.Should().Contain(shown);
        page.Document.QuerySelectorAll(".alert-danger").Should().BeEmpty();
        page = await trainer.SubmitAsync(page.Form("/start"));
        Typed(page).Should().Be(await PublishedAsync(path) is { Length: > 0 } published ? published : "---\nreviewed: {}\n---\n", "a country's own sections begin with nothing but what they were compared with");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().NotContain("cannot be put together");
    }

    [Fact]
    public async Task A_question_stands_in_the_preview_with_its_right_answer_chosen()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda, "courses/foundations/20-your-law/questions.en-UG.gift", "::a::Choose. {=Right one#Well done. ~Wrong one}\n\n::b::True? {F#It is false.#Right you are.}\n\n::c::Match. {=one -> 1 =two -> 2 =three -> 3}\n\n::d::Type. {=word}\n");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var preview = (await trainer.GetAsync("/author/edit/courses/foundations/20-your-law/questions.en-UG.gift")).Document.QuerySelector(".page-preview")!;

        preview.QuerySelectorAll("section").Should().HaveCount(4);
        preview.QuerySelector("input[name=question-0][checked]")!.ParentElement!.TextContent.Should().Contain("Right one");
        preview.QuerySelector("input[name=question-1][checked]")!.GetAttribute("value").Should().Be("false");
        preview.QuerySelectorAll("select").Select(list => list.QuerySelector("option[selected]")!.TextContent).Should().Equal("1", "2", "3");
        preview.QuerySelector("input[name=question-3]")!.GetAttribute("value").Should().Be("word");
        preview.TextContent.Should().Contain("Well done.").And.Contain("It is false.").And.Contain("Right you are.");
        preview.QuerySelectorAll("fieldset[disabled]").Should().HaveCount(4);
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.TrainerInGuatemala)]
    public async Task Another_countrys_text_is_read_and_never_written(string other)
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda, text: "## From facts to particulars {#offence}\n\nMine alone.\n");
        var trainer = await _app.SignInAsync(other);

        var page = await trainer.GetAsync(Editing.Page);

        page.Document.Forms.Select(form => form.GetAttribute("action")).Should().NotContain(action => action!.Contains("/drafts/", StringComparison.Ordinal));
        page.Text.Should().Contain("Begin with the numbering trap.").And.NotContain("Mine alone.");
        page.Text.Should().NotContain("Grace Nansubuga", "who writes elsewhere is nobody's affair here");
        var token = page.Document.Forms[0];
        (await trainer.PostAsync(token.To("/author/drafts/start"), ("path", Editing.UgandasLaw))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.PostAsync(token.To($"/author/drafts/{draft.Id}/save"), ("text", "Theirs."), ("revision", "0"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.DraftAsync(draft.Id)).Text.Should().Contain("Mine alone.");
    }

    [Theory]
    [InlineData(Cast.TrainerInUganda, "courses/foundations/20-your-law/module.md")]
    [InlineData(Cast.TrainerInUganda, "courses/foundations/20-your-law/module.es.md")]
    [InlineData(Cast.TrainerInUganda, "courses/foundations/20-your-law/questions.gift")]
    [InlineData(Cast.TrainerInUganda, "countries/KE.yml")]
    public async Task A_trainer_writes_nothing_that_other_countries_read(string person, string path)
    {
        var trainer = await _app.SignInAsync(person);
        var page = await trainer.GetAsync($"/author/edit/{path}");
        page.Text.Should().Contain("Others write it.");

        (await trainer.PostAsync(page.Document.Forms[0].To("/author/drafts/start"), ("path", path))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("courses/none/10-first/module.md")]
    [InlineData("courses/foundations/99-none/module.md")]
    [InlineData("courses/foundations/20-your-law/module.en-XX.md")]
    [InlineData("courses/foundations/20-your-law/module.xx.md")]
    [InlineData("courses/foundations/20-your-law/module.en.md")]
    [InlineData("courses/foundations/20-your-law/design.md")]
    [InlineData("courses/foundations/questions.gift")]
    [InlineData("countries/XX.yml")]
    [InlineData("../appsettings.json")]
    [InlineData("")]
    public async Task What_nobody_could_read_has_no_page(string path)
    {
        var lead = await _app.SignInAsync(Cast.Administrator);
        (await lead.GetAsync($"/author/edit/{path}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

        (await lead.PostAsync((await lead.GetAsync("/")).Document.Forms[0].To("/author/drafts/start"), ("path", path))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = _app.Open();
        (await db.Drafts.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda)]
    [InlineData(Cast.PartnerInUganda)]
    public async Task Who_trains_nobody_finds_no_editor(string person)
    {
        var visitor = await _app.SignInAsync(person);

        (await visitor.GetAsync(Editing.Page)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_submitted_draft_is_only_read()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        await _app.ChangeDraftAsync(draft.Id, d => d.Submit(_app.Clock.Now));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.GetAsync(Editing.Page);

        page.Document.QuerySelectorAll("textarea").Should().BeEmpty();
        page.Document.QuerySelector(".alert")!.TextContent.Should().Contain("Your draft is submitted");
        page.Document.QuerySelector(".alert a")!.GetAttribute("href").Should().Be($"/author/drafts/{draft.Id}");
        page.Document.QuerySelector(".page-preview")!.TextContent.Should().Contain("First words.");
    }

    [Fact]
    public async Task Another_draft_of_the_same_text_is_told_with_a_way_to_join_them()
    {
        var theirs = await _app.AddDraftAsync(Cast.Administrator);
        var mine = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var alert = (await trainer.GetAsync(Editing.Page)).Document.QuerySelectorAll(".alert").First(a => a.TextContent.Contains("has been writing"));

        alert.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().Equal($"/author/drafts/{theirs.Id}", $"/author/drafts/{mine.Id}/merge");
    }

    [Fact]
    public async Task A_text_that_was_published_since_is_told_with_a_way_to_take_it_in()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.SubmitAsync((await trainer.GetAsync(Editing.Page)).Form("/start"));
        page.Text.Should().NotContain("published anew");

        await _app.PublishChangedAsync(Editing.UgandasLaw, "Begin with the numbering trap.", "Begin with the print.");

        page = await trainer.GetAsync(Editing.Page);
        Typed(page).Should().Contain("numbering trap");
        page.Document.QuerySelectorAll(".alert a").Select(a => a.GetAttribute("href")).Should().ContainSingle(href => href!.EndsWith("/merge", StringComparison.Ordinal));
        page.Text.Should().Contain("The text was published anew since you began.");
    }

    [Fact]
    public async Task Who_has_two_windows_sees_both_texts_and_loses_neither()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var (first, second) = (await trainer.GetAsync(Editing.Page), await trainer.GetAsync(Editing.Page));
        await trainer.SubmitAsync(Save(first), ("text", "Written in the first."));

        var response = await trainer.PostAsync(Save(second), ("text", "Written in the second."));

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var page = await Page.ReadAsync(response);
        Typed(page).Should().Be("Written in the second.");
        Field(page, "saved-text").Value.Should().Be("Written in the first.");
        page.Document.QuerySelector(".diff")!.TextContent.Should().Contain("first").And.Contain("second");
        page = await trainer.SubmitAsync(Save(page), ("text", "Written in both."));
        Typed(page).Should().Be("Written in both.");
    }

    [Fact]
    public async Task What_is_typed_into_a_draft_that_was_submitted_elsewhere_can_be_copied()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        await _app.ChangeDraftAsync(draft.Id, d => d.Submit(_app.Clock.Now));

        var answer = await Page.ReadAsync(await trainer.PostAsync(Save(page), ("text", "Too late.")));

        answer.Response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        Field(answer, "unsaved-text").Value.Should().Be("Too late.");
        (await _app.DraftAsync(draft.Id)).Text.Should().Contain("First words.");
    }

    [Theory]
    [InlineData(1_000_001)]
    [InlineData(2_000_000)]
    [InlineData(6_000_000)]
    public async Task A_text_that_is_too_long_comes_back_with_the_answer(int bytes)
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var text = string.Concat(Enumerable.Repeat("Nairobi. ñ", bytes / 11 + 1));

        var page = await Page.ReadAsync(await trainer.PostAsync(Save(await trainer.GetAsync(Editing.Page)), ("text", text)));

        page.Response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        page.Document.QuerySelector(".alert-danger")!.TextContent.Should().Contain("too long").And.Contain("1000 kilobytes");
        Typed(page).Should().Be(text);
        (await _app.DraftAsync(draft.Id)).Revision.Should().Be(0);
    }

    [Fact]
    public async Task A_text_of_just_the_most_is_saved()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        await trainer.SubmitAsync(Save(await trainer.GetAsync(Editing.Page)), ("text", string.Concat(Enumerable.Repeat("\r\nñ", Draft.MostBytes / 3)) + "a"));

        Encoding.UTF8.GetByteCount((await _app.DraftAsync(draft.Id)).Text).Should().Be(Draft.MostBytes);
    }

    [Theory]
    [InlineData("Windows\r\nlines\rand\nothers", "Windows\nlines\nand\nothers")]
    [InlineData("\u201cWord\u2019s quotes\u201d \u2013 and\u00a0spaces\u2026", "\u201cWord\u2019s quotes\u201d \u2013 and\u00a0spaces\u2026")]
    [InlineData("\n\nblank lines before", "\n\nblank lines before")]
    [InlineData("</textarea><script>alert(1)</script>", "</textarea><script>alert(1)</script>")]
    [InlineData("", "")]
    public async Task What_is_pasted_comes_back_as_it_was(string pasted, string kept)
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.SubmitAsync(Save(await trainer.GetAsync(Editing.Page)), ("text", pasted));

        Typed(page).Should().Be(kept);
    }

    [Theory]
    [InlineData("half%ED%A0%BDof+it")]
    [InlineData("half%EF%BF%BFof+it")]
    public async Task What_is_no_character_is_kept_as_something_that_can_be_read(string sent)
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var response = await PostRawAsync(trainer, await trainer.GetAsync(Editing.Page), $"text={sent}");

        response.StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.DraftAsync(draft.Id)).Text.Should().MatchRegex("^half(\uFFFD|%ED%A0%BD)of it$");
    }

    [Fact]
    public async Task A_script_is_told_when_it_was_saved_and_the_next_revision()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));

        var receipt = await ReceiptAsync(trainer, page, "Typed.", revision: 0, HttpStatusCode.OK);

        receipt.GetProperty("revision").GetInt32().Should().Be(1);
        receipt.GetProperty("savedAt").GetDateTimeOffset().Should().Be(_app.Clock.Now);
        // The same again over a bad line is no other window.
        (await ReceiptAsync(trainer, page, "Typed.", revision: 0, HttpStatusCode.OK)).GetProperty("revision").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_script_is_told_what_another_window_wrote()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        await ReceiptAsync(trainer, page, "Elsewhere.", revision: 0, HttpStatusCode.OK);

        var receipt = await ReceiptAsync(trainer, page, "Here.", revision: 0, HttpStatusCode.Conflict);

        receipt.GetProperty("text").GetString().Should().Be("Elsewhere.");
        receipt.GetProperty("revision").GetInt32().Should().Be(1);
        receipt.GetProperty("message").GetString().Should().Contain("another window");
        (await _app.DraftAsync(draft.Id)).Text.Should().Be("Elsewhere.");
    }

    [Fact]
    public async Task A_script_is_told_that_a_text_is_too_long()
    {
        await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var receipt = await ReceiptAsync(trainer, await trainer.GetAsync(Editing.Page), new string('a', Draft.MostBytes + 1), revision: 0, HttpStatusCode.RequestEntityTooLarge);

        receipt.GetProperty("message").GetString().Should().Contain("too long");
    }

    [Theory]
    [InlineData("text=Typed.", HttpStatusCode.Conflict)]
    [InlineData("text=Typed.&revision=many", HttpStatusCode.BadRequest)]
    public async Task A_form_without_a_revision_overwrites_nothing(string fields, HttpStatusCode answer)
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var response = await PostRawAsync(trainer, await trainer.GetAsync(Editing.Page), fields, withRevision: false);

        response.StatusCode.Should().Be(answer);
        (await Page.ReadAsync(response)).Document.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Should().Contain(field => field.Value == "Typed.");
        (await _app.DraftAsync(draft.Id)).Revision.Should().Be(0);
    }

    [Fact]
    public async Task Who_is_no_longer_signed_in_gets_their_words_back()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        var form = Save(page);
        await trainer.PostAsync((await trainer.GetAsync("/")).Form("/sign-out"));

        var answer = await Page.ReadAsync(await trainer.PostAsync(form, ("text", "Words of an hour.")));

        answer.Response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Text.Should().Contain("Your session has ended, so nothing was changed");
        Field(answer, "typed").Value.Should().Be("Words of an hour.");
        (await _app.DraftAsync(draft.Id)).Revision.Should().Be(0);
    }

    [Fact]
    public async Task A_form_without_its_token_gives_the_words_back()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var answer = await Page.ReadAsync(await trainer.Http.PostAsync($"/author/drafts/{draft.Id}/save", new FormUrlEncodedContent([new("text", "Words of an hour."), new("revision", "0")])));

        answer.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Text.Should().Contain("nothing was changed");
        Field(answer, "typed").Value.Should().Be("Words of an hour.");
        (await _app.DraftAsync(draft.Id)).Revision.Should().Be(0);
    }

    [Fact]
    public async Task Whoever_was_kept_out_saves_nothing_any_more()
    {
        var draft = await _app.AddDraftAsync(Cast.TrainerInUganda);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Editing.Page);
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda)).Deactivate(_app.Clock.Now));

        var response = await trainer.PostAsync(Save(page), ("text", "Late."));

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await _app.DraftAsync(draft.Id)).Revision.Should().Be(0);
    }

    public void Dispose() => _app.Dispose();

    private static IHtmlFormElement Save(Page page) => page.Document.Forms.Single(form => (form.GetAttribute("action") ?? "").Contains("/save", StringComparison.Ordinal));

    private static string Typed(Page page) => Field(page, "draft-text").Value;

    // AngleSharp keeps the carriage returns that browsers do not.
    private static IHtmlTextAreaElement Field(Page page, string id) => (IHtmlTextAreaElement)page.Document.GetElementById(id)!;

    private static IEnumerable<string> Options(Page page, string name) =>
        page.Document.QuerySelectorAll($"select[name={name}] option").Select(option => option.TextContent);

    private static Task<HttpResponseMessage> PostRawAsync(Visitor visitor, Page page, string fields, bool withRevision = true)
    {
        var form = Save(page);
        var token = Uri.EscapeDataString(form.Value("__RequestVerificationToken"));
        return visitor.Http.PostAsync(form.GetAttribute("action"), new StringContent($"__RequestVerificationToken={token}{(withRevision ? "&revision=0" : "")}&{fields}", Encoding.UTF8, "application/x-www-form-urlencoded"));
    }

    private static async Task<JsonElement> ReceiptAsync(Visitor visitor, Page page, string text, int revision, HttpStatusCode expected)
    {
        var form = Save(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"));
        request.Headers.Add("Accept", "application/json");
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Value("__RequestVerificationToken")), new("text", text), new("revision", $"{revision}")]);
        var response = await visitor.Http.SendAsync(request);
        response.StatusCode.Should().Be(expected);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<string> PublishedAsync(string path) =>
        File.Exists(Path.Combine(Repository.Content, path)) ? File.ReadAllTextAsync(Path.Combine(Repository.Content, path)) : Task.FromResult("");
}
